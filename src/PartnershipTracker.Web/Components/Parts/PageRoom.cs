using System.Text.Encodings.Web;
using PartnershipTracker.Web.Querying;

namespace PartnershipTracker.Web.Components.Parts;

/// <summary>
/// Keeps a page of many themes under 100 KB: as many claims of each side as there is room for, at most the five that were
/// read, and each in full only under the first of its themes. Links to all the others stand beside them.
/// </summary>
public static class PageRoom
{
    /// <summary>A quote on a page of many themes; longer ones end in “[…]” and are whole behind their link.</summary>
    private const int LongestQuote = 150;

    private const int MostBytes = 99 * 1024;

    // What is around the cards: the page, its filters (some eighty links that each repeat the query), the heads of themes.
    private const int PageBytes = 19_000;
    private const int Links = 80;
    private const int SectionBytes = 900;
    private const int Markup = 290;
    private const int RepeatMarkup = 150;

    public static IReadOnlyList<PointSection> Fit(IReadOnlyList<PointSection> sections, ClaimFilter filter)
    {
        var room = MostBytes - PageBytes - (sections.Count * SectionBytes) - ((Links + (3 * sections.Count)) * filter.On("").Length);
        for (var most = PointQueries.OfEachTheme; ; most--)
        {
            var fitted = Tell(sections.Select(s => s with { Claims = [.. s.Claims.GroupBy(c => c.Stance).SelectMany(side => side.Take(most))] }));
            if (most == 1 || fitted.Sum(Bytes) <= room)
            {
                return fitted;
            }
        }
    }

    /// <summary>The words themselves, cut at a word where they are long.</summary>
    public static string Clipped(string quote)
    {
        if (quote.Length <= LongestQuote)
        {
            return quote;
        }

        var end = quote.LastIndexOf(' ', LongestQuote);
        return quote[..(end > 0 ? end : LongestQuote)];
    }

    /// <summary>Says of each claim under which earlier theme of the page it stands in full.</summary>
    private static List<PointSection> Tell(IEnumerable<PointSection> sections)
    {
        var told = new Dictionary<Guid, ThemeRow>();
        var all = new List<PointSection>();
        foreach (var section in sections)
        {
            all.Add(section with { Above = section.Claims.Where(c => told.ContainsKey(c.Id)).ToDictionary(c => c.Id, c => told[c.Id]) });
            foreach (var claim in section.Claims.Where(_ => section.Theme is not null))
            {
                told.TryAdd(claim.Id, section.Theme!);
            }
        }

        return all;
    }

    private static int Bytes(PointSection section) => section.Claims.Sum(claim =>
        claim.Slug.Length + Length(claim.Statement) + (section.Above.ContainsKey(claim.Id) ? RepeatMarkup : Markup + Bytes(claim)));

    private static int Bytes(ClaimRow claim) =>
        claim.Marks.Sum(mark => 90 + mark.Slug.Length + Length(mark.Statement)) + (claim.Evidence is [var first, ..] ? Bytes(first) : 0);

    private static int Bytes(EvidenceRow evidence) =>
        (evidence.Exact is { } quote ? Length(Clipped(quote)) : Length(evidence.Note)) + evidence.DocumentSlug.Length + Length(evidence.DocumentTitle)
        + evidence.Chain.Sum(link => Length(link.Name)) + Length(evidence.Publisher);

    private static int Length(string? text) => text is null ? 0 : HtmlEncoder.Default.Encode(text).Length;
}
