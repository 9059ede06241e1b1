using System.Text.RegularExpressions;

namespace PartnershipTracker.Reading.Formats;

/// <summary>Running heads and feet: what stands at the same height of most pages, whatever the page number in it.</summary>
internal static partial class PdfRunning
{
    /// <summary>How many lines from the top and from the bottom of a page may be running ones.</summary>
    private const int Edge = 3;

    public static List<List<PdfLine>> Without(List<List<PdfLine>> pages)
    {
        var filled = pages.Count(page => page.Count > 0);
        var often = new Dictionary<(string, int), int>();
        foreach (var key in pages.SelectMany(page => Edges(page).Select(Key).Distinct()))
        {
            often[key] = often.GetValueOrDefault(key) + 1;
        }

        // On two pages a repeat may be chance, except for a bare page number.
        return [.. pages.Select(page =>
        {
            var edges = Edges(page).ToHashSet();
            return page.Where(line => !(edges.Contains(line) && often[Key(line)] is var count
                && ((count * 2 > filled && count >= 3) || (count >= 2 && count * 2 > filled && IsPageNumber(line.Text))))).ToList();
        })];
    }

    private static IEnumerable<PdfLine> Edges(List<PdfLine> page)
    {
        var byHeight = page.OrderByDescending(line => line.Base).ToList();
        return byHeight.Take(Edge).Concat(byHeight.TakeLast(Edge)).Distinct();
    }

    private static (string, int) Key(PdfLine line) => (Digits().Replace(line.Text, "0"), (int)Math.Round(line.Base / 4));

    private static bool IsPageNumber(string text) => PageNumber().IsMatch(text);

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\A\W*(?:page\s+)?[0-9]{1,4}(?:\s*(?:/|of)\s*[0-9]{1,4})?\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();
}
