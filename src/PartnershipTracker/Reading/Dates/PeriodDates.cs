namespace PartnershipTracker.Reading;

/// <summary>Quarters, halves, seasons, fiscal years, decades and bare years.</summary>
internal static class PeriodDates
{
    /// <summary>The first month of Microsoft's fiscal year, which ends on 30 June.</summary>
    private const int FiscalStart = 7;

    /// <summary><c>the third quarter of 2025</c>, <c>third-quarter</c>, <c>the first half of the year</c>, <c>the fiscal second quarter</c>.</summary>
    public static DatePhrase? Part(DateScan scan, int start, DateReference from)
    {
        var at = scan.Is(start, DateCue.The) ? start + 1 : start;
        var fiscal = scan.Is(at, DateCue.Fiscal);
        at += fiscal ? 1 : 0;
        var ordinal = scan[at].Cue is DateCue.Ordinal or DateCue.First ? scan[at].Value
            : scan.Is(at, DateCue.DayOrdinal) && scan[at].Value <= 4 ? scan[at].Value : scan.Is(at, DateCue.Last) ? -1 : 0;
        if (ordinal == 0)
        {
            return null;
        }

        at++;
        at += scan.Is(at, DateCue.Dash) ? 1 : 0;
        if (scan[at].Cue is DateCue.Fiscal or DateCue.Calendar && !scan.Is(at + 1, DateCue.Dash))
        {
            fiscal |= scan.Is(at, DateCue.Fiscal);
            at++;
        }

        var months = scan.Is(at, DateCue.Unit) && scan[at].Unit == TimeUnit.Quarter ? 3 : scan.Is(at, DateCue.Half) && scan[at - 1].Cue is not DateCue.Fiscal ? 6 : 0;
        if (months == 0 || (months == 6 && ordinal is > 2 or < 0))
        {
            return null;
        }

        var sure = ordinal > 0;
        var number = sure ? ordinal : 4;
        return Numbered(scan, start, at + 1, number, months, fiscal, from, halfNeedsYear: months == 6 || !sure || scan.Is(at - 1, DateCue.Dash) is false && !scan.Is(start, DateCue.The));
    }

    /// <summary><c>Q3 2025</c>, <c>Q3 of fiscal 2025</c>, <c>H1 2024</c>, <c>Q3</c>.</summary>
    public static DatePhrase? Code(DateScan scan, int at, DateReference from) =>
        Numbered(scan, at, at + 1, scan[at].Value, scan.Is(at, DateCue.QuarterCode) ? 3 : 6, false, from, halfNeedsYear: scan.Is(at, DateCue.HalfCode));

    /// <summary><c>fiscal 2024</c>, <c>fiscal year 2024</c>, <c>FY24</c>, <c>the 2024 fiscal year</c>, <c>this fiscal year</c>.</summary>
    public static DatePhrase? FiscalYear(DateScan scan, int start, DateReference from)
    {
        var at = scan.Is(start, DateCue.The) ? start + 1 : start;
        if (ReadFiscal(scan, at) is ({ } year, var end))
        {
            return new(start, end, DateMeaning.Months(year - 1, FiscalStart, 12), "fiscal-year");
        }

        if (scan.IsYear(at, out year) && scan.Is(at + 1, DateCue.Fiscal) && scan.Is(at + 2, DateCue.Unit))
        {
            return new(start, at + 3, DateMeaning.Months(year - 1, FiscalStart, 12), "fiscal-year");
        }

        if (scan[at].Cue is DateCue.This or DateCue.Last or DateCue.Next && scan.Is(at + 1, DateCue.Fiscal) && scan.Is(at + 2, DateCue.Unit) && scan[at + 2].Unit == TimeUnit.Year)
        {
            var meaning = from.Published is { HasMonth: true } now
                ? DateMeaning.Months(now.Year + scan[at].Value - (now.Part < FiscalStart ? 1 : 0), FiscalStart, 12)
                : DateMeaning.Unknown;
            return new(start, at + 3, meaning, "relative-fiscal-year", DateAnchor.Publication);
        }

        return null;
    }

    /// <summary><c>the summer of 2023</c>, <c>autumn 2022</c>, <c>spring this year</c>, <c>in the summer</c>.</summary>
    public static DatePhrase? Season(DateScan scan, int start, DateReference from, bool placed)
    {
        var at = scan.Is(start, DateCue.The) ? start + 1 : start;
        if (!scan.Is(at, DateCue.Season))
        {
            return null;
        }

        int season = scan[at].Value;
        if (DateYear.At(scan, at + 1, from) is { } told)
        {
            return new(start, told.End, told.Value is { } year ? DateMeaning.At(new(year.Year, season)) : DateMeaning.Unknown, $"season-{told.Name}", told.Anchor);
        }

        // Winter 2023-24 is the one that began in 2023, and so is its value.
        return placed && start < at && scan[start - 1].Cue is DateCue.In or DateCue.During or DateCue.Since or DateCue.By or DateCue.Until or DateCue.Around
            ? new(start, at + 1, DateMeaning.At(from.Story is { } story ? new(story.Year, season) : from.SeasonOf(season, 0)), "season", DateAnchor.Publication)
            : null;
    }

    /// <summary><c>the 2020s</c>.</summary>
    public static DatePhrase? Decade(DateScan scan, int start)
    {
        var at = scan.Is(start, DateCue.The) ? start + 1 : start;
        return scan.Is(at, DateCue.Decade) ? new(start, at + 1, DateMeaning.At(new(scan[at].Value, DatePoint.Decade)), "decade") : null;
    }

    /// <summary><c>2019-2021</c>, <c>2023/24</c>: years that follow each other.</summary>
    public static DatePhrase? YearRange(DateScan scan, int at)
    {
        if (!scan.IsYear(at, out var year) || !(scan.Is(at + 1, DateCue.Dash, DateCue.Slash)) || !scan.Is(at + 2, DateCue.Number) || scan.Is(at + 3, DateCue.Counted)
            || (scan.Touches(at - 1) && scan[at - 1].Cue is DateCue.Dash or DateCue.Slash or DateCue.Money))
        {
            return null;
        }

        var close = scan.Touches(at) && scan.Touches(at + 1);
        var last = scan.Letters(at + 2).Length == 4 ? scan[at + 2].Value : scan.Letters(at + 2).Length == 2 && close ? (year / 100 * 100) + scan[at + 2].Value : 0;
        var more = scan.Touches(at + 2) && scan[at + 3].Cue is DateCue.Dash or DateCue.Slash && scan.Is(at + 4, DateCue.Number);
        return last > year && last < 2100 && !more && (close || scan.Is(at + 1, DateCue.Dash)) ? new(at, at + 3, DateMeaning.Between(new(year), new(last)), "year-range") : null;
    }

    /// <summary>A bare year where only a date can stand: <c>in 2019</c>, <c>(2019)</c>, <c>the 2019 deal</c>, <c>2019,</c> at the start, or listed after another date.</summary>
    public static DatePhrase? Year(DateScan scan, int at, bool placed, bool listed)
    {
        if (!scan.IsYear(at, out var year) || (scan.Touches(at - 1) && scan[at - 1].Cue is DateCue.Dash or DateCue.Slash && !scan.Is(at - 2, DateCue.Mid, DateCue.Early)))
        {
            return null;
        }

        var before = scan[at - 1].Cue;
        var after = scan[at + 1].Cue;
        var noun = scan.IsLowerWord(at + 1) && after is DateCue.None or DateCue.EventNoun or DateCue.Says or DateCue.End or DateCue.Start or DateCue.Fiscal or DateCue.Future or DateCue.Adjective;
        var found = placed || listed
            || before == DateCue.Colon || (before == DateCue.The && after is DateCue.And or DateCue.Or && scan.IsYear(at + 2, out _))
            || (before == DateCue.Open && after is DateCue.Close or DateCue.Comma or DateCue.Dash or DateCue.Stop)
            || (before is DateCue.The or DateCue.Determiner or DateCue.Possessive or DateCue.This or DateCue.A && (noun || scan.IsUpperWord(at + 1)))
            || (after == DateCue.EventNoun && !scan.IsUpperWord(at - 1))
            || (at == 0 && (scan.Count == 1 || after is DateCue.EventNoun or DateCue.Comma or DateCue.Colon or DateCue.Money || (after == DateCue.Dash && !scan.Touches(at))))
            || after == DateCue.Possessive;
        return found ? new(at, at + 1, DateMeaning.At(new(year)), "year") : null;
    }

    /// <summary><c>the fiscal year ended June 30, 2024</c>, <c>the quarter to September</c>, <c>three months ended 31 March</c>.</summary>
    public static DatePhrase? Ending(DateScan scan, int start, Func<int, DatePhrase?> dateAt)
    {
        var at = scan.Is(start, DateCue.The) ? start + 1 : start;
        at += scan.Is(at, DateCue.Fiscal) ? 1 : 0;
        var (unit, months) = scan.Is(at, DateCue.Unit) && scan[at].Unit is TimeUnit.Year or TimeUnit.Quarter ? (at, scan[at].Unit == TimeUnit.Year ? 12 : 3)
            : scan[at].Cue is DateCue.Count or DateCue.Number && scan.Is(at + 1, DateCue.Units) && scan[at + 1].Unit == TimeUnit.Month ? (at + 1, scan[at].Value) : (-1, 0);
        if (unit < 0 || months is < 1 or > 36 || !(scan.Is(unit + 1, DateCue.EndedVerb, DateCue.To)))
        {
            return null;
        }

        var on = scan.Is(unit + 2, DateCue.On, DateCue.In) ? unit + 3 : unit + 2;
        if (!scan.IsMonth(on, out _) && !scan.IsDayNumber(on, out _))
        {
            return null;
        }

        return dateAt(on) is { Meaning: { IsInterval: false, Start: { HasMonth: true } last } } date
            ? new(start, date.End, DateMeaning.Months(last.Year - ((months - last.Part + 11) / 12), ((last.Part - months + 36) % 12) + 1, months), "period-ending", date.Anchor)
            : null;
    }

    private static DatePhrase? Numbered(DateScan scan, int start, int at, int number, int months, bool fiscal, DateReference from, bool halfNeedsYear)
    {
        var rule = months == 3 ? "quarter" : "half";
        var dash = scan.Is(at, DateCue.Comma) ? at + 1 : at;
        var of = scan.Is(dash, DateCue.Of) ? dash + 1 : dash;
        var the = scan.Is(of, DateCue.The, DateCue.Determiner) ? of + 1 : of;
        if (ReadFiscal(scan, the) is ({ } fiscalYear, var fiscalEnd))
        {
            return new(start, fiscalEnd, Fiscal(fiscalYear, number, months), $"fiscal-{rule}");
        }

        if (of > dash && scan.Is(the, DateCue.This, DateCue.Last) && FiscalYear(scan, the, from) is { Meaning: { Start: { } opening } } relative)
        {
            return new(start, relative.End, Fiscal(opening.Year + 1, number, months), $"fiscal-{rule}", DateAnchor.Publication);
        }

        if (DateYear.At(scan, at, from, bareToo: true) is { } told)
        {
            var year = told.Value?.Year;
            return new(
                start, told.End, year is null ? DateMeaning.Unknown : fiscal ? Fiscal(year.Value, number, months) : DateMeaning.Months(year.Value, ((number - 1) * months) + 1, months),
                fiscal ? $"fiscal-{rule}" : $"{rule}-{told.Name}", told.Anchor);
        }

        if (halfNeedsYear || scan.Is(at, DateCue.Of))
        {
            return null;
        }

        // Without a year: the last such quarter begun before publication.
        if (from.Published is not { HasMonth: true } now)
        {
            return new(start, at, DateMeaning.Unknown, rule, DateAnchor.Publication);
        }

        var back = fiscal
            ? Fiscal(now.Year + 1, number, months)
            : DateMeaning.Months(now.Year, ((number - 1) * months) + 1, months);
        while (back.Start is { } first && (first.Year > now.Year || (first.Year == now.Year && first.Part > now.Part)))
        {
            back = DateMeaning.Months(first.Year - 1, first.Part, months);
        }

        return new(start, at, back, fiscal ? $"fiscal-{rule}" : rule, DateAnchor.Publication);
    }

    private static DateMeaning Fiscal(int year, int number, int months)
    {
        var first = (FiscalStart - 1) + ((number - 1) * months);
        return DateMeaning.Months(year - 1 + (first / 12), (first % 12) + 1, months);
    }

    private static (int? Year, int End) ReadFiscal(DateScan scan, int at)
    {
        if (scan.Is(at, DateCue.FiscalCode))
        {
            return scan[at].Value > 0 ? (scan[at].Value, at + 1)
                : scan.Is(at + 1, DateCue.Number) && scan.Letters(at + 1).Length is 2 or 4 ? (DateWords.Full(scan[at + 1].Value), at + 2) : (null, at);
        }

        if (!scan.Is(at, DateCue.Fiscal))
        {
            return (null, at);
        }

        var next = scan.Is(at + 1, DateCue.Unit) && scan[at + 1].Unit == TimeUnit.Year ? at + 2 : at + 1;
        return scan.IsYear(next, out var year) && !(scan.Is(next + 1, DateCue.Slash) && scan.Touches(next)) ? (year, next + 1) : (null, at);
    }
}
