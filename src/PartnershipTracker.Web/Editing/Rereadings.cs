using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;
using PartnershipTracker.Web.Querying;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>A published claim or event whose date the text gives otherwise since its publication date was corrected.</summary>
/// <param name="SubjectId">The claim or event.</param>
/// <param name="IsEvent">Which of the two it is.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Words">Its statement or title.</param>
/// <param name="Old">Its date.</param>
/// <param name="New">What the text's words mean now.</param>
public sealed record Rereading(Guid SubjectId, bool IsEvent, string Slug, string Words, EdtfDate? Old, ResolvedDate New);

/// <summary>
/// Finds published dates that rest on a publication date since corrected. Nothing is remembered for it: a date counts when it is
/// what the text's words meant under an earlier publication date of the document's history, and they now mean another.
/// </summary>
internal static class Rereadings
{
    /// <summary>Most earlier publication dates that are tried, latest first.</summary>
    private const int Most = 10;

    public static async Task<List<Rereading>> OfAsync(TrackerDb db, Document document, CancellationToken stop)
    {
        var earlier = await EarlierAsync(db, document, stop);
        if (earlier.Count == 0 || await db.Texts.AsNoTracking().SingleOrDefaultAsync(t => t.DocumentId == document.Id, stop) is not { } text)
        {
            return [];
        }

        var dated = await DatedAsync(db, document.Id, stop);
        if (dated.Count == 0)
        {
            return [];
        }

        var article = StoredArticle.Of(text);
        var now = Dates.InSentences(article, document.Published);
        var before = earlier.Select(date => Dates.InSentences(article, date)).ToList();
        var found = new List<Rereading>();
        foreach (var row in dated)
        {
            var meant = now.Values.FirstOrDefault(date => row.Quote.Contains(date.Span) && IsSame(date.Words, row.DateWords)
                && date.Edtf != row.Date && before.Any(read => read.TryGetValue(date.Span, out var old) && old.Edtf == row.Date));
            if (meant is not null && !found.Any(f => f.SubjectId == row.Id))
            {
                found.Add(new Rereading(row.Id, row.IsEvent, row.Slug, row.Words, row.Date, meant));
            }
        }

        return found;
    }

    /// <summary>The publication dates the document had before; null stands for none.</summary>
    private static async Task<List<EdtfDate?>> EarlierAsync(TrackerDb db, Document document, CancellationToken stop)
    {
        var snapshots = await db.Revisions.AsNoTracking().Where(r => r.SubjectId == document.Id)
            .OrderByDescending(r => r.Number).Take(Most).Select(r => r.Snapshot).ToListAsync(stop);
        return [.. snapshots.Select(Published).Distinct().Where(date => date != document.Published)];
    }

    private static EdtfDate? Published(string snapshot)
    {
        using var json = JsonDocument.Parse(snapshot);
        return json.RootElement.TryGetProperty("published", out var value) && EdtfDate.TryParse(value.GetString(), out var date) ? date : null;
    }

    private sealed record Dated(Guid Id, bool IsEvent, string Slug, string Words, EdtfDate? Date, string DateWords, TextSpan Quote);

    private static async Task<List<Dated>> DatedAsync(TrackerDb db, Guid documentId, CancellationToken stop)
    {
        var claims = await (
            from e in db.PublishedEvidence()
            where e.DocumentId == documentId && e.Kind == EvidenceKind.Quoted
            join c in db.Claims on e.ClaimId equals c.Id
            where c.HappenedWords != null
            orderby e.Start
            select new { c.Id, c.Slug, Words = c.Statement, Date = c.Happened, DateWords = c.HappenedWords!, e.Start, e.End }).ToListAsync(stop);
        var events = await (
            from e in db.PublishedEvidence()
            where e.DocumentId == documentId && e.Kind == EvidenceKind.Quoted
            join h in db.Events on e.EventId equals h.Id
            where h.DateWords != null
            orderby e.Start
            select new { h.Id, h.Slug, Words = h.Title, h.Date, DateWords = h.DateWords!, e.Start, e.End }).ToListAsync(stop);
        return
        [
            .. claims.Select(c => new Dated(c.Id, false, c.Slug, c.Words, c.Date, c.DateWords, new TextSpan(c.Start!.Value, c.End!.Value))),
            .. events.Select(h => new Dated(h.Id, true, h.Slug, h.Words, h.Date, h.DateWords, new TextSpan(h.Start!.Value, h.End!.Value))),
        ];
    }

    /// <summary>An editor may have kept a word more or less than the engine.</summary>
    private static bool IsSame(string read, string kept) =>
        read.Contains(kept, StringComparison.OrdinalIgnoreCase) || kept.Contains(read, StringComparison.OrdinalIgnoreCase);
}
