using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>
/// Finds dates in a sentence and says what they mean, no more exactly than the words, the publication date and the date told
/// before allow. One pass over the tokens, with no more than a few tokens looked at around each.
/// </summary>
public static class DateFinder
{
    /// <summary>Dates of one sentence in text order; none overlap.</summary>
    /// <param name="text">The whole readable text.</param>
    /// <param name="tokens">The sentence's tokens.</param>
    /// <param name="published">The document's publication date; null leaves dates that count from it unresolved.</param>
    /// <param name="previous">The date of the event told last before this sentence.</param>
    /// <param name="dayFirst">How to read 01/02/2025 where both orders are possible.</param>
    public static List<ResolvedDate> Find(string text, List<Token> tokens, EdtfDate? published, EdtfDate? previous, bool dayFirst = true) =>
        Find(text, tokens, new DateReference(published, previous, isNear: false), dayFirst);

    /// <summary>Dates of one sentence given by its place.</summary>
    public static IReadOnlyList<ResolvedDate> Find(string text, TextSpan sentence, EdtfDate? published, EdtfDate? previous) =>
        Find(text, Tokens.Of(text, sentence), published, previous);

    internal static List<ResolvedDate> Find(string text, List<Token> tokens, DateReference from, bool dayFirst)
    {
        var dates = new List<ResolvedDate>();
        using var scan = DateScan.Of(text, tokens);
        if (scan is null)
        {
            return dates;
        }

        var grammar = new DateGrammar(scan, from, dayFirst);
        for (var at = 0; at < scan.Count;)
        {
            if (scan[at].Is(DateCue.None) || grammar.At(at) is not { } phrase)
            {
                at++;
                continue;
            }

            var span = scan.SpanOf(phrase);
            var edtf = phrase.Meaning.Edtf;
            if (dates is [.., { Edtf: { IsInterval: false }, Rule: var rule } just] && rule.StartsWith("some-", StringComparison.Ordinal) && phrase.Anchor != DateAnchor.Previous
                && phrase.Meaning is { IsInterval: false, Start.HasMonth: true } && edtf is not null && span.Start - just.Span.End == 2 && text[just.Span.End] == ',')
            {
                // Two days earlier, on 15 November: the same day, told twice.
                dates[^1] = just with { Edtf = edtf };
            }

            dates.Add(new ResolvedDate(span.In(text), span, edtf, phrase.Rule, from.Named(phrase.Anchor)) { Kind = phrase.Kind });
            from.Tell(phrase, edtf);
            at = Math.Max(phrase.End, at + 1);
        }

        return dates;
    }
}
