using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>An earlier document that shares words with a new one.</summary>
public sealed record SharingText(Guid DocumentId, string Readable);

/// <summary>
/// Keeps the index of shingles. The index finds who may share text; how much they share is then counted on the texts
/// themselves, so that what the desk says is exact.
/// </summary>
public sealed class TextIndex(Writer writer, IDbContextFactory<TrackerDb> databases)
{
    /// <summary>Most documents a new one is compared with: those that share most of its sample.</summary>
    private const int Candidates = 10;

    /// <summary>Shares below this, in both directions, are not told: quoting a press release makes no copy.</summary>
    private const double Much = 0.2;

    /// <summary>Fewest shingles in common that are told, some 13 words in a row.</summary>
    private const int FewestCommon = 8;

    /// <summary>Enters a stored text and what it shares with earlier ones.</summary>
    /// <returns>The earlier documents that share words, most first.</returns>
    public static async Task<IReadOnlyList<SharingText>> AddAsync(WriteScope scope, DocumentText text)
    {
        var mine = Shingles.Of(text.Readable, text.Marked);
        var sample = JsonSerializer.Serialize(mine.Sample);
        var ids = await scope.Db.Database.SqlQuery<Guid>($"""
            SELECT s.DocumentId AS Value FROM json_each({sample}) AS mine JOIN DocumentShingle AS s ON s.Hash = mine.value
            WHERE s.DocumentId <> {text.DocumentId}
            GROUP BY s.DocumentId ORDER BY count(*) DESC, s.DocumentId LIMIT {Candidates}
            """).ToListAsync(scope.Stop);
        await scope.Db.Database.ExecuteSqlAsync(
            $"INSERT OR IGNORE INTO DocumentShingle (Hash, DocumentId) SELECT value, {text.DocumentId} FROM json_each({sample})", scope.Stop);
        text.Shingles = Shingles.Version;
        var sharing = new List<SharingText>();
        foreach (var id in ids)
        {
            var other = await scope.Db.Texts.AsNoTracking().Where(t => t.DocumentId == id).Select(t => new { t.Readable, t.Marked }).SingleAsync(scope.Stop);
            var theirs = Shingles.Of(other.Readable, other.Marked);
            var overlap = new DocumentOverlap { DocumentId = text.DocumentId, EarlierId = id, Share = mine.ShareIn(theirs), EarlierShare = theirs.ShareIn(mine) };
            if (Math.Max(overlap.Share, overlap.EarlierShare) >= Much && mine.Common(theirs) >= FewestCommon)
            {
                scope.Db.Overlaps.Add(overlap);
            }

            sharing.Add(new SharingText(id, other.Readable));
        }

        return sharing;
    }

    /// <summary>Enters texts that were stored before there was an index, or by an older one; oldest first.</summary>
    public async Task AddMissingAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var missing = await db.Texts.Where(t => t.Shingles != Shingles.Version || t.Shingles == null)
            .OrderBy(t => t.DocumentId).Select(t => t.DocumentId).ToListAsync(stop);
        foreach (var id in missing)
        {
            await writer.WriteAsync("index", async scope =>
            {
                var text = await scope.Db.Texts.SingleAsync(t => t.DocumentId == id, scope.Stop);
                await scope.Db.Overlaps.Where(o => o.DocumentId == id).ExecuteDeleteAsync(scope.Stop);
                await scope.Db.Database.ExecuteSqlAsync($"DELETE FROM DocumentShingle WHERE DocumentId = {id}", scope.Stop);
                await AddAsync(scope, text);
                var proposals = await scope.Db.Proposals.Where(p => p.DocumentId == id && p.Kind != SuggestionKind.Source).ToListAsync(scope.Stop);
                proposals.ForEach(p => p.WordsKey = SentenceWords.Of(text.Readable, new TextSpan(p.Start, p.End)).Key);
                return 0;
            }, stop);
        }
    }
}
