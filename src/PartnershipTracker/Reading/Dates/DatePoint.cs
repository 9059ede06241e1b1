using System.Globalization;
using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>A day, month, season, year or decade while it is worked out.</summary>
/// <param name="Year">The year; a decade's first year.</param>
/// <param name="Part">Month 1–12, season 21–24, 0 for a whole year, <see cref="Decade"/> for a decade.</param>
/// <param name="Day">Day of the month, or 0.</param>
/// <param name="About">Only about then.</param>
internal readonly record struct DatePoint(int Year, int Part = 0, int Day = 0, bool About = false)
{
    public const int Decade = -1;

    public bool IsDay => Day > 0;
    public bool IsMonth => Day == 0 && Part is >= 1 and <= 12;
    public bool HasMonth => Part is >= 1 and <= 12;
    public bool IsSeason => Part > 20;

    public bool IsSound => Year is >= 1 and <= 9998 && (Day == 0 || Day <= DateTime.DaysInMonth(Year, Part));

    public string Edtf
    {
        get
        {
            var invariant = CultureInfo.InvariantCulture;
            var value = Part switch
            {
                Decade => string.Create(invariant, $"{Year / 10:000}X"),
                0 => string.Create(invariant, $"{Year:0000}"),
                _ when Day == 0 => string.Create(invariant, $"{Year:0000}-{Part:00}"),
                _ => string.Create(invariant, $"{Year:0000}-{Part:00}-{Day:00}"),
            };
            return About ? value + "~" : value;
        }
    }

    /// <summary>Its first day.</summary>
    public DateOnly First => new(Year, IsSeason ? (Part - 20) * 3 : Math.Max(Part, 1), Math.Max(Day, 1));

    public DatePoint Vaguely => this with { About = true };
    public DatePoint Exactly => this with { About = false };

    /// <summary>As a month where it has one, else its year.</summary>
    public DatePoint AsMonth => HasMonth ? new(Year, Part, 0, About) : AsYear;

    public DatePoint AsYear => new(Year, 0, 0, About);

    public static DatePoint Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>What a plain date means; null for an interval, which is no one point, and for times too far away to count from.</summary>
    public static DatePoint? Of(EdtfDate? date)
    {
        if (date is not { IsInterval: false, Earliest.Year: > 1000 and < 9000 })
        {
            return null;
        }

        var first = date.Earliest;
        return date.Precision switch
        {
            DatePrecision.Day => new(first.Year, first.Month, first.Day, date.IsApproximate),
            DatePrecision.Month or DatePrecision.Quarter => new(first.Year, first.Month, 0, date.IsApproximate),
            DatePrecision.Season => new(first.Year, 20 + (first.Month / 3), 0, date.IsApproximate),
            DatePrecision.Year => new(first.Year, 0, 0, date.IsApproximate),
            _ => null,
        };
    }

    /// <summary>
    /// So many units on or back, no more exactly than both allow: days and weeks from a day give a day, from a month about a
    /// month; months and years give about a month, or about a year where no month is known.
    /// </summary>
    public DatePoint? Shift(int count, TimeUnit unit, bool vague)
    {
        if (Part == Decade || Math.Abs(count) > 2000)
        {
            return null;
        }

        var (days, months) = unit switch
        {
            TimeUnit.Hour => (0, 0),
            TimeUnit.Day => (count, 0),
            TimeUnit.Week => (count * 7, 0),
            TimeUnit.Fortnight => (count * 14, 0),
            TimeUnit.Month => (0, count),
            TimeUnit.Quarter => (0, count * 3),
            TimeUnit.Year => (0, count * 12),
            TimeUnit.Decade => (0, count * 120),
            _ => (0, count * 1200),
        };
        var year = Year + (months / 12) + (days / 365);
        if (year is < 2 or > 9000)
        {
            return null;
        }

        if (months == 0)
        {
            var middle = IsDay ? First : HasMonth ? First.AddDays(14) : First;
            return IsDay && !vague ? Of(middle.AddDays(days)) with { About = About }
                : HasMonth ? Of(middle.AddDays(days)).AsMonth.Vaguely
                : this with { About = true };
        }

        if (Part == 0 && unit == TimeUnit.Year && !vague)
        {
            // A year after 2019 is 2020.
            return new DatePoint(year, 0, 0, About);
        }

        return !HasMonth || unit >= TimeUnit.Decade ? new DatePoint(year, IsSeason ? Part : 0, 0, true) : Of(new DateOnly(Year, Part, 1).AddMonths(months)).AsMonth.Vaguely;
    }
}

/// <summary>What words mean: a point, an interval with ends perhaps open, or nothing known.</summary>
internal readonly record struct DateMeaning(DatePoint? Start, DatePoint? End, bool IsInterval)
{
    public static DateMeaning Unknown => default;

    public bool IsKnown => Start is not null || End is not null;

    /// <summary>The value, or null where it is unknown or there is no such day.</summary>
    public EdtfDate? Edtf
    {
        get
        {
            if (!IsKnown || Start is { IsSound: false } || End is { IsSound: false })
            {
                return null;
            }

            var value = IsInterval ? $"{Start?.Edtf ?? ".."}/{End?.Edtf ?? ".."}" : Start!.Value.Edtf;
            return EdtfDate.TryParse(value, out var date) ? date : null;
        }
    }

    public DateMeaning Since => Start is null ? Unknown : new(Start, null, true);
    public DateMeaning Until => End is null ? Unknown : new(null, End, true);

    public static DateMeaning At(DatePoint? point) => new(point, point, false);

    public static DateMeaning Between(DatePoint? from, DatePoint? to) => from is null || to is null ? Unknown : new(from, to, true);

    /// <summary>So many whole months.</summary>
    public static DateMeaning Months(int year, int month, int count)
    {
        var last = (year * 12) + month + count - 2;
        return Between(new(year, month), new(last / 12, (last % 12) + 1));
    }
}

/// <summary>Units of time, short to long.</summary>
internal enum TimeUnit
{
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Weekend,

    /// <summary>Morning, afternoon, evening, night.</summary>
    PartOfDay,
}

/// <summary>What a date counts from.</summary>
internal enum DateAnchor
{
    None,
    Publication,
    Previous,
}

/// <summary>Tokens [<paramref name="Start"/>, <paramref name="End"/>) that are a date.</summary>
internal readonly record struct DatePhrase(int Start, int End, DateMeaning Meaning, string Rule, DateAnchor Anchor = DateAnchor.None, DateKind Kind = DateKind.Date);
