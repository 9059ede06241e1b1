namespace PartnershipTracker.Reading;

/// <summary>The year that follows a day, month, season or quarter: <c>, 2023</c>, <c>of last year</c>, <c>that year</c>.</summary>
internal readonly record struct DateYear(int End, DatePoint? Value, string Name, DateAnchor Anchor)
{
    /// <summary>The year's words from a token on; null where there are none. Where bare ones count too, <c>of the year</c> is one.</summary>
    public static DateYear? At(DateScan scan, int at, DateReference from, bool bareToo = false)
    {
        var start = scan.Is(at, DateCue.Comma) ? at + 1 : at;
        var after = scan.Is(start, DateCue.Of, DateCue.In) ? start + 1 : start;
        if (scan.IsYear(after, out var year) && (start == after || scan.Is(start, DateCue.Of)))
        {
            return new(after + 1, new(year), "year", DateAnchor.None);
        }

        if (scan.Is(at, DateCue.Apostrophe) && scan.Touches(at) && scan.Is(at + 1, DateCue.Number) && scan.Letters(at + 1).Length == 2)
        {
            return new(at + 2, new(DateWords.Full(scan[at + 1].Value)), "year", DateAnchor.None);
        }

        if (start != at || (scan.Is(at, DateCue.In) && !scan.Is(after, DateCue.The)))
        {
            return null;
        }

        var the = scan.Is(after, DateCue.The) ? after + 1 : after;
        var step = scan[the].Cue;
        if (!IsYearWord(scan, the + 1))
        {
            return bareToo && the > after && IsYearWord(scan, the)
                ? from.Story is { } told ? new(the + 1, told.AsYear.Exactly, "that-year", DateAnchor.Previous) : new(the + 1, from.Published?.AsYear.Exactly, "this-year", DateAnchor.Publication)
                : null;
        }

        DatePoint? Told(DatePoint? point, int years) => point is { } known ? new(known.Year + years) : null;
        return step switch
        {
            DateCue.This when the == after => new(the + 2, Told(from.Published, 0), "this-year", DateAnchor.Publication),
            DateCue.Last when the == after => new(the + 2, Told(from.Published, -1), "last-year", DateAnchor.Publication),
            DateCue.Next when the == after => new(the + 2, Told(from.Published, 1), "next-year", DateAnchor.Publication),
            DateCue.That or DateCue.Same => new(the + 2, Told(from.Previous, 0), "that-year", DateAnchor.Previous),
            DateCue.Following or DateCue.Next => new(the + 2, Told(from.Previous, 1), "following-year", DateAnchor.Previous),
            DateCue.Previous => new(the + 2, Told(from.Previous, -1), "previous-year", DateAnchor.Previous),
            _ => null,
        };
    }

    private static bool IsYearWord(DateScan scan, int at) => scan.Is(at, DateCue.Unit) && scan[at].Unit == TimeUnit.Year;
}
