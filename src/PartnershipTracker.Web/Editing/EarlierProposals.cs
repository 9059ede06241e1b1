using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>
/// Finds, for what is about to be proposed from a new document, the proposals of earlier documents that say the same: the same
/// words anywhere in the store, or nearly the same in a document that shares text.
/// </summary>
internal sealed class EarlierProposals(WriteScope scope)
{
    /// <summary>Most proposals of documents that share text that are looked at.</summary>
    private const int Most = 20_000;

    /// <summary>Turns those that repeat an earlier one into its further places.</summary>
    public async Task LinkAsync(IReadOnlyList<Proposal> proposals, string text, IReadOnlyList<SharingText> sharing)
    {
        var fresh = new List<(Proposal Proposal, SentenceWords Words)>();
        foreach (var proposal in proposals.Where(p => p.Kind != SuggestionKind.Source))
        {
            var words = SentenceWords.Of(text, new TextSpan(proposal.Start, proposal.End));
            proposal.WordsKey = words.Key;
            if (words.Words.Count >= SentenceWords.Fewest)
            {
                fresh.Add((proposal, words));
            }
        }

        var exact = await ExactAsync(fresh);
        var near = new NearIndex(await NearAsync(sharing));
        foreach (var (proposal, words) in fresh)
        {
            var root = exact.TryGetValue((words.Key, proposal.Kind, proposal.Suggestion.Part), out var same) ? same : near.Find(proposal, words);
            if (root is not null)
            {
                proposal.SameAsId = root;
                proposal.State = ProposalState.Repeated;
            }
        }
    }

    private async Task<Dictionary<(long, SuggestionKind, int), Guid?>> ExactAsync(List<(Proposal Proposal, SentenceWords Words)> fresh)
    {
        var keys = JsonSerializer.Serialize(fresh.Select(f => f.Words.Key).Distinct());

        // Ids count up in time: of several the earliest is meant, and SQLite takes a group's other columns from its row.
        var found = await scope.Db.Database.SqlQuery<ExactRow>($"""
            SELECT min(p.Id) AS Id, coalesce(p.SameAsId, p.Id) AS RootId, p.WordsKey, p.Kind, p.Suggestion ->> '$.part' AS Part
            FROM json_each({keys}) AS mine JOIN Proposals AS p ON p.WordsKey = mine.value
            GROUP BY p.WordsKey, p.Kind, p.Suggestion ->> '$.part'
            """).ToListAsync(scope.Stop);
        return found.ToDictionary(row => (row.WordsKey, Enum.Parse<SuggestionKind>(row.Kind), row.Part), row => (Guid?)row.RootId);
    }

    private async Task<List<(NearRow Row, SentenceWords Words)>> NearAsync(IReadOnlyList<SharingText> sharing)
    {
        if (sharing.Count == 0)
        {
            return [];
        }

        var texts = sharing.ToDictionary(s => s.DocumentId, s => s.Readable);
        var ids = texts.Keys.ToList();
        var rows = await scope.Db.Proposals.AsNoTracking().Where(p => ids.Contains(p.DocumentId) && p.Kind != SuggestionKind.Source)
            .OrderBy(p => p.Id).Take(Most)
            .Select(p => new { p.Id, p.SameAsId, p.DocumentId, p.Kind, p.Start, p.End, p.Suggestion }).ToListAsync(scope.Stop);
        return [.. rows.Select(p => (
            new NearRow(p.SameAsId ?? p.Id, p.Kind, p.Suggestion.Part, p.Suggestion.Stance),
            SentenceWords.Of(texts[p.DocumentId], new TextSpan(p.Start, p.End))))];
    }

    private sealed record ExactRow(Guid Id, Guid RootId, long WordsKey, string Kind, int Part);

    private sealed record NearRow(Guid RootId, SuggestionKind Kind, int Part, Stance Stance);

    /// <summary>
    /// Sentences by word. One that holds nine of ten of a sentence's words holds one of any tenth of them and one more; so only
    /// those that hold its rarest are looked at.
    /// </summary>
    private sealed class NearIndex
    {
        private readonly List<(NearRow Row, SentenceWords Words)> rows;
        private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);

        public NearIndex(List<(NearRow Row, SentenceWords Words)> rows)
        {
            this.rows = rows;
            for (var n = 0; n < rows.Count; n++)
            {
                foreach (var word in rows[n].Words.Words)
                {
                    if (!byWord.TryGetValue(word, out var list))
                    {
                        byWord[word] = list = [];
                    }

                    list.Add(n);
                }
            }
        }

        public Guid? Find(Proposal proposal, SentenceWords words)
        {
            if (rows.Count == 0)
            {
                return null;
            }

            var enough = words.Words.Count - (int)Math.Ceiling(words.Words.Count * SentenceWords.Same) + 1;
            var rarest = words.Words.Select(word => byWord.GetValueOrDefault(word) ?? []).OrderBy(list => list.Count).Take(enough);
            foreach (var n in rarest.SelectMany(list => list).Distinct().Order())
            {
                var (row, earlier) = rows[n];
                if (row.Kind == proposal.Kind && row.Part == proposal.Suggestion.Part
                    && (row.Kind != SuggestionKind.Claim || row.Stance == proposal.Suggestion.Stance) && words.IsSaidBy(earlier))
                {
                    return row.RootId;
                }
            }

            return null;
        }
    }
}
