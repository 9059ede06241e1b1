using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>A text as its passages: lines, with those joined again that were only wrapped at a width.</summary>
public static class Passages
{
    /// <summary>A line shorter than this was not wrapped: it is a paragraph, a heading or an item of its own.</summary>
    private const int ShortestWrapped = 50;
    private const int ShortestCutOff = 20;

    private static readonly string[] Openings = ["By ", "Updated ", "Updated: ", "Published ", "Published: ", "Published on ", "Posted ", "Posted on ", "Recorded ", "Last updated ", "Last updated: "];

    /// <summary>Passages in text order, each from its first word to its last; a joined one holds its line ends.</summary>
    public static List<TextSpan> Of(string text)
    {
        var passages = new List<TextSpan>();
        TextSpan? last = null;
        foreach (var line in Lines.Of(text))
        {
            if (last is { } before && IsWrapped(text, before, line))
            {
                passages[^1] = new TextSpan(passages[^1].Start, line.End);
            }
            else
            {
                passages.Add(line);
            }

            last = line;
        }

        return passages;
    }

    internal static bool EndsLikeASentence(string text, TextSpan line) =>
        line.In(text).TrimEnd('"', '”', '’', '\'', ')', ']') is [.., '.' or '!' or '?' or '…' or ':' or ';' or '。'];

    /// <summary>“By Dana Whitlock”, “Updated 14 May 2026, 9:12 a.m.”: what stands under a headline, not what goes on with it.</summary>
    internal static bool IsByline(string text, TextSpan line)
    {
        const int longest = 80;
        var words = line.Length <= longest ? line.In(text) : "";
        return Openings.Any(opening => words.StartsWith(opening, StringComparison.Ordinal) && words.Length > opening.Length && (char.IsUpper(words[opening.Length]) || char.IsDigit(words[opening.Length])));
    }

    private static bool IsWrapped(string text, TextSpan line, TextSpan next) =>
        IsCutOff(text, line, next) || IsWrappedAtWidth(text, line, next);

    /// <summary>A short line goes on below where that begins in lower case, unless these are the lines of a list.</summary>
    private static bool IsCutOff(string text, TextSpan line, TextSpan next) =>
        line.Length is >= ShortestCutOff and < ShortestWrapped && char.IsUpper(text[line.Start]) && char.IsLower(text[next.Start])
        && !EndsLikeASentence(text, line) && IsDirectlyBelow(text.AsSpan(line.End, next.Start - line.End));

    private static bool IsWrappedAtWidth(string text, TextSpan line, TextSpan next) =>
        line.Length >= ShortestWrapped && line.Length <= 100 && !EndsLikeASentence(text, line)
        && text[line.Start] != '#' && !IsByline(text, next) && (char.IsLetterOrDigit(text[next.Start]) || text[next.Start] is '"' or '“' or '(' or '$' or '‘')
        && IsDirectlyBelow(text.AsSpan(line.End, next.Start - line.End));

    private static bool IsDirectlyBelow(ReadOnlySpan<char> between) => between.Count('\n') <= 1 && between.Count('\r') <= 1;
}
