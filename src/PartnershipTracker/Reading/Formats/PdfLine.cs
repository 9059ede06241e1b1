using UglyToad.PdfPig.Content;

namespace PartnershipTracker.Reading.Formats;

/// <summary>A line of a page; lengths in points, 72 to the inch, from the page's lower left corner.</summary>
/// <param name="Text">Its words, parted by single spaces.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Base">Height of the line its letters stand on.</param>
/// <param name="Size">Of its letters, the middle one.</param>
/// <param name="Column">Number of the column on its page, counted in reading order; lines across all columns part them.</param>
/// <param name="Page">Counted from 0.</param>
internal sealed record PdfLine(string Text, double Left, double Right, double Base, double Size, int Column, int Page)
{
    /// <summary>Narrowest gap between two columns.</summary>
    private const double Gutter = 9;

    /// <summary>Most words whose layout is looked at; a page with more is no page of an article.</summary>
    private const int MostWords = 20_000;

    /// <summary>Lines in reading order.</summary>
    public static List<PdfLine> Of(Page page)
    {
        var words = page.GetWords().Where(word => !string.IsNullOrWhiteSpace(word.Text) && IsPlaced(word)).Take(MostWords).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var rows = Rows(words);
        var gutter = GutterOf(rows);
        if (gutter is not { } middle)
        {
            return [.. rows.Select(row => Line(row, 0, page.Number - 1))];
        }

        return Columns(rows, middle, page.Number - 1);
    }

    private static bool IsPlaced(Word word) =>
        double.IsFinite(word.BoundingBox.Left) && double.IsFinite(word.BoundingBox.Right) && double.IsFinite(Baseline(word));

    private static double Baseline(Word word) => word.Letters[0].StartBaseLine.Y;

    private static double SizeOf(Word word) => word.Letters[0].PointSize is > 1 and < 500 and var size ? size : 10;

    /// <summary>Words at about the same height, from the top down, each row from left to right.</summary>
    private static List<List<Word>> Rows(List<Word> words)
    {
        var rows = new List<List<Word>>();
        foreach (var word in words.OrderByDescending(Baseline))
        {
            if (rows.Count > 0 && Baseline(rows[^1][0]) - Baseline(word) < 0.4 * Math.Max(SizeOf(word), SizeOf(rows[^1][0])))
            {
                rows[^1].Add(word);
            }
            else
            {
                rows.Add([word]);
            }
        }

        rows.ForEach(row => row.Sort((a, b) => a.BoundingBox.Left.CompareTo(b.BoundingBox.Left)));
        return rows;
    }

    /// <summary>
    /// The place in the middle of the page that most rows leave free although words stand on both sides of it; null on a page
    /// of one column. Two columns are all that is looked for.
    /// </summary>
    private static double? GutterOf(List<List<Word>> rows)
    {
        var left = rows.Min(row => row[0].BoundingBox.Left);
        var width = rows.Max(row => row[^1].BoundingBox.Right) - left;
        if (width < 100)
        {
            return null;
        }

        // Candidates: middles of wide gaps near the middle of the text.
        var gaps = rows.SelectMany(row => row.Zip(row.Skip(1)))
            .Where(pair => pair.Second.BoundingBox.Left - pair.First.BoundingBox.Right >= Gutter)
            .Select(pair => (pair.First.BoundingBox.Right + pair.Second.BoundingBox.Left) / 2)
            .Where(middle => middle > left + (0.3 * width) && middle < left + (0.7 * width))
            .OrderBy(middle => middle).ToList();
        if (gaps.Count < 5)
        {
            return null;
        }

        var best = gaps[gaps.Count / 2];
        var both = rows.Count(row => row[0].BoundingBox.Right < best && row[^1].BoundingBox.Left > best && IsFree(row, best));
        var crossed = rows.Count(row => !IsFree(row, best));
        return both >= 5 && both >= 2 * crossed ? best : null;
    }

    private static bool IsFree(List<Word> row, double middle) =>
        row.All(word => word.BoundingBox.Right <= middle - (Gutter / 2) + 1 || word.BoundingBox.Left >= middle + (Gutter / 2) - 1);

    /// <summary>Rows across the gutter part the page: between them first the left column, then the right one.</summary>
    private static List<PdfLine> Columns(List<List<Word>> rows, double middle, int page)
    {
        var lines = new List<PdfLine>();
        var (left, right) = (new List<List<Word>>(), new List<List<Word>>());
        var column = 0;
        foreach (var row in rows)
        {
            if (!IsFree(row, middle))
            {
                Flush();
                lines.Add(Line(row, column++, page));
                continue;
            }

            Half(left, row.Where(word => word.BoundingBox.Left < middle));
            Half(right, row.Where(word => word.BoundingBox.Left >= middle));
        }

        Flush();
        return lines;

        static void Half(List<List<Word>> side, IEnumerable<Word> words)
        {
            if (words.ToList() is { Count: > 0 } half)
            {
                side.Add(half);
            }
        }

        void Flush()
        {
            foreach (var side in new[] { left, right })
            {
                lines.AddRange(side.Select(row => Line(row, column, page)));
                column += side.Count > 0 ? 1 : 0;
                side.Clear();
            }
        }
    }

    private static PdfLine Line(List<Word> row, int column, int page) => new(
        string.Join(' ', row.Select(word => word.Text)),
        row[0].BoundingBox.Left,
        row.Max(word => word.BoundingBox.Right),
        Baseline(row[0]),
        row.Select(SizeOf).Order().ElementAt(row.Count / 2),
        column,
        page);
}
