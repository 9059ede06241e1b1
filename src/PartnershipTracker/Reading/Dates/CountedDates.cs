namespace PartnershipTracker.Reading;

/// <summary>Numbers of days, months and years, counted from somewhere or from nowhere.</summary>
internal static class CountedDates
{
    /// <summary><c>two years ago</c>, <c>a week later</c>, <c>one day after</c>, <c>for six years</c>, <c>15-month</c>.</summary>
    /// <param name="scan">The sentence.</param>
    /// <param name="start">First token of the phrase, its preposition if it has one.</param>
    /// <param name="at">First token of the number.</param>
    /// <param name="from">What it counts from.</param>
    public static DatePhrase? Counted(DateScan scan, int start, int at, DateReference from)
    {
        if (CountedTime.Read(scan, at) is not { } time || scan.Is(start - 1, DateCue.Every))
        {
            return null;
        }

        if (!time.IsHyphened && Moved(scan, start, time.End, time.Count, time.Unit, time.IsVague, time.IsRough, from) is { } moved)
        {
            return moved;
        }

        var preposition = start < at ? scan[start].Cue : DateCue.None;
        var unit = RelativeDates.UnitName(time.Unit);
        if (preposition is DateCue.In or DateCue.Within && !time.IsHyphened && !time.IsVague && time.Unit > TimeUnit.Hour && !scan.Is(time.End, DateCue.Of) && scan.IsFuture(start, time.End))
        {
            var end = scan.Says(time.End, "'") || scan.Says(time.End, "’") ? time.End + 1 : scan.Is(time.End, DateCue.Possessive) ? time.End + 1 : time.End;
            end = scan.Is(end, DateCue.Time) ? end + 1 : time.End;
            return preposition == DateCue.In
                ? new(start, end, DateMeaning.At(from.Published?.Shift(time.Count, time.Unit, time.IsRough)), $"in-{unit}s", DateAnchor.Publication)
                : new(start, time.End, RelativeDates.Stretch(from.Published, time.Count, time.Unit), $"within-{unit}s", DateAnchor.Publication);
        }

        var apart = preposition is DateCue.For or DateCue.In or DateCue.Within or DateCue.Over or DateCue.During or DateCue.After or DateCue.Around;
        var each = time.Count == 1 && !time.IsHyphened && !apart && at == time.End - 2 && time.Unit is not (TimeUnit.Decade or TimeUnit.Century) && (time.IsArticle || time.Unit <= TimeUnit.Day || start < at);
        if (each || (time.IsArticle && time.Unit == TimeUnit.Quarter) || (preposition == DateCue.In && time.IsArticle && time.Unit <= TimeUnit.Week && !scan.Is(at - 1, DateCue.About)))
        {
            return null;
        }

        return new(start, time.End, DateMeaning.Unknown, time.IsHyphened ? "hyphened-duration" : "duration", DateAnchor.None, DateKind.Duration);
    }

    /// <summary><c>weeks later</c>, <c>days before</c>, <c>years ago</c>, <c>for years</c>, <c>within hours</c>.</summary>
    public static DatePhrase? Uncounted(DateScan scan, int start, int at, DateReference from)
    {
        var unit = scan[at].Unit;
        if (scan[at].Is(DateCue.Unit))
        {
            // The year before, the day after.
            return start < at && scan.Is(at - 1, DateCue.The) && scan[at + 1].Cue is DateCue.Before or DateCue.After or DateCue.Earlier && unit is not (TimeUnit.PartOfDay or TimeUnit.Hour or TimeUnit.Century)
                ? Neighbour(scan, start, at, unit, from)
                : null;
        }

        if (unit is TimeUnit.Weekend or TimeUnit.PartOfDay)
        {
            return null;
        }

        if (Moved(scan, start, at + 1, 3, unit, true, true, from) is { } moved)
        {
            return moved;
        }

        return start < at && scan[start].Cue is DateCue.For or DateCue.In or DateCue.Within or DateCue.Over && scan.Is(at - 1, scan[start].Cue)
            ? new(start, at + 1, DateMeaning.Unknown, "vague-duration", DateAnchor.None, DateKind.Duration)
            : null;
    }

    private static DatePhrase Neighbour(DateScan scan, int start, int at, TimeUnit unit, DateReference from)
    {
        if (unit == TimeUnit.Day && scan.Is(at + 1, DateCue.Before) && scan.Is(at + 2, DateCue.Yesterday))
        {
            return new(start, at + 3, DateReference.Around(from.Published, TimeUnit.Day, -2), "day-before-yesterday", DateAnchor.Publication);
        }

        var back = scan.Is(at + 1, DateCue.Before, DateCue.Earlier);
        var step = back ? -1 : 1;
        var clause = !back && TellsAnother(scan, start, at + 2, from);
        var told = clause && from.InSentence is null ? from.Published : from.Previous;
        return new(start, at + 2, DateReference.Around(told, unit, clause ? -step : step), back ? "unit-before" : "unit-after", clause && from.InSentence is null ? DateAnchor.Publication : DateAnchor.Previous);
    }

    private static DatePhrase? Moved(DateScan scan, int start, int at, int count, TimeUnit unit, bool vague, bool rough, DateReference from)
    {
        var name = RelativeDates.UnitName(unit);
        var loose = vague || rough;
        DatePoint? Shift(DatePoint? point, int by) =>
            vague && unit == TimeUnit.Year ? null : Roughly(vague && unit == TimeUnit.Month ? point?.AsYear.Vaguely : point?.Shift(by, unit, loose));
        DatePoint? Roughly(DatePoint? point) => rough && point is { IsDay: false } known ? known.Vaguely : point;

        switch (scan[at].Cue)
        {
            case DateCue.Ago:
                return new(start, at + 1, DateMeaning.At(Shift(from.Published, -count)), $"{name}s-ago", DateAnchor.Publication);
            case DateCue.From when scan.Is(at + 1, DateCue.Now):
                return new(start, at + 2, DateMeaning.At(Shift(from.Published, count)), $"{name}s-from-now", DateAnchor.Publication);
            case DateCue.Hence:
                return new(start, at + 1, DateMeaning.At(Shift(from.Published, count)), $"{name}s-from-now", DateAnchor.Publication);
            case DateCue.Later:
                return new(start, at + 1, DateMeaning.At(Shift(from.Previous, count)), Plural("later", name), DateAnchor.Previous);
            case DateCue.On when scan[at + 1].Cue is DateCue.Comma or DateCue.Dot or DateCue.None && !scan.IsLowerWord(at + 1) && !scan.IsUpperWord(at + 1):
                return new(start, at + 1, DateMeaning.At(Shift(from.Previous, count)), Plural("later", name), DateAnchor.Previous);
            case DateCue.Earlier or DateCue.Prior or DateCue.Previous:
                return new(start, at + 1, DateMeaning.At(Shift(from.Previous, -count)), Plural("earlier", name), DateAnchor.Previous);
            case DateCue.After or DateCue.Before when scan[start].Cue is not (DateCue.Within or DateCue.For):
                var sign = scan.Is(at, DateCue.Before) ? -1 : 1;
                var end = scan.Is(at + 1, DateCue.That) && (scan[at + 2].Cue is DateCue.Comma or DateCue.Dot || at + 2 >= scan.Count) ? at + 2 : at + 1;
                var another = end == at + 1 && TellsAnother(scan, start, end, from) && (sign > 0 || JustTold(scan, start, from));
                var told = another && from.InSentence is null ? from.Published : from.Previous;
                return new(
                    start, end, DateMeaning.At(Shift(told, another ? -sign * count : sign * count)), Plural(sign < 0 ? "earlier" : "later", name),
                    another && from.InSentence is null ? DateAnchor.Publication : DateAnchor.Previous);
            default:
                return null;
        }
    }

    /// <summary>
    /// The words after <c>a week after</c> tell an event of their own, so that what is dated is that event, counted back from the
    /// main one: “The deal comes a week after Microsoft opened …”; but not “A week after the launch, …”.
    /// </summary>
    private static bool TellsAnother(DateScan scan, int start, int next, DateReference from)
    {
        if (next >= scan.Count || scan[next].Cue is DateCue.Comma or DateCue.Dot or DateCue.Stop or DateCue.Close)
        {
            return false;
        }

        if (JustTold(scan, start, from) || scan.Is(start - 1, DateCue.Copula))
        {
            return true;
        }

        var opens = start == 0 || scan[start - 1].Cue is DateCue.Comma or DateCue.And or DateCue.Open;
        return !opens && from.InSentence is null && scan[next].Cue is not (DateCue.The or DateCue.That or DateCue.This or DateCue.Determiner);
    }

    /// <summary>A date stands just before, with a comma: “On 16 March, a week after …”.</summary>
    private static bool JustTold(DateScan scan, int start, DateReference from) =>
        from.InSentence is not null && scan.Is(start - 1, DateCue.Comma) && (scan[start - 2].Cue is DateCue.Number or DateCue.Month or DateCue.DayOrdinal or DateCue.Weekday);

    private static string Plural(string way, string unit) => unit is "day" or "week" or "hour" or "fortnight" ? $"some-time-{way}" : $"some-{unit}s-{way}";
}
