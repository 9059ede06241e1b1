using System.Text.RegularExpressions;

namespace PartnershipTracker.Reading.Formats;

/// <summary>The lines between two <c>---</c> at the very start of a Markdown file.</summary>
/// <param name="End">Where the text behind it begins.</param>
/// <param name="Fields">What it tells.</param>
internal sealed partial record FrontMatter(int End, ArticleFields Fields)
{
    /// <summary>Longest front matter, in UTF-16 units.</summary>
    private const int Longest = 20_000;

    /// <summary>Null where the text does not begin with one: “---” and then lines of which one is “key: value”.</summary>
    public static FrontMatter? Of(string text)
    {
        if (Whole().Match(text.Length > Longest ? text[..Longest] : text) is not { Success: true } match || !KeyLine().IsMatch(match.Groups[1].Value))
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match line in KeyLine().Matches(match.Groups[1].Value))
        {
            values.TryAdd(line.Groups[1].Value, Unquoted(line.Groups[2].Value.Trim()));
        }

        string? Value(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (FieldText.Clean(values.GetValueOrDefault(name)) is { } value)
                {
                    return value;
                }
            }

            return null;
        }

        return new FrontMatter(match.Length, new ArticleFields
        {
            Title = Value("title"),
            Author = FieldText.Person(Value("author", "authors", "by")),
            Site = Value("site", "publisher", "publication"),
            Published = FieldText.Date(Value("published", "date")),
            Language = FieldText.Language(Value("lang", "language")),
        });
    }

    private static string Unquoted(string value) =>
        value is ['"', .., '"'] or ['\'', .., '\''] && value.Length > 1 ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal)
        : value is ['[', .., ']'] ? value[1..^1].Replace("\"", "", StringComparison.Ordinal)
        : value;

    [GeneratedRegex(@"\A---[ \t]*\r?\n((?:[^\r\n]*\r?\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^([A-Za-z][A-Za-z_-]{0,40})[ \t]*:[ \t]+([^\r\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex KeyLine();
}
