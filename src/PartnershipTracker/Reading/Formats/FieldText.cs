using System.Globalization;
using System.Text.RegularExpressions;
using PartnershipTracker.Model;

namespace PartnershipTracker.Reading.Formats;

/// <summary>What files say about themselves, made fit to show.</summary>
internal static partial class FieldText
{
    private const int Longest = 500;

    private static readonly string[] DayForms =
        ["d MMMM yyyy", "MMMM d yyyy", "d MMM yyyy", "MMM d yyyy", "yyyy/M/d", "yyyyMMdd", "dddd d MMMM yyyy", "dddd MMMM d yyyy", "ddd d MMM yyyy"];

    private static readonly string[] MonthForms = ["MMMM yyyy", "MMM yyyy"];

    /// <summary>On one line; null where there is nothing to show, or far too much for a field.</summary>
    public static string? Clean(string? value)
    {
        if (value is null or { Length: > 10 * Longest })
        {
            return null;
        }

        var words = string.Join(' ', new string([.. value.Select(letter => char.IsControl(letter) ? ' ' : letter)])
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length is > 0 and <= Longest && IsWhole(words) ? words : null;
    }

    /// <summary>Without the “By” of a byline; null for an address, which names nobody.</summary>
    public static string? Person(string? value) =>
        Clean(value) is { } words && !words.Contains("://", StringComparison.Ordinal) ? Clean(ByMark().Replace(words, "")) : null;

    /// <summary>
    /// The day as it was written, whatever the time zone: a reader of the page saw that one. Numbers such as 03/04/2025 are
    /// left alone, since day and month cannot be told apart.
    /// </summary>
    public static EdtfDate? Date(string? value)
    {
        if (Clean(value) is not { } words)
        {
            return null;
        }

        if (IsoStart().Match(words) is { Success: true } iso)
        {
            return EdtfDate.TryParse(iso.Value, out var date) ? date : null;
        }

        // “March 6, 2025, 7:30 a.m.”: what follows the year does not matter.
        var bare = words.Replace(",", " ", StringComparison.Ordinal);
        var day = YearEnd().Match(bare) is { Success: true } upToYear ? upToYear.Value : bare;
        day = string.Join(' ', day.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return DateOnly.TryParseExact(day, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) ? Day(exact)
            : DateOnly.TryParseExact(day, MonthForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
                && EdtfDate.TryParse(month.ToString("yyyy-MM", CultureInfo.InvariantCulture), out var inMonth) ? inMonth : null;
    }

    public static EdtfDate? Day(DateOnly day) =>
        EdtfDate.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var date) ? date : null;

    /// <summary>A BCP 47 tag by its looks; <c>en_US</c> counts as <c>en-US</c>.</summary>
    public static string? Language(string? value) =>
        Clean(value)?.Replace('_', '-') is { } tag && LanguageTag().IsMatch(tag) ? tag : null;

    private static bool IsWhole(string words)
    {
        for (var n = 0; n < words.Length; n++)
        {
            if (char.IsSurrogate(words[n]) && !(n + 1 < words.Length && char.IsSurrogatePair(words[n], words[++n])))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"\A(?:by|von|par)\s*:?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ByMark();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9-])|\A[0-9]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsoStart();

    [GeneratedRegex(@"\A[^0-9]{0,40}(?:[0-9]{1,2}[^0-9]{1,20})?[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex YearEnd();

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
