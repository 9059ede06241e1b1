using PartnershipTracker.Web.Storage;
using PartnershipTracker.Web.Storage.Sqlite;

namespace PartnershipTracker.Web.Querying;

/// <summary>Searches near one that finds nothing: a word spelt like another that is there, and one word fewer.</summary>
internal sealed class WaysOut(TrackerDb db, SearchRequest request)
{
    /// <summary>Bounds the statements: each way is counted before it is offered.</summary>
    private const int MostDropped = 4;
    private const int MostSpelt = 2;

    public async Task<List<WayOut>> FindAsync(CancellationToken stop)
    {
        var ways = new List<WayOut>();
        foreach (var term in request.Words.Wanted.Where(CanBeMisspelt).Take(MostSpelt))
        {
            var word = term.Words.ToLowerInvariant();
            var alike = (await FullText.AlikeAsync(db, word, stop)).Where(other => other != word)
                .Select(other => (Word: other, Distance: Distance(word, other))).Where(other => other.Distance <= (word.Length > 6 ? 2 : 1))
                .OrderBy(other => other.Distance).Select(other => other.Word).FirstOrDefault();
            if (alike is not null)
            {
                await AddAsync(ways, request.Words.With(new SearchTerm(alike, term.IsPrefix), term), alike, term, stop);
            }
        }

        foreach (var term in request.Words.Wanted.Count > 1 ? request.Words.Wanted.Take(MostDropped) : [])
        {
            await AddAsync(ways, request.Words.Without(term), null, term, stop);
        }

        return ways;
    }

    private async Task AddAsync(List<WayOut> ways, SearchWords words, string? instead, SearchTerm dropped, CancellationToken stop)
    {
        var counts = await SearchQueries.CountsAsync(db, request with { Words = words }, stop);
        if (counts.Values.Sum() is > 0 and var count)
        {
            ways.Add(new WayOut(words, instead, dropped, count));
        }
    }

    private static bool CanBeMisspelt(SearchTerm term) => term.Words.Length is >= 4 and <= 40 && term.Words.All(char.IsLetter);

    /// <summary>Letters to put in, take out, change or swap with the next (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = (i, j) switch
                {
                    (_, 0) => i,
                    (0, _) => j,
                    _ => Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
