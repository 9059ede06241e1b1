namespace PartnershipTracker.Reading;

/// <summary>Which form of date can begin with which word.</summary>
internal sealed partial class DateGrammar
{
    private DatePhrase? Core(int at, bool placed, Reach reach)
    {
        var deadline = reach == Reach.Until;
        var listed = last.Dated && last.End == at - 1 && scan[at - 1].Cue is DateCue.Comma or DateCue.And or DateCue.Or;
        return scan[at].Cue switch
        {
            DateCue.Number => CalendarDates.Numeric(scan, at, dayFirst) ?? CalendarDates.DayFirst(scan, at, from, deadline) ?? PeriodDates.FiscalYear(scan, at, from)
                ?? YearWithQuarter(at) ?? PeriodDates.YearRange(scan, at) ?? CountedDates.Counted(scan, at, at, from) ?? PeriodDates.Year(scan, at, placed, listed),
            DateCue.DayOrdinal => CalendarDates.DayFirst(scan, at, from, deadline) ?? PeriodDates.Part(scan, at, from),
            DateCue.Month or DateCue.ShortMonth => CalendarDates.MonthFirst(scan, at, from, placed || listed, deadline),
            DateCue.Weekday or DateCue.ShortWeekday => CalendarDates.WeekdayAndDay(scan, at, from, deadline) ?? RelativeDates.Weekday(scan, at, from, deadline),
            DateCue.Season => PeriodDates.Season(scan, at, from, placed),
            DateCue.Ordinal or DateCue.First => PeriodDates.Part(scan, at, from),
            DateCue.QuarterCode or DateCue.HalfCode => PeriodDates.Code(scan, at, from),
            DateCue.Fiscal or DateCue.FiscalCode => Ending(at) ?? PeriodDates.FiscalYear(scan, at, from) ?? PeriodDates.Part(scan, at, from),
            DateCue.Decade => PeriodDates.Decade(scan, at),
            DateCue.The => Ending(at) ?? Definite(at, placed, deadline),
            DateCue.Last or DateCue.This or DateCue.Next => PeriodDates.Part(scan, at, from) ?? PeriodDates.FiscalYear(scan, at, from) ?? RelativeDates.FromPublication(scan, at, from) ?? RelativeDates.Span(scan, at, from),
            DateCue.Past or DateCue.Recent => RelativeDates.Span(scan, at, from),
            DateCue.That or DateCue.Following or DateCue.Previous => RelativeDates.FromPrevious(scan, at, from),
            DateCue.Same => null,
            DateCue.Determiner => RelativeDates.Span(scan, at, from),
            DateCue.Today or DateCue.Yesterday or DateCue.Tomorrow => RelativeDates.Day(scan, at, from),
            DateCue.Recently or DateCue.Have or DateCue.Had => RelativeDates.Recently(scan, at, from),
            DateCue.Then => placed && scan.Is(at - 1, DateCue.Since) ? new(at - 1, at + 1, DateMeaning.At(from.Previous ?? from.Mentioned).Since, "since-then", DateAnchor.Previous) : null,
            DateCue.Unit => YearEnd(at) ?? Ending(at),
            DateCue.Units => CountedDates.Uncounted(scan, at, at, from),
            DateCue.Count or DateCue.A or DateCue.Few or DateCue.Couple or DateCue.Half or DateCue.About or DateCue.More or DateCue.At or DateCue.Up => CountedDates.Counted(scan, at, at, from),
            _ => null,
        };
    }

    private DatePhrase? Definite(int at, bool placed, bool deadline) =>
        scan[at + 1].Cue switch
        {
            DateCue.DayOrdinal => CalendarDates.DayFirst(scan, at, from, deadline) ?? PeriodDates.Part(scan, at, from),
            DateCue.Ordinal or DateCue.First => PeriodDates.Part(scan, at, from),
            DateCue.Fiscal or DateCue.FiscalCode => PeriodDates.FiscalYear(scan, at, from) ?? PeriodDates.Part(scan, at, from),
            DateCue.Season => PeriodDates.Season(scan, at, from, placed),
            DateCue.Decade => PeriodDates.Decade(scan, at),
            DateCue.Early or DateCue.Mid when scan[at + 2].Is(DateCue.Decade) || (scan.Is(at + 2, DateCue.Dash) && scan.Is(at + 3, DateCue.Decade)) => Body(at, placed, Reach.Plain),
            DateCue.Last or DateCue.Past or DateCue.Next or DateCue.Recent => PeriodDates.Part(scan, at, from) ?? RelativeDates.FromPrevious(scan, at, from) ?? RelativeDates.Span(scan, at, from),
            DateCue.Same or DateCue.Following or DateCue.Previous or DateCue.Prior => RelativeDates.FromPrevious(scan, at, from),
            DateCue.Unit when scan[at + 1].Unit == TimeUnit.Weekend && scan[at - 1].Cue is DateCue.At or DateCue.Over or DateCue.On or DateCue.During =>
                new(at, at + 2, DateReference.Around(from.Published, TimeUnit.Weekend, 0), "weekend", DateAnchor.Publication),
            DateCue.Unit => CountedDates.Uncounted(scan, at, at + 1, from)
                ?? (scan[at - 1].Cue is DateCue.In && scan[at - 2].Cue is DateCue.Early or DateCue.Earlier or DateCue.Later
                    ? new(at, at + 2, DateReference.Around(from.Story ?? from.Published, scan[at + 1].Unit, 0), $"this-{RelativeDates.UnitName(scan[at + 1].Unit)}", DateAnchor.Publication)
                    : null),
            DateCue.Number => PeriodDates.FiscalYear(scan, at, from),
            _ => null,
        };

    /// <summary><c>2025 Q3</c>.</summary>
    private DatePhrase? YearWithQuarter(int at) =>
        scan.IsYear(at, out var year) && scan.Is(at + 1, DateCue.QuarterCode)
            ? new(at, at + 2, DateMeaning.Months(year, ((scan[at + 1].Value - 1) * 3) + 1, 3), "quarter-year")
            : null;

    private DatePhrase? Ending(int at) => PeriodDates.Ending(scan, at, next => Core(next, true, Reach.Plain));

    /// <summary><c>year-end</c>, <c>year's end</c>.</summary>
    private DatePhrase? YearEnd(int at) =>
        scan[at].Unit == TimeUnit.Year && scan.Is(at + 1, DateCue.Dash, DateCue.Possessive) && scan.Is(at + 2, DateCue.End) && from.Published is var now
            ? new(at, at + 3, now is { } known ? DateMeaning.At(scan.Is(at - 1, DateCue.By) ? new(known.Year) : new(known.Year, 12, 0, true)) : DateMeaning.Unknown, "year-end", DateAnchor.Publication)
            : null;
}
