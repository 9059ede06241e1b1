using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;
using PartnershipTracker.Web.Storage.Sqlite;

namespace PartnershipTracker.Web.Querying;

/// <summary>Hits of one search with all that the page shows of them, in a fixed number of statements.</summary>
internal sealed class FoundRows(TrackerDb db, SearchWords words, CancellationToken stop)
{
    /// <summary>How far the words reach by which a place without a quote is found.</summary>
    private const int Reach = 80;
    private const int ReachBack = 30;

    public async Task<List<FoundClaim>> ClaimsAsync(List<FullText.Hit> hits, string[] kinds)
    {
        if (hits.Count == 0)
        {
            return [];
        }

        var texts = await TextsAsync(hits, kinds);
        var rows = (await db.ClaimRowsAsync([.. hits.Select(hit => hit.SubjectId)], stop)).ToDictionary(row => row.Id);
        return [.. hits.Select(hit => new FoundClaim(rows[hit.SubjectId], texts[hit.Row].Title, Part(texts[hit.Row].Words)))];
    }

    public async Task<List<FoundEvent>> EventsAsync(List<FullText.Hit> hits, string[] kinds)
    {
        if (hits.Count == 0)
        {
            return [];
        }

        var texts = await TextsAsync(hits, kinds);
        var ids = hits.Select(hit => hit.SubjectId).ToList();
        var rows = (await db.EventRowsAsync(db.PublishedEvents().Where(h => ids.Contains(h.Id)), stop)).ToDictionary(row => row.Id);
        return [.. hits.Select(hit => new FoundEvent(rows[hit.SubjectId], texts[hit.Row].Title, Part(texts[hit.Row].Words)))];
    }

    public async Task<List<FoundSource>> SourcesAsync(List<FullText.Hit> hits, string[] kinds)
    {
        if (hits.Count == 0)
        {
            return [];
        }

        var texts = await TextsAsync(hits, kinds);
        var ids = hits.Select(hit => hit.SubjectId).ToList();
        var rows = await db.Sources.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, stop);
        return [.. hits.Select(hit => new FoundSource(rows[hit.SubjectId].Slug, rows[hit.SubjectId].Kind, texts[hit.Row].Title, Part(texts[hit.Row].Words)))];
    }

    public async Task<List<FoundPlace>> PlacesAsync(List<FullText.Hit> hits, string[] kinds)
    {
        if (hits.Count == 0)
        {
            return [];
        }

        var texts = await TextsAsync(hits, kinds);
        var ids = hits.Select(hit => hit.SubjectId).Distinct().ToList();
        var documents = await db.Documents.AsNoTracking().Where(d => ids.Contains(d.Id))
            .Select(d => new { d.Id, d.Slug, d.Title, Publisher = d.Publisher!.Name, d.Published }).ToDictionaryAsync(d => d.Id, stop);
        var (from, to) = (hits.Min(hit => hit.Start), hits.Max(hit => hit.End));
        var quotes = (await db.PublishedEvidence()
            .Where(e => ids.Contains(e.DocumentId) && e.Kind == EvidenceKind.Quoted && e.Start < to && e.End > from)
            .Select(e => new { e.DocumentId, Start = e.Start!.Value, End = e.End!.Value, Anchor = e.Anchor!.Value }).Distinct().ToListAsync(stop))
            .ToLookup(e => e.DocumentId, e => (Span: new TextSpan(e.Start, e.End), e.Anchor));
        return
        [
            .. from hit in hits
               let document = documents[hit.SubjectId]
               let text = texts[hit.Row]
               let isTitle = hit.Kind == "document"
               let place = isTitle ? (null, null) : Place(hit.Start, text.Words, [.. quotes[document.Id]])
               select new FoundPlace(
                   document.Slug, isTitle ? text.Title : new HitText(document.Title, []), document.Publisher, document.Published,
                   isTitle ? null : text.Words.Snippet(), place.Anchor, place.Exactly),
        ];
    }

    /// <summary>
    /// The quote that has most of the hits of the snippet; else the words from the first of them on, up to the next quote,
    /// since the marks of quotes on the page interrupt its text.
    /// </summary>
    private static (int? Anchor, string? Exactly) Place(int start, HitText text, List<(TextSpan Span, int Anchor)> quotes)
    {
        var part = text.Best();
        var hits = text.Hits.Where(part.Contains).Select(hit => new TextSpan(start + hit.Start, start + hit.End)).ToList();
        var quoted = quotes.Select(quote => (quote.Anchor, quote.Span.Length, Hits: hits.Count(quote.Span.Contains))).Where(quote => quote.Hits > 0)
            .OrderByDescending(quote => quote.Hits).ThenBy(quote => quote.Length).ThenBy(quote => quote.Anchor).FirstOrDefault();
        if (quoted.Hits > 0 || hits.Count == 0)
        {
            return (quoted.Hits > 0 ? quoted.Anchor : null, null);
        }

        var first = hits[0].Start - start;
        var free = quotes.Where(quote => quote.Span.End <= hits[0].Start).Select(quote => quote.Span.End - start)
            .Append(text.Text.LastIndexOfAny(['\n', '\r'], first) + 1).Append(0).Max();
        var back = text.Text.IndexOf(' ', Math.Max(free, first - ReachBack));
        var at = back >= 0 && back < first ? back + 1 : first;
        var end = quotes.Where(quote => quote.Span.Start >= hits[0].End).Select(quote => quote.Span.Start - start)
            .Append(Math.Min(text.Text.Length, at + Reach)).Append(text.Text.IndexOfAny(['\n', '\r'], at) is var line and >= 0 ? line : int.MaxValue).Min();
        end = end < text.Text.Length && text.Text.LastIndexOf(' ', end) is var space && space > hits[0].End - start ? space : Math.Max(end, hits[0].End - start);
        return (null, text.Text[at..end].Trim());
    }

    private Task<Dictionary<long, (HitText Title, HitText Words)>> TextsAsync(List<FullText.Hit> hits, string[] kinds) =>
        FullText.TextsAsync(db, words, kinds, hits.Select(hit => hit.Row), stop);

    private static HitText? Part(HitText text) => text.Hits.Count == 0 ? null : text.Snippet();
}
