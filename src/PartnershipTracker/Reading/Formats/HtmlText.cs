using System.Globalization;
using AngleSharp.Html.Parser;
using SmartReader;

namespace PartnershipTracker.Reading.Formats;

/// <summary>
/// The article of a web page. SmartReader says where on the page it is; what is in it, tables, figures and headline
/// included, is taken from the page itself.
/// </summary>
internal static class HtmlText
{
    /// <summary>SmartReader's time grows with the square of the elements; beyond this the whole cleaned page is taken.</summary>
    private const int MostForFinder = 8_000;

    /// <summary>A found article shorter than this, in UTF-16 units, or than a third of the page's prose is more likely a part of one.</summary>
    private const int ShortestArticle = 200;

    /// <summary>Longest line that is dropped for beginning like page furniture; longer ones stay and are marked.</summary>
    private const int LongestFurniture = 40;

    /// <summary>The page at <paramref name="address"/>, which is never called.</summary>
    /// <exception cref="UnreadableException">The page is over the limits of <see cref="HtmlGuard"/>, or holds no text.</exception>
    public static Readable Read(string html, string? address)
    {
        HtmlGuard.Check(html);
        using var page = new HtmlParser().ParseDocument(html);
        var found = HtmlBlocks.Of(page);
        var chosen = Chosen(found, address).Where(block => !IsFurniture(block)).ToList();
        if (chosen.Count == 0)
        {
            throw new UnreadableException("The web page holds no text to read. It may be filled in by a script: save the page as the browser shows it, or copy its text.");
        }

        var writer = new ReadableWriter();
        foreach (var block in chosen)
        {
            writer.Append(block.Text);
            writer.EndBlock(block.Kind);
        }

        return writer.Finish(HtmlFields.Of(page, chosen));
    }

    private static IEnumerable<HtmlBlock> Chosen(HtmlBlocks page, string? address)
    {
        var found = Found(page, address);
        var blocks = page.Blocks;
        var prose = blocks.Where(block => block.Kept || !block.IsMostlyLinks).ToList();
        var length = found.Sum(n => blocks[n].Text.Length);
        if (length < ShortestArticle || length * 3 < prose.Sum(block => block.Text.Length))
        {
            return prose.Count > 0 ? prose : blocks;
        }

        var (first, last) = (found.Min(), found.Max());
        var (start, end) = page.Containers.FirstOrDefault(part => part.Start <= first && last < part.End, (Start: first, End: last + 1));
        var title = Enumerable.Range(0, first).LastOrDefault(n => blocks[n].IsTitle, -1);
        return blocks.Where((block, n) => n == title || found.Contains(n) || (n >= start && n < end && (block.Kept || !block.IsMostlyLinks)));
    }

    /// <summary>Numbers of the blocks SmartReader takes for the article; none where it finds no article.</summary>
    private static HashSet<int> Found(HtmlBlocks page, string? address)
    {
        var found = new HashSet<int>();
        if (page.Elements > MostForFinder)
        {
            return found;
        }

        var uri = Uri.TryCreate(address, UriKind.Absolute, out var given) && given.Scheme is "http" or "https" ? given.AbsoluteUri : "https://article.invalid/";
        var reader = new Reader(uri, page.Skeleton) { KeepClasses = true };
        reader.AddCustomOperationEnd(article =>
        {
            foreach (var span in article.QuerySelectorAll("span[data-n]"))
            {
                if (int.TryParse(span.GetAttribute("data-n"), NumberStyles.None, CultureInfo.InvariantCulture, out var n))
                {
                    found.Add(n);
                }
            }
        });
        return reader.GetArticle().Completed ? found : [];
    }

    private static bool IsFurniture(HtmlBlock block)
    {
        var words = string.Join(' ', block.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return block.Kind is PassageKind.Prose or PassageKind.ListItem && (block.IsMostlyLinks || words.Length <= LongestFurniture)
            && LineMarks.IsFurniture(words) is not null;
    }
}
