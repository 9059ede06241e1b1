using System.Text;
using System.Text.RegularExpressions;

namespace PartnershipTracker.Reading.Formats;

/// <summary>
/// Which format a file is in: what its name or media type says, else what its content shows beyond doubt, else plain text,
/// because plain text is never rewritten.
/// </summary>
internal static partial class FormatFinder
{
    /// <summary>How far into a file its format shows.</summary>
    private const int Head = 4096;

    /// <summary>Null: the bytes do not tell, the decoded text has to (<see cref="OfText"/>).</summary>
    public static ArticleFormat? OfBytes(ReadOnlySpan<byte> bytes, ReadHints hints)
    {
        // Some writers put bytes before the mark; the format's readers look through the first 1024.
        var mark = bytes[..Math.Min(1024, bytes.Length)].IndexOf("%PDF-"u8);
        if (mark == 0 || (mark > 0 && Hinted(hints) == ArticleFormat.Pdf))
        {
            return ArticleFormat.Pdf;
        }

        return Hinted(hints);
    }

    public static ArticleFormat OfText(string text, ReadHints hints) => Hinted(hints) ?? OfContent(text);

    /// <summary>Whether the file's bytes may declare a character set of their own.</summary>
    public static bool MayBeHtml(ReadOnlySpan<byte> bytes, ReadHints hints) =>
        Hinted(hints) is { } hinted ? hinted == ArticleFormat.Html : IsHtml(Encoding.Latin1.GetString(bytes[..Math.Min(Head, bytes.Length)]));

    private static ArticleFormat OfContent(string text)
    {
        var head = text.Length > Head ? text[..Head] : text;
        return IsHtml(head) ? ArticleFormat.Html
            : FrontMatter.Of(text) is not null || IsMarkdown(text) ? ArticleFormat.Markdown
            : ArticleFormat.PlainText;
    }

    private static ArticleFormat? Hinted(ReadHints hints) =>
        hints.FileName is { } name && name.LastIndexOf('.') is var dot and >= 0 && OfExtension(name[(dot + 1)..]) is { } format
            ? format
            : OfMediaType(hints.MediaType);

    private static ArticleFormat? OfExtension(string extension) => extension.Trim().ToLowerInvariant() switch
    {
        "txt" or "text" => ArticleFormat.PlainText,
        "md" or "markdown" or "mdown" or "mkd" => ArticleFormat.Markdown,
        "html" or "htm" or "xhtml" or "xht" => ArticleFormat.Html,
        "pdf" => ArticleFormat.Pdf,
        _ => null,
    };

    /// <summary><c>text/plain</c> is no hint: it is what senders say of any text.</summary>
    private static ArticleFormat? OfMediaType(string? type) => type?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "text/markdown" or "text/x-markdown" => ArticleFormat.Markdown,
        "text/html" or "application/xhtml+xml" => ArticleFormat.Html,
        "application/pdf" or "application/x-pdf" => ArticleFormat.Pdf,
        _ => null,
    };

    private static bool IsHtml(string head) => HtmlStart().IsMatch(head);

    /// <summary>At least two kinds of marks, or two headings: one “# ” line alone may be plain text.</summary>
    private static bool IsMarkdown(string text)
    {
        var headings = HeadingMark().Matches(text).Take(2).Count();
        var strong = StrongMark().IsMatch(text) ? 1 : 0;
        var link = LinkMark().IsMatch(text) ? 1 : 0;
        return headings + strong + link >= 2;
    }

    [GeneratedRegex(@"\A\uFEFF?(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)?<(?:!doctype\s+html|html)[\s>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex HtmlStart();

    [GeneratedRegex(@"^#{1,6} \S", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"\*\*\w[^*\n]{0,200}\*\*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex StrongMark();

    [GeneratedRegex(@"\[[^\[\]\n]{1,200}\]\((?:https?://|/|mailto:)[^()\s]{0,1000}\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LinkMark();
}
