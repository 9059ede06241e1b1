using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Web.Components.Parts;

/// <summary>A readable text as the passages a page shows, runs of repeated ones gathered.</summary>
public static class DocumentLines
{
    /// <param name="Span">From the first word to the last.</param>
    /// <param name="Kind">Null for ordinary text.</param>
    public sealed record Line(TextSpan Span, LineKind? Kind);

    public sealed record Block(bool IsRepeat, List<Line> Lines);

    public static IReadOnlyList<Block> Of(string text, IReadOnlyList<MarkedLine> marked)
    {
        var blocks = new List<Block>();
        var next = 0;
        foreach (var span in Reading.Passages.Of(text))
        {
            while (next < marked.Count && marked[next].Span.End < span.End)
            {
                next++;
            }

            LineKind? kind = next < marked.Count && marked[next].Span.Contains(span) ? marked[next].Kind : null;
            var repeat = kind == LineKind.Repeated;
            if (blocks is not [.., var last] || last.IsRepeat != repeat)
            {
                blocks.Add(last = new Block(repeat, []));
            }

            last.Lines.Add(new Line(span, kind));
        }

        return blocks;
    }

    /// <summary>Each quote with up to two sentences of its passage on either side; overlapping excerpts are one.</summary>
    public static IEnumerable<Line> Excerpts(string text, IEnumerable<TextSpan> quotes)
    {
        const int around = 2;
        var spans = quotes.ToList();
        foreach (var passage in Reading.Passages.Of(text))
        {
            var sentences = SentenceSplitter.Split(text, passage);
            var shown = Enumerable.Range(0, sentences.Count)
                .Where(n => sentences.Skip(n - around).Take((2 * around) + 1 + Math.Min(0, n - around)).Any(near => spans.Any(near.Overlaps)))
                .ToList();
            for (var first = 0; first < shown.Count;)
            {
                var last = first;
                while (last + 1 < shown.Count && shown[last + 1] == shown[last] + 1)
                {
                    last++;
                }

                yield return new Line(new TextSpan(sentences[shown[first]].Start, sentences[shown[last]].End), null);
                first = last + 1;
            }
        }
    }
}
