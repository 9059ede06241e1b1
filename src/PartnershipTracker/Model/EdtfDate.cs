using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PartnershipTracker.Model;

/// <summary>
/// A date in the Extended Date/Time Format (ISO 8601-2): level 0, level 1 with <c>? ~ %</c> on the whole of each date,
/// unspecified digits (<c>201X</c>, <c>2019-XX</c>), seasons 21–24 and quarters 33–36, intervals with open (<c>..</c>) and
/// unknown (empty) ends. Years 0001–9999.
/// </summary>
public sealed record EdtfDate
{
    private const int MaxLength = 23;

    private EdtfDate(string value, EdtfPoint? start, EdtfPoint? end, bool isInterval) =>
        (Value, Start, End, IsInterval) = (value, start, end, isInterval);

    /// <summary>The EDTF string as it was given.</summary>
    public string Value { get; }

    /// <summary>First day it may mean; qualifiers do not widen it, an open or unknown start is 0001-01-01.</summary>
    public DateOnly Earliest => Start?.Earliest ?? DateOnly.MinValue;

    /// <summary>Last day it may mean; an open or unknown end is 9999-12-31.</summary>
    public DateOnly Latest => End?.Latest ?? DateOnly.MaxValue;

    public bool IsInterval { get; }

    /// <summary><c>~</c> or <c>%</c>: about then.</summary>
    public bool IsApproximate => Start?.IsApproximate == true || End?.IsApproximate == true;

    /// <summary><c>?</c> or <c>%</c>: perhaps then.</summary>
    public bool IsUncertain => Start?.IsUncertain == true || End?.IsUncertain == true;

    public bool IsOpenStart => Start is null;
    public bool IsOpenEnd => End is null;

    /// <summary>How exact the date is; an interval is as exact as its start, or its end where it has no start.</summary>
    public DatePrecision Precision => (Start ?? End)!.Precision;

    /// <summary>In English, no more exact than the date: <c>about June 2023</c>, <c>23 March 2023</c>, <c>since 2019</c>.</summary>
    public string InWords => (Start, End) switch
    {
        ({ } only, _) when !IsInterval => only.InWords,
        ({ } from, { } to) => $"{from.InWords} to {to.InWords}",
        ({ } from, null) => $"since {from.InWords}",
        (null, { } to) => $"until {to.InWords}",
        _ => Value,
    };

    private EdtfPoint? Start { get; }
    private EdtfPoint? End { get; }

    /// <summary>False for anything that is not a date of the kinds above, never an exception.</summary>
    public static bool TryParse(string? value, [NotNullWhen(true)] out EdtfDate? date)
    {
        date = null;
        if (value is null || value.Length > MaxLength)
        {
            return false;
        }

        var slash = value.IndexOf('/');
        if (slash < 0)
        {
            date = EdtfPoint.Parse(value) is { } point ? new EdtfDate(value, point, point, isInterval: false) : null;
            return date is not null;
        }

        var (left, right) = (value[..slash], value[(slash + 1)..]);
        var (start, end) = (EdtfPoint.Parse(left), EdtfPoint.Parse(right));
        var sound = (start is not null || left is "" or "..") && (end is not null || right is "" or "..")
            && (start is not null || end is not null)
            && (start is null || end is null || start.Earliest <= end.Latest);
        date = sound ? new EdtfDate(value, start, end, isInterval: true) : null;
        return date is not null;
    }

    /// <exception cref="FormatException"><paramref name="value"/> is not an EDTF date of the kinds above.</exception>
    public static EdtfDate Parse(string value) =>
        TryParse(value, out var date) ? date : throw new FormatException($"“{value}” is not an EDTF date.");

    /// <summary>Two dates are equal when their strings are.</summary>
    public bool Equals(EdtfDate? other) => other is not null && Value == other.Value;

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;
}

/// <summary>The smallest unit a date names.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Season,
    Quarter,
    Year,
    Decade,
    Century,
}

/// <summary>One end of a date, or the whole of one that is no interval.</summary>
internal sealed record EdtfPoint(DateOnly Earliest, DateOnly Latest, DatePrecision Precision, bool IsApproximate, bool IsUncertain)
{
    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];
    private static readonly string[] SeasonMonths = ["March to May", "June to August", "September to November", "December to February"];
    private static readonly string[] Quarters = ["first", "second", "third", "fourth"];

    public string InWords
    {
        get
        {
            var (year, month) = (Earliest.Year, Earliest.Month);
            var words = Precision switch
            {
                DatePrecision.Day => Earliest.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
                DatePrecision.Month => Earliest.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
                DatePrecision.Season => $"{Seasons[(month / 3) - 1]} {year} ({SeasonMonths[(month / 3) - 1]})",
                DatePrecision.Quarter => $"{Quarters[(month - 1) / 3]} quarter of {year}",
                DatePrecision.Decade => $"{year}s",
                DatePrecision.Century => $"{year} to {Latest.Year}",
                _ => year.ToString(CultureInfo.InvariantCulture),
            };
            return $"{(IsApproximate ? "about " : "")}{words}{(IsUncertain ? ", uncertain" : "")}";
        }
    }

    public static EdtfPoint? Parse(string text)
    {
        var bare = text.TrimEnd('?', '~', '%');
        if (text.Length - bare.Length > 1)
        {
            return null;
        }

        var qualifier = text.Length > bare.Length ? text[^1] : ' ';
        return bare.Length switch
        {
            4 => Year(bare),
            7 when bare[4] == '-' => YearAndPart(bare),
            10 when bare[4] == '-' && bare[7] == '-' => Day(bare),
            _ => null,
        } is { } point
            ? point with { IsApproximate = qualifier is '~' or '%', IsUncertain = qualifier is '?' or '%' }
            : null;
    }

    private static EdtfPoint? Year(string text)
    {
        var digits = text.TrimEnd('X');
        var unknown = text.Length - digits.Length;
        if (unknown > 2 || Number(digits) is not { } number)
        {
            return null;
        }

        var span = unknown switch { 0 => 1, 1 => 10, _ => 100 };
        var first = number * span;
        return first is 0 or > 9999
            ? null
            : Make(new DateOnly(first, 1, 1), new DateOnly(first + span - 1, 12, 31), unknown switch { 0 => DatePrecision.Year, 1 => DatePrecision.Decade, _ => DatePrecision.Century });
    }

    private static EdtfPoint? YearAndPart(string text)
    {
        if (Number(text[..4]) is not { } year || year == 0)
        {
            return null;
        }

        return text[5..] == "XX" ? Year(text[..4]) : Number(text[5..]) switch
        {
            >= 1 and <= 12 and var month => Months(year, month, 1, DatePrecision.Month),
            >= 21 and <= 24 and var season when year < 9999 => Months(year, (season - 20) * 3, 3, DatePrecision.Season),
            >= 33 and <= 36 and var quarter => Months(year, ((quarter - 33) * 3) + 1, 3, DatePrecision.Quarter),
            _ => null,
        };
    }

    private static EdtfPoint? Day(string text)
    {
        if (text[8..] == "XX")
        {
            return text[5..7] == "XX" ? Year(text[..4]) : YearAndPart(text[..7]) is { Precision: DatePrecision.Month } month ? month : null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Make(day, day, DatePrecision.Day)
            : null;
    }

    private static EdtfPoint Months(int year, int month, int count, DatePrecision precision)
    {
        var first = new DateOnly(year, month, 1);

        // From the last month's own length, since the day after 9999-12-31 does not exist.
        var last = first.AddMonths(count - 1);
        return Make(first, new DateOnly(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month)), precision);
    }

    private static EdtfPoint Make(DateOnly earliest, DateOnly latest, DatePrecision precision) => new(earliest, latest, precision, false, false);

    private static int? Number(string digits) =>
        digits.Length > 0 && digits.All(char.IsAsciiDigit) ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
}
