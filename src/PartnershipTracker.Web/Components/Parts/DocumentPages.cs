using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Components.Parts;

/// <summary>A long text cut into pages at the ends of paragraphs.</summary>
public static class DocumentPages
{
    /// <summary>Most characters of a page; a longer paragraph is cut between words.</summary>
    public const int Longest = 60_000;

    /// <summary>At least one page, each of at least one block.</summary>
    public static IReadOnlyList<IReadOnlyList<DocumentLines.Block>> Of(string text, IReadOnlyList<DocumentLines.Block> blocks)
    {
        var pages = new List<List<DocumentLines.Block>> { new() };
        var length = 0;
        foreach (var (isRepeat, line) in blocks.SelectMany(block => block.Lines.SelectMany(line => Cut(text, line)).Select(line => (block.IsRepeat, line))))
        {
            if (length > 0 && length + line.Span.Length > Longest)
            {
                pages.Add([]);
                length = 0;
            }

            length += line.Span.Length;
            if (pages[^1] is not [.., var last] || last.IsRepeat != isRepeat)
            {
                pages[^1].Add(last = new DocumentLines.Block(isRepeat, []));
            }

            last.Lines.Add(line);
        }

        return pages;
    }

    /// <summary>Number of the page a place stands on, from 1; the first where it stands on none.</summary>
    public static int At(IReadOnlyList<IReadOnlyList<DocumentLines.Block>> pages, int place)
    {
        for (var page = pages.Count; page > 1; page--)
        {
            if (pages[page - 1] is [{ Lines: [var first, ..] }, ..] && first.Span.Start <= place)
            {
                return page;
            }
        }

        return 1;
    }

    private static IEnumerable<DocumentLines.Line> Cut(string text, DocumentLines.Line line)
    {
        var start = line.Span.Start;
        while (line.Span.End - start > Longest)
        {
            var space = text.LastIndexOf(' ', start + Longest - 1, Longest / 2);
            var end = space > start ? space + 1 : start + Longest - (char.IsHighSurrogate(text[start + Longest - 1]) ? 1 : 0);
            yield return line with { Span = new TextSpan(start, end) };
            start = end;
        }

        yield return line with { Span = new TextSpan(start, line.Span.End) };
    }
}
