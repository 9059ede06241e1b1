using System.Text.RegularExpressions;

namespace PartnershipTracker.Reading.Formats;

/// <summary>
/// Refuses Markdown on which the parser's time grows with the square of its length, before it sees it. The numbers are
/// far beyond any article and keep the parser within about a second (measured with Markdig 1.6).
/// </summary>
internal static partial class MarkdownGuard
{
    public const int MaxCharacters = 1024 * 1024;

    /// <summary>Link targets and footnotes given on lines of their own (<c>[name]: …</c>).</summary>
    private const int MaxDefinitions = 5_000;

    /// <summary>Lines of nothing but “=” or “-”, which may make the line above a heading.</summary>
    private const int MaxUnderlines = 20_000;

    /// <summary>
    /// For each mark that opens something (a link target, a comment) the parser may look through the rest of its block:
    /// marks times length, over all blocks.
    /// </summary>
    private const long MaxLookahead = 500_000_000;

    /// <exception cref="UnreadableException">Over one of the limits.</exception>
    public static void Check(string markdown)
    {
        if (markdown.Length > MaxCharacters)
        {
            throw new UnreadableException("The Markdown is longer than 1 million characters, the most we take. Save the article alone, or as plain text.");
        }

        if (Definition().Count(markdown) > MaxDefinitions)
        {
            throw new UnreadableException($"The Markdown holds more than {MaxDefinitions:N0} link or footnote definitions, so it is no article we can read.");
        }

        if (Underline().Count(markdown) > MaxUnderlines)
        {
            throw new UnreadableException($"The Markdown holds more than {MaxUnderlines:N0} underlines, so it is no article we can read.");
        }

        if (Lookahead(markdown) > MaxLookahead)
        {
            throw new UnreadableException("The Markdown holds too many links, comments or brackets in one paragraph to be read. Save the article as plain text and try again.");
        }
    }

    private static long Lookahead(string markdown)
    {
        var (total, start, marks) = (0L, 0, 0L);
        foreach (Match match in MarkOrGap().Matches(markdown))
        {
            if (!char.IsWhiteSpace(match.Value[0]))
            {
                marks++;
                continue;
            }

            total += marks * (match.Index - start);
            (start, marks) = (match.Index, 0);
        }

        return total + (marks * (markdown.Length - start));
    }

    [GeneratedRegex(@"^[ >\t*+-]{0,20}\[[^\]\n]{1,1000}\]:", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^[ >\t]{0,20}(?:=+|-+)[ \t\r]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Underline();

    /// <summary>A mark that opens something, or an empty line.</summary>
    [GeneratedRegex(@"\]\(|<!|<\?|\n[ \t\r]*\n", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MarkOrGap();
}
