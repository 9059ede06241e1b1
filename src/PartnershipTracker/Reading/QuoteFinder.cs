using System.Text;
using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>Where a quote stands in a text, or what comes nearest to it.</summary>
/// <param name="Places">All places, in text order; each span covers the text's own words.</param>
/// <param name="Nearest">Where there is no place: the most similar sentence, or null when none is like it.</param>
public sealed record QuoteSearch(IReadOnlyList<TextSpan> Places, NearestPassage? Nearest);

/// <param name="Span">A sentence of the text.</param>
/// <param name="Similarity">Share of words the two have in common (Dice coefficient), 0 to 1.</param>
public sealed record NearestPassage(TextSpan Span, double Similarity);

/// <summary>
/// Finds a quote again. Only white space and the shape of quotation marks may differ, since copying changes these; the
/// result is always the text's own words.
/// </summary>
public static class QuoteFinder
{
    private const double LeastSimilarity = 0.4;

    public static QuoteSearch Find(string text, string words)
    {
        var wanted = Fold(words.Trim(), null);
        if (wanted.Length == 0)
        {
            return new QuoteSearch([], null);
        }

        var positions = new List<int>(text.Length);
        var folded = Fold(text, positions);
        var places = new List<TextSpan>();
        for (var at = folded.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
        {
            places.Add(new TextSpan(positions[at], positions[at + wanted.Length - 1] + 1));
        }

        return new QuoteSearch(places, places.Count > 0 ? null : Nearest(text, wanted));
    }

    private static NearestPassage? Nearest(string text, string wanted)
    {
        var mine = Words(wanted);
        NearestPassage? best = null;
        foreach (var span in Passages.Of(text).SelectMany(passage => SentenceSplitter.Split(text, passage)))
        {
            var theirs = Words(span.In(text));
            var similarity = 2.0 * theirs.Count(mine.Contains) / (mine.Count + theirs.Count);
            if (similarity >= LeastSimilarity && similarity > (best?.Similarity ?? 0))
            {
                best = new NearestPassage(span, similarity);
            }
        }

        return best;
    }

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '"', '\'', '(', ')', '!', '?'))];

    /// <summary>Folds white space and quotation marks; <paramref name="positions"/> gets each letter's place in the text.</summary>
    private static string Fold(string text, List<int>? positions)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at] switch
            {
                '“' or '”' or '„' or '«' or '»' => '"',
                '‘' or '’' or '‚' => '\'',
                var other when char.IsWhiteSpace(other) => ' ',
                var other => other,
            };
            if (letter != ' ' || folded.Length == 0 || folded[^1] != ' ')
            {
                folded.Append(letter);
                positions?.Add(at);
            }
        }

        return folded.ToString();
    }
}
