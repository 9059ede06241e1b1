using PartnershipTracker.Model;

namespace PartnershipTracker.Reading.Formats;

/// <summary>
/// Plain text is never rewritten: its readable text is the decoded file. Title, author and date are taken from its head only
/// where a byline or a line with a date shows that it has one.
/// </summary>
internal static class PlainText
{
    /// <summary>How many lines under the first belong to the head, and how long its lines may be.</summary>
    private const int HeadLines = 4;
    private const int LongestLine = 140;

    public static Readable Read(string text)
    {
        var passages = Passages.Of(text);
        return new() { Text = text, Fields = Fields(text, passages), Passages = [.. passages.Select(span => new Passage(span, PassageKind.Prose))] };
    }

    private static ArticleFields Fields(string text, List<TextSpan> passages)
    {
        var head = passages.Skip(1).Take(HeadLines).Where(line => line.Length <= LongestLine && Passages.IsByline(text, line)).Select(line => line.In(text)).ToList();
        if (head.Count == 0 || passages[0].Length > LongestLine || Passages.EndsLikeASentence(text, passages[0]))
        {
            return new ArticleFields();
        }

        return new ArticleFields
        {
            Title = FieldText.Clean(passages[0].In(text).TrimStart('#', ' ')),
            Author = head.Where(line => line.StartsWith("By ", StringComparison.Ordinal)).Select(FieldText.Person).FirstOrDefault(),
            Published = head.Where(line => !line.StartsWith("By ", StringComparison.Ordinal)).Select(line => FieldText.Date(FromFigure(line))).FirstOrDefault(date => date is not null),
        };
    }

    /// <summary>“Updated: Thursday 14 May 2026” from the weekday or the day on.</summary>
    private static string FromFigure(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace("updated", "", StringComparison.Ordinal).TrimStart(' ', ':').Replace("on ", "", StringComparison.Ordinal);
}
