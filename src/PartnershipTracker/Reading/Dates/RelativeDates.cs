namespace PartnershipTracker.Reading;

/// <summary>Dates that count from publication or from the date told before, without a number.</summary>
internal static class RelativeDates
{
    /// <summary><c>today</c>, <c>yesterday</c>, <c>tomorrow</c>, <c>tonight</c>, where a day is meant and not an age.</summary>
    public static DatePhrase? Day(DateScan scan, int at, DateReference from)
    {
        var cue = scan[at].Cue;
        var step = cue switch { DateCue.Yesterday => -1, DateCue.Tomorrow => 1, _ => 0 };
        if (step >= 0 && !scan.Is(at - 1, DateCue.Earlier) && IsFigurative(scan, at))
        {
            return null;
        }

        var end = scan.Is(at + 1, DateCue.Unit) && scan[at + 1].Unit == TimeUnit.PartOfDay ? at + 2 : at + 1;
        return new(at, end, DateReference.Around(from.Published, TimeUnit.Day, step), step switch { 0 => "today", < 0 => "yesterday", _ => "tomorrow" }, DateAnchor.Publication);
    }

    /// <summary><c>last year</c>, <c>this spring</c>, <c>next March</c>, <c>last Tuesday</c>, <c>this past week</c>, <c>last night</c>.</summary>
    public static DatePhrase? FromPublication(DateScan scan, int start, DateReference from)
    {
        var at = start + 1;
        var step = (int)scan[start].Value;
        if (scan.Is(start, DateCue.This) && scan[at].Cue is DateCue.Past or DateCue.Next)
        {
            step = scan[at++].Value;
        }

        var name = step switch { 0 => "this", < 0 => "last", _ => "next" };
        var word = scan[at];
        switch (word.Cue)
        {
            case DateCue.Unit when word.Unit is TimeUnit.PartOfDay:
                return scan.Is(start, DateCue.This, DateCue.Last) ? new(start, at + 1, DateReference.Around(from.Published, TimeUnit.Day, step), $"{name}-night-or-day", DateAnchor.Publication) : null;
            case DateCue.Unit when word.Unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year or TimeUnit.Decade or TimeUnit.Weekend
                && !(scan.Is(at + 1, DateCue.Dash) && scan.Touches(at) && scan[at + 1].Value == 0):
                return new(start, at + 1, DateReference.Around(from.Published, word.Unit, step), $"{name}-{UnitName(word.Unit)}", DateAnchor.Publication);
            case DateCue.Month or DateCue.ShortMonth:
                return Month(scan, start, at, step, name, from);
            case DateCue.Season:
                return DateYear.At(scan, at + 1, from) is null ? new(start, at + 1, DateMeaning.At(from.SeasonOf(word.Value, step)), $"{name}-season", DateAnchor.Publication) : null;
            case DateCue.Weekday:
                var on = from.Weekday(word.Value, step == 0 ? (scan.IsFuture(start, at + 1) ? 1 : 0) : step);
                return new(start, PartOfDay(scan, at + 1), DateMeaning.At(on), $"{name}-weekday", DateAnchor.Publication);
            default:
                return null;
        }
    }

    /// <summary><c>Tuesday</c> alone.</summary>
    public static DatePhrase? Weekday(DateScan scan, int at, DateReference from, bool deadline)
    {
        if (!scan.Is(at, DateCue.Weekday) || scan.Is(at - 1, DateCue.Holiday))
        {
            return null;
        }

        var isStory = !scan.Is(at - 1, DateCue.Says) && !scan.Is(at - 2, DateCue.Says);
        var future = scan.IsFuture(at, at + 1) || (deadline && !scan.IsPast(at + 1));
        return new(at, PartOfDay(scan, at + 1), DateMeaning.At(from.Weekday(scan[at].Value, future ? 1 : 0, isStory)), "weekday", DateAnchor.Publication);
    }

    /// <summary>
    /// <c>that year</c>, <c>the same day</c>, <c>the following month</c>, <c>the previous autumn</c>, <c>the next day</c>: from the
    /// date told before.
    /// </summary>
    public static DatePhrase? FromPrevious(DateScan scan, int start, DateReference from)
    {
        var at = scan[start].Cue is DateCue.The or DateCue.That or DateCue.Determiner ? start + 1 : start;
        var word = scan[at];
        var that = scan.Is(start, DateCue.That) && scan[start - 1].Cue is not DateCue.Says;
        var same = word.Is(DateCue.Same);
        if (same && scan[at - 1].Cue is not (DateCue.The or DateCue.That or DateCue.Determiner))
        {
            return null;
        }

        var moved = word.Cue is DateCue.Following or DateCue.Previous or DateCue.Next || (word.Is(DateCue.Prior) && at > start);
        if (!(that || same || (moved && (at > start || word.Cue is DateCue.Following or DateCue.Previous))))
        {
            return null;
        }

        at += same || moved ? 1 : 0;
        var step = moved ? word.Is(DateCue.Prior) ? -1 : word.Value : 0;
        var name = step switch { 0 => same ? "same" : "that", < 0 => "previous", _ => "following" };
        word = scan[at];
        var told = from.Previous;
        switch (word.Cue)
        {
            case DateCue.Unit when !(scan.Is(at + 1, DateCue.Dash) && scan.Touches(at) && scan[at + 1].Value == 0):
                if (scan.Says(start, "the") && scan.Says(at - 1, "next") && word.Unit is not TimeUnit.Day and not TimeUnit.PartOfDay
                    && (told is null || scan[start - 1].Cue is DateCue.In or DateCue.Over or DateCue.Within or DateCue.For or DateCue.During))
                {
                    return null;
                }

                var unit = word.Unit is TimeUnit.PartOfDay or TimeUnit.Hour ? TimeUnit.Day : word.Unit;
                return new(start, at + 1, DateReference.Around(told, unit, step), $"{name}-{UnitName(unit)}", DateAnchor.Previous);
            case DateCue.Month or DateCue.ShortMonth when DateYear.At(scan, scan.AfterMonth(at), from) is null && !scan.IsDayNumber(scan.AfterMonth(at), out _):
                return new(start, scan.AfterMonth(at), DateMeaning.At(told is { } date ? new(InOrder(date, word.Value, step), word.Value) : null), $"{name}-month-name", DateAnchor.Previous);
            case DateCue.Season when DateYear.At(scan, at + 1, from) is null:
                return new(start, at + 1, DateMeaning.At(told is { } when ? new(InOrder(when, (word.Value - 20) * 3, step), word.Value) : null), $"{name}-season", DateAnchor.Previous);
            case DateCue.Weekday:
                DatePoint? day = told is { IsDay: true } near
                    ? step < 0 ? DatePoint.Of(DateReference.Next(near.First, word.Value).First.AddDays((int)near.First.DayOfWeek == word.Value ? -14 : -7))
                    : same || (that && (int)near.First.DayOfWeek == word.Value) ? DatePoint.Of(DateReference.Next(near.First.AddDays(-1), word.Value).First) : DateReference.Next(near.First, word.Value)
                    : null;
                return new(start, PartOfDay(scan, at + 1), DateMeaning.At(day), $"{name}-weekday", DateAnchor.Previous);
            default:
                return null;
        }
    }

    /// <summary><c>the past two years</c>, <c>the next decade</c>, <c>recent weeks</c>, <c>the coming months</c>.</summary>
    public static DatePhrase? Span(DateScan scan, int start, DateReference from)
    {
        var at = scan.Is(start, DateCue.The, DateCue.Determiner) ? start + 1 : start;
        var word = scan[at];
        if (word.Is(DateCue.Recent) || (word.Cue is DateCue.Next && at == start && scan.Is(at + 1, DateCue.Units)))
        {
            return scan.Is(at + 1, DateCue.Units) ? Vague(start, at + 2, scan[at + 1].Unit, word.Is(DateCue.Recent) ? "recent" : "coming", from) : null;
        }

        if (word.Cue is not (DateCue.Last or DateCue.Past or DateCue.Next) || (at == start && !word.Is(DateCue.Past) && !scan.Is(at + 1, DateCue.Count, DateCue.Number)))
        {
            return null;
        }

        var name = word.Value < 0 ? "past-span" : "next-span";
        if (scan.Is(at + 1, DateCue.Unit) && scan[at + 1].Unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year or TimeUnit.Decade)
        {
            return new(start, at + 2, Stretch(from.Published, word.Value, scan[at + 1].Unit), name, DateAnchor.Publication);
        }

        if (scan.Is(at + 1, DateCue.Units))
        {
            return Vague(start, at + 2, scan[at + 1].Unit, word.Value < 0 ? "recent" : "coming", from);
        }

        return CountedTime.Read(scan, at + 1) is { } time && !time.IsHyphened
            ? new(start, time.End, time.IsVague ? DateMeaning.Unknown : Stretch(from.Published, word.Value * time.Count, time.Unit), name, DateAnchor.Publication, time.IsVague ? DateKind.Duration : DateKind.Date)
            : null;
    }

    /// <summary><c>recently</c>, <c>has just</c>.</summary>
    public static DatePhrase? Recently(DateScan scan, int at, DateReference from) =>
        scan.Is(at, DateCue.Recently)
            ? new(at, at + 1, DateMeaning.At(from.Published?.AsMonth.Vaguely), "recently", DateAnchor.Publication)
            : scan.Says(at + 1, "just") && (scan.Is(at, DateCue.Have) || scan.Says(at, "had")) && !scan.Is(at + 2, DateCue.Count, DateCue.Number) && !scan.Is(at + 2, DateCue.A)
                ? new(at, at + 2, DateMeaning.At(from.Published?.AsYear.Vaguely), "just", DateAnchor.Publication)
                : null;

    public static string UnitName(TimeUnit unit) => unit switch
    {
        TimeUnit.Hour => "hour",
        TimeUnit.Day or TimeUnit.PartOfDay => "day",
        TimeUnit.Week => "week",
        TimeUnit.Fortnight => "fortnight",
        TimeUnit.Month => "month",
        TimeUnit.Quarter => "quarter",
        TimeUnit.Year => "year",
        TimeUnit.Decade => "decade",
        TimeUnit.Weekend => "weekend",
        _ => "century",
    };

    /// <summary>The time from a point on or back.</summary>
    public static DateMeaning Stretch(DatePoint? point, int count, TimeUnit unit)
    {
        if (point?.Shift(count, unit, false) is not { } other)
        {
            return DateMeaning.Unknown;
        }

        var here = (other.IsDay ? point.Value : other.HasMonth ? point.Value.AsMonth : point.Value.AsYear).Exactly;
        return count < 0 ? DateMeaning.Between(other.Exactly, here) : DateMeaning.Between(here, other.Exactly);
    }

    private static DatePhrase Vague(int start, int end, TimeUnit unit, string name, DateReference from) =>
        unit >= TimeUnit.Year
            ? new(start, end, DateMeaning.Unknown, $"{name}-years", DateAnchor.None, DateKind.Duration)
            : new(start, end, DateMeaning.At(unit >= TimeUnit.Month ? from.Published?.AsYear.Vaguely : from.Published?.AsMonth.Vaguely), $"{name}-{UnitName(unit)}s", DateAnchor.Publication);

    private static DatePhrase? Month(DateScan scan, int start, int at, int step, string name, DateReference from)
    {
        int month = scan[at].Value;
        var end = scan.AfterMonth(at);
        if (DateYear.At(scan, end, from) is not null)
        {
            return null;
        }

        var dayed = scan.IsDayNumber(end, out var day);
        DatePoint? value = from.Published is { HasMonth: true } now
            ? new(step switch { < 0 => month < now.Part ? now.Year : now.Year - 1, > 0 => month > now.Part ? now.Year : now.Year + 1, _ => now.Year }, month, dayed ? day : 0)
            : null;
        return new(start, dayed ? end + 1 : end, DateMeaning.At(value), $"{name}-month-name", DateAnchor.Publication);
    }

    /// <summary>The year of a month that comes in the same year as the date told, or after or before it.</summary>
    private static int InOrder(DatePoint told, int month, int step) =>
        step < 0 ? (told.HasMonth && month < told.Part ? told.Year : told.Year - 1)
        : step > 0 ? (told.HasMonth && month > told.Part ? told.Year : told.Year + 1)
        : told.Year;

    private static int PartOfDay(DateScan scan, int at) =>
        scan.Is(at, DateCue.Unit) && scan[at].Unit == TimeUnit.PartOfDay ? at + 1 : at;

    private static bool IsFigurative(DateScan scan, int at)
    {
        if (scan.SpeaksOfTodayAndTomorrow || scan.Is(at - 1, DateCue.Of) && !scan.Is(at - 2, DateCue.As) || (scan.Is(at + 1, DateCue.Possessive) && (scan.Is(at + 2, DateCue.Generic) || scan.IsUpperWord(at + 2))))
        {
            return true;
        }

        for (var near = Math.Max(0, at - 5); near < Math.Min(scan.Count, at + 5); near++)
        {
            if (scan.Is(near, DateCue.Modal))
            {
                return true;
            }
        }

        return false;
    }
}
