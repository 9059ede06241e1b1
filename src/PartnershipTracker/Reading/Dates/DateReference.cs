using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>What relative dates count from, and the counting.</summary>
/// <param name="published">The publication date.</param>
/// <param name="previous">The date told before the sentence.</param>
/// <param name="isNear">The date told before stands in the sentence just before.</param>
/// <param name="mentioned">The date named last, where that is another one.</param>
internal sealed class DateReference(EdtfDate? published, EdtfDate? previous, bool isNear, EdtfDate? mentioned = null)
{
    /// <summary>The month named last in the same sentence, be it only as an end: by July 2019.</summary>
    private DatePoint? named;

    public DatePoint? Published { get; } = DatePoint.Of(published);

    /// <summary>The event told last.</summary>
    public DatePoint? Previous { get; private set; } = DatePoint.Of(previous);

    /// <summary>The date told last in the same sentence; null where there is none yet.</summary>
    public DatePoint? InSentence { get; private set; }

    /// <summary>The end of the date named last, open intervals included.</summary>
    public DatePoint? Mentioned { get; private set; } = DatePoint.Of(mentioned ?? previous) ?? EndOf(mentioned ?? previous);

    public string? Named(DateAnchor anchor) => anchor switch
    {
        DateAnchor.Publication => published is null ? "publication date, unknown" : $"publication date {published}",
        DateAnchor.Previous => previous is null ? "the date told before, unknown" : $"the date told before, {previous}",
        _ => null,
    };

    public void Tell(DatePhrase phrase, EdtfDate? date)
    {
        if (date is null || phrase.Kind == DateKind.Duration)
        {
            return;
        }

        Mentioned = phrase.Meaning.End ?? phrase.Meaning.Start;
        named = Mentioned is { HasMonth: true } ? Mentioned : named;
        if (!phrase.Meaning.IsInterval && phrase.Meaning.Start is { Part: not DatePoint.Decade } told)
        {
            (Previous, InSentence, previous) = (told, told, date);
        }
    }

    /// <summary>The story's own year, where it tells of a time more than a year before publication or yet to come; else null.</summary>
    public DatePoint? Story
    {
        get
        {
            var told = (InSentence is { HasMonth: true } ? InSentence : null) ?? named ?? (isNear && Previous is { HasMonth: true } near && (Published is not { } limit || near.Year <= limit.Year) ? Previous : null);
            return told is not { } date ? null
                : Published is not { } now ? date
                : date.Year < now.Year - 1 || date.Year > now.Year || (date.Year == now.Year - 1 && date.Part is > 0 and < 13 && now.Part is > 0 and < 13 && date.Part < now.Part) ? date
                : null;
        }
    }

    /// <summary>A month, or a day of it, that comes without its year.</summary>
    public DatePoint? WithoutYear(int month, int day, bool future)
    {
        if (Story is { } story)
        {
            var back = story.HasMonth && month < story.Part;
            var year = back ? story.Year + 1 : story.Year;
            var goesOn = InSentence is not null || named is not null || !back;
            if (goesOn && (Published is not { HasMonth: true } limit || year < limit.Year || (year == limit.Year && month <= limit.Part) || story.Year > limit.Year))
            {
                return new(year, month, day);
            }
        }

        if (Published is not { HasMonth: true } now)
        {
            return null;
        }

        var passed = month < now.Part || (month == now.Part && (day == 0 || !now.IsDay || day <= now.Day));
        return new(now.Year + (future ? (passed && month != now.Part ? 1 : 0) : passed ? 0 : -1), month, day);
    }

    /// <summary>A season without its year: the one going on or the last one begun, or the next to come.</summary>
    public DatePoint? SeasonOf(int season, int direction)
    {
        if (Published is not { HasMonth: true } now)
        {
            return null;
        }

        var first = (season - 20) * 3;
        var year = now.Year;
        var begun = now.Part >= first;
        return direction switch
        {
            // Last summer, told in July: the one before.
            < 0 => new(season == 24 ? (now.Part == 12 ? year - 1 : now.Part <= 2 ? year - 2 : year - 1) : now.Part >= first + 3 ? year : year - 1, season),
            > 0 => new(begun ? year + 1 : year, season),
            _ => new(season == 24 && now.Part <= 2 ? year - 1 : year, season),
        };
    }

    /// <summary>A weekday: the last one up to publication, or the next one.</summary>
    /// <param name="weekday">0 is Sunday.</param>
    /// <param name="direction">−1 strictly before, 0 up to, 1 after.</param>
    /// <param name="isStory">It may go on from the day told just before, where that is long past.</param>
    public DatePoint? Weekday(int weekday, int direction, bool isStory = false)
    {
        if (isStory && Goes(InSentence, 14) is { } told)
        {
            return Next(told, weekday);
        }

        if (isStory && isNear && InSentence is null && Goes(Previous, 60) is { } before)
        {
            return Next(before, weekday);
        }

        return Published switch
        {
            { IsDay: true } now when direction > 0 => Next(now.First, weekday),
            { IsDay: true } now => DatePoint.Of(now.First.AddDays(direction < 0 && (int)now.First.DayOfWeek == weekday ? -7 : -(((int)now.First.DayOfWeek - weekday + 7) % 7))),
            { } now => now.AsMonth.Vaguely,
            null => null,
        };
    }

    private DateOnly? Goes(DatePoint? told, int days) =>
        told is { IsDay: true } day && Published is { } now && day.First.DayNumber + days < now.First.DayNumber ? day.First : null;

    public static DatePoint Next(DateOnly from, int weekday) => DatePoint.Of(from.AddDays((weekday - (int)from.DayOfWeek + 6) % 7 + 1));

    /// <summary>This week, month, quarter, year or decade from a point, or one before or after it.</summary>
    public static DateMeaning Around(DatePoint? from, TimeUnit unit, int step)
    {
        if (from is not { } point || point.Year is < 20 or > 9900)
        {
            return DateMeaning.Unknown;
        }

        var about = point.About;
        switch (unit)
        {
            case TimeUnit.Year:
                return DateMeaning.At(new(point.Year + step));
            case TimeUnit.Decade:
                return DateMeaning.At(new((point.Year / 10 * 10) + (step * 10), DatePoint.Decade));
            case TimeUnit.Month when point.HasMonth:
                return DateMeaning.At(DatePoint.Of(new DateOnly(point.Year, point.Part, 1).AddMonths(step)).AsMonth with { About = about });
            case TimeUnit.Quarter when point.HasMonth:
                var quarter = (point.Year * 4) + ((point.Part - 1) / 3) + step;
                return DateMeaning.Months(quarter / 4, (quarter % 4 * 3) + 1, 3);
            case TimeUnit.Week when point.IsDay:
                var monday = point.First.AddDays(-(((int)point.First.DayOfWeek + 6) % 7) + (step * 7));
                return DateMeaning.Between(DatePoint.Of(monday), DatePoint.Of(monday.AddDays(6)));
            case TimeUnit.Weekend when point.IsDay:
                var sunday = point.First.AddDays(step > 0 ? 7 - (int)point.First.DayOfWeek : step < 0 || point.First.DayOfWeek is not DayOfWeek.Saturday ? -(int)point.First.DayOfWeek : 1);
                return DateMeaning.Between(DatePoint.Of(sunday.AddDays(-1)), DatePoint.Of(sunday));
            case TimeUnit.Day or TimeUnit.PartOfDay when point.IsDay:
                return DateMeaning.At(DatePoint.Of(point.First.AddDays(step)) with { About = about });
            case TimeUnit.Day or TimeUnit.Week or TimeUnit.Weekend or TimeUnit.PartOfDay or TimeUnit.Hour when point.HasMonth:
                return DateMeaning.At(point.AsMonth.Vaguely);
            default:
                return DateMeaning.At(point.AsYear.Vaguely);
        }
    }

    private static DatePoint? EndOf(EdtfDate? date) => date switch
    {
        { IsInterval: true, IsOpenEnd: false } => EdtfDate.TryParse(date.Value[(date.Value.IndexOf('/') + 1)..], out var end) ? DatePoint.Of(end) : null,
        { IsInterval: true, IsOpenStart: false } => EdtfDate.TryParse(date.Value[..date.Value.IndexOf('/')], out var start) ? DatePoint.Of(start) : null,
        _ => null,
    };
}
