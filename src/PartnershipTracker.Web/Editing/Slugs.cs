using System.Text;
using Microsoft.EntityFrameworkCore;

namespace PartnershipTracker.Web.Editing;

/// <summary>Slugs: lower-case ASCII words joined by hyphens, at most 80 characters, given once and never changed.</summary>
public static class Slugs
{
    public const int MaxLength = 80;

    /// <summary>
    /// Latin letters with marks, by the letter they are read as, and apostrophes, which vanish inside a word. A table,
    /// because the runtime decomposes letters only where ICU is installed.
    /// </summary>
    private static readonly Dictionary<char, string> Plain = new (string Plain, string Letters)[]
    {
        ("", "'’"), ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
        ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏő"), ("oe", "œ"),
        ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    }.SelectMany(group => group.Letters, (group, letter) => (letter, group.Plain)).ToDictionary();

    /// <summary>Cut at a word where it can be; <c>untitled</c> for a text without a letter or digit of the Latin script.</summary>
    public static string From(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (Plain.TryGetValue(letter, out var plain))
            {
                slug.Append(plain);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var whole = slug.ToString().TrimEnd('-');
        return whole.Length == 0 ? "untitled" : Cut(whole, MaxLength);
    }

    /// <summary>The slug of <paramref name="text"/>, with <c>-2</c>, <c>-3</c>… when it is taken.</summary>
    public static async Task<string> FreeAsync(string text, IQueryable<string> taken, CancellationToken stop)
    {
        foreach (var slug in Tries(text))
        {
            if (!await taken.AnyAsync(other => other == slug, stop))
            {
                return slug;
            }
        }

        throw new InvalidOperationException("Tries never end.");
    }

    /// <summary>The same among slugs in memory; the new one is taken from then on.</summary>
    public static string Free(string text, ISet<string> taken) => Tries(text).First(taken.Add);

    private static IEnumerable<string> Tries(string text)
    {
        var wanted = From(text);
        for (var n = 1; ; n++)
        {
            var suffix = n == 1 ? "" : $"-{n}";
            yield return Cut(wanted, MaxLength - suffix.Length) + suffix;
        }
    }

    private static string Cut(string slug, int length)
    {
        if (slug.Length <= length)
        {
            return slug;
        }

        var end = slug.LastIndexOf('-', length);
        return slug[..(end > length / 2 ? end : length)].TrimEnd('-');
    }
}
