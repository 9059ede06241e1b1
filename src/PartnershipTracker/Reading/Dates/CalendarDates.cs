namespace PartnershipTracker.Reading;

/// <summary>Days and months by number and by name.</summary>
internal static class CalendarDates
{
    /// <summary><c>2023-03-14</c>, <c>31/01/2025</c>, <c>31.01.2025</c>.</summary>
    public static DatePhrase? Numeric(DateScan scan, int at, bool dayFirst)
    {
        var letters = scan.Letters(at);
        if (letters.Length > 6)
        {
            return Dotted(scan, at, letters, dayFirst);
        }

        var sign = scan[at + 1].Cue;
        if (sign is not (DateCue.Dash or DateCue.Slash) || !scan.Touches(at) || !scan.Touches(at + 1) || !scan.Touches(at + 2) || scan[at + 3].Cue != sign || !scan.Touches(at + 3)
            || (scan.Touches(at - 1) && scan[at - 1].Cue is DateCue.Dash or DateCue.Slash or DateCue.Money))
        {
            return null;
        }

        var last = scan.Letters(at + 4);
        if (letters.Length == 4)
        {
            // The time of day may hang on: 14T08.
            var day = last.Length > 2 && last[2] is 'T' or 't' ? DateWords.Figure(last[..2]) : last.Length <= 2 ? DateWords.Figure(last) : -1;
            return Day(at, at + 5, scan[at].Value, scan[at + 2].Value, day, "iso-date");
        }

        return last.Length == 4 || (last.Length == 2 && sign == DateCue.Slash)
            ? EitherOrder(at, at + 5, scan[at].Value, scan[at + 2].Value, DateWords.Full(scan[at + 4].Value), dayFirst)
            : null;
    }

    /// <summary>Dates that begin with the day: <c>14 March 2023</c>, <c>the 14th of March</c>, <c>10-12 March</c>.</summary>
    public static DatePhrase? DayFirst(DateScan scan, int start, DateReference from, bool deadline)
    {
        var at = start;
        if (scan.Is(at, DateCue.The) && !scan.Is(++at, DateCue.DayOrdinal))
        {
            return null;
        }

        if (!scan.IsDayNumber(at, out var day) || (scan.Is(at - 1, DateCue.Money) && scan.Touches(at - 1)))
        {
            return null;
        }

        var next = at + 1;
        int? first = null;
        if (scan[next].Cue is DateCue.Dash or DateCue.To or DateCue.And && scan.IsDayNumber(next + 1, out var last) && last > day)
        {
            (first, day, next) = (day, last, next + 2);
        }

        if (scan.Is(next, DateCue.Of) && scan.Is(at, DateCue.DayOrdinal))
        {
            next++;
        }

        if (scan.Is(next, DateCue.Dash) && scan.Touches(next) && scan.Touches(next - 1))
        {
            next++;
        }

        return scan.IsMonth(next, out var month) ? Finish(scan, start, scan.AfterMonth(next), month, day, first, "day-month", from, deadline) : null;
    }

    /// <summary>Dates that begin with the month: <c>March 14, 2023</c>, <c>Jan. 10</c>, <c>March 2023</c>, <c>March this year</c>, <c>March</c>; the last where a date is placed only.</summary>
    public static DatePhrase? MonthFirst(DateScan scan, int at, DateReference from, bool placed, bool deadline)
    {
        scan.IsMonth(at, out var month);
        var next = scan.AfterMonth(at);
        if (scan.Is(next, DateCue.The) && scan.Is(next + 1, DateCue.DayOrdinal))
        {
            next++;
        }

        if (scan.IsDayNumber(next, out var day) && !(scan[next + 1].Cue is DateCue.Percent or DateCue.Counted) && !scan.IsMonth(next + 1, out _))
        {
            int? first = null;
            var end = next + 1;
            if (scan[end].Cue is DateCue.Dash or DateCue.To && scan.IsDayNumber(end + 1, out var last) && last > day && !scan.IsMonth(end + 2, out _))
            {
                (first, day, end) = (day, last, end + 2);
            }

            return Finish(scan, at, end, month, day, first, "month-day", from, deadline);
        }

        if (scan.Is(next, DateCue.Unit) && scan[next].Unit == TimeUnit.Quarter && month % 3 == 0)
        {
            var quarter = DateYear.At(scan, next + 1, from);
            var end = quarter is { } given ? given.Value?.Year : from.WithoutYear(month, 0, false)?.Year;
            return new(at, quarter?.End ?? next + 1, end is { } year ? DateMeaning.Months(year, month - 2, 3) : DateMeaning.Unknown, "month-quarter", quarter?.Anchor ?? DateAnchor.Publication);
        }

        if (DateYear.At(scan, next, from) is { } told)
        {
            return new(at, told.End, told.Value is { } year ? DateMeaning.At(new(year.Year, month)) : DateMeaning.Unknown, $"month-{told.Name}", told.Anchor);
        }

        var adjunct = scan[at - 1].Cue is DateCue.The or DateCue.Determiner or DateCue.Possessive or DateCue.A && scan.IsLowerWord(next) && scan[next].Cue is not (DateCue.To or DateCue.And or DateCue.Of);
        if (!placed && !adjunct && !(scan.Is(next, DateCue.Possessive) && !scan.Is(at, DateCue.ShortMonth)))
        {
            return null;
        }

        var future = scan.IsFuture(at, next) || (deadline && !scan.IsPast(next));
        var plain = from.Story is null ? DateAnchor.Publication : from.InSentence is null ? DateAnchor.Previous : DateAnchor.Publication;
        return new(at, next, DateMeaning.At(from.WithoutYear(month, 0, future)), "month", plain);
    }

    /// <summary><c>Tuesday 14 March 2023</c>, <c>Tue, Mar 14</c>.</summary>
    public static DatePhrase? WeekdayAndDay(DateScan scan, int at, DateReference from, bool deadline)
    {
        var next = at + 1;
        if (scan.Is(next, DateCue.Dot) && scan.Is(at, DateCue.ShortWeekday))
        {
            next++;
        }

        if (scan.Is(next, DateCue.Comma))
        {
            next++;
        }

        if (scan.Is(next, DateCue.The) && scan.Is(next + 1, DateCue.DayOrdinal))
        {
            next++;
        }

        var day = scan.IsMonth(next, out _) ? MonthFirst(scan, next, from, false, deadline) : DayFirst(scan, next, from, deadline);
        return day is { Rule: not "month", Meaning: { IsInterval: false } and not { Start.Day: 0 } } found
            ? found with { Start = at, Meaning = found.Rule is "day-month" or "month-day" ? YearBy(found.Meaning, scan[at].Value) : found.Meaning }
            : null;
    }

    /// <summary>The nearest year in which the day falls on the weekday.</summary>
    private static DateMeaning YearBy(DateMeaning meaning, int weekday)
    {
        foreach (var step in (ReadOnlySpan<int>)[0, -1, 1, -2, -3])
        {
            if (meaning.Start is { IsSound: true } day && day with { Year = day.Year + step } is { IsSound: true } other && (int)other.First.DayOfWeek == weekday)
            {
                return DateMeaning.At(other);
            }
        }

        return meaning;
    }

    private static DatePhrase Finish(DateScan scan, int start, int end, int month, int day, int? first, string rule, DateReference from, bool deadline)
    {
        var told = DateYear.At(scan, end, from);
        var future = told is null && (scan.IsFuture(start, end) || (deadline && !scan.IsPast(end)));
        var on = told is { } given ? (given.Value is { } year ? new DatePoint(year.Year, month, day) : null) : from.WithoutYear(month, day, future);
        var meaning = first is { } opening && on is { } last ? DateMeaning.Between(last with { Day = opening }, last) : DateMeaning.At(on);
        return new(start, told?.End ?? end, meaning, told is { } name ? $"{rule}-{name.Name}" : rule, told?.Anchor ?? DateAnchor.Publication);
    }

    private static DatePhrase? Dotted(DateScan scan, int at, ReadOnlySpan<char> letters, bool dayFirst)
    {
        var first = letters.IndexOf('.');
        var last = letters.LastIndexOf('.');
        return first is 1 or 2 && last - first is 2 or 3 && letters.Length - last == 5
            && (DateWords.Figure(letters[..first]), DateWords.Figure(letters[(first + 1)..last]), DateWords.Figure(letters[(last + 1)..])) is ( > 0 and var one, > 0 and var two, > 0 and var year)
            && !(scan.Is(at - 1, DateCue.Money) && scan.Touches(at - 1))
            ? EitherOrder(at, at + 1, one, two, year, dayFirst)
            : null;
    }

    private static DatePhrase? EitherOrder(int start, int end, int one, int two, int year, bool dayFirst)
    {
        var (day, month) = two > 12 || (one <= 12 && !dayFirst) ? (two, one) : (one, two);
        return Day(start, end, year, month, day, dayFirst ? "numeric-day-first" : "numeric-month-first");
    }

    private static DatePhrase? Day(int start, int end, int year, int month, int day, string rule) =>
        year is >= 1700 and < 2200 && month is >= 1 and <= 12 && day is >= 1 and <= 31 ? new(start, end, DateMeaning.At(new(year, month, day)), rule) : null;
}
