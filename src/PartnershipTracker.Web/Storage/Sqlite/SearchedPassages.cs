using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Web.Storage.Sqlite;

/// <summary>
/// A text as the pieces it is searched by: its passages, long ones cut at the ends of sentences, so that a hit is a place and
/// not a chapter. What repeats the text above it is left out, since that is found where it first stands.
/// </summary>
internal static class SearchedPassages
{
    private const int Longest = 1200;

    public static IEnumerable<TextSpan> Of(string text, IReadOnlyList<MarkedLine> marked)
    {
        var repeats = marked.Where(mark => mark.Kind == LineKind.Repeated).Select(mark => mark.Span).ToList();
        var next = 0;
        foreach (var passage in Passages.Of(text))
        {
            while (next < repeats.Count && repeats[next].End < passage.End)
            {
                next++;
            }

            if (next < repeats.Count && repeats[next].Contains(passage))
            {
                continue;
            }

            foreach (var piece in passage.Length <= Longest ? [passage] : Pieces(text, passage))
            {
                yield return piece;
            }
        }
    }

    private static IEnumerable<TextSpan> Pieces(string text, TextSpan passage)
    {
        var start = passage.Start;
        var end = start;
        foreach (var sentence in SentenceSplitter.Split(text, passage).Append(new TextSpan(passage.End, passage.End)))
        {
            if (sentence.End - start > Longest && end > start)
            {
                yield return new TextSpan(start, end);
                start = end;
            }

            end = Math.Max(end, sentence.End);
            while (end - start > Longest)
            {
                // A table, a list of names: nothing that ends like a sentence.
                var space = text.LastIndexOf(' ', start + Longest, Longest / 2);
                var cut = space > start ? space : start + Longest - (char.IsHighSurrogate(text[start + Longest - 1]) ? 1 : 0);
                yield return new TextSpan(start, cut);
                start = cut;
            }
        }

        if (end > start)
        {
            yield return new TextSpan(start, end);
        }
    }
}
