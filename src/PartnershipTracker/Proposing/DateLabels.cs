using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing;

/// <summary>
/// Dates that stand alone over what happened then: a table's first cell, the heading of a chronology's entry. One holds until
/// the next heading or date that stands alone.
/// </summary>
internal sealed class DateLabels(Article article, DateStory story)
{
    private readonly List<MarkedLine> lines = [.. article.Marked.Where(mark => mark.Kind is LineKind.Heading or LineKind.Debris)];
    private int next;
    private ResolvedDate? label;

    /// <summary>Takes note of the headings that end before a place.</summary>
    public void ReadUpTo(int place)
    {
        for (; next < lines.Count && lines[next].Span.End <= place; next++)
        {
            var dates = story.Next(article.Text, Tokens.Of(article.Text, lines[next].Span));
            label = Alone(lines[next].Span, dates) ?? (lines[next].Kind == LineKind.Heading ? null : label);
        }
    }

    /// <summary>The label of a sentence, which may be one itself.</summary>
    public ResolvedDate? Of(TextSpan sentence, IReadOnlyList<ResolvedDate> dates) => label = Alone(sentence, dates) ?? label;

    private ResolvedDate? Alone(TextSpan span, IReadOnlyList<ResolvedDate> dates) =>
        dates.Count > 0 && dates[0] is { Kind: DateKind.Date, Edtf: not null } date && !article.Text.AsSpan(span.Start, span.Length).Trim().IsEmpty
            && IsOnlyMarks(article.Text.AsSpan(span.Start..date.Span.Start)) && IsOnlyMarks(article.Text.AsSpan(date.Span.End..span.End)) ? date : null;

    private static bool IsOnlyMarks(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                return false;
            }
        }

        return true;
    }
}
