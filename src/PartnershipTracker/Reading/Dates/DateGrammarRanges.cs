namespace PartnershipTracker.Reading;

/// <summary>Two dates that make a range.</summary>
internal sealed partial class DateGrammar
{
    /// <summary><c>March 2023 – June 2024</c>, <c>January 2024 to March 2025</c>: two full dates without <c>from</c>.</summary>
    private DatePhrase Onward(DatePhrase first)
    {
        if (!scan.Is(first.End, DateCue.Dash, DateCue.To) || !IsFull(first)
            || Core(first.End + 1, true, Reach.Plain) is not { } second || !IsFull(second) || second.Meaning.Start!.Value.First <= first.Meaning.Start!.Value.First)
        {
            return first;
        }

        return new(first.Start, second.End, DateMeaning.Between(first.Meaning.Start, second.Meaning.End), "from-to");
    }

    private static bool IsFull(DatePhrase phrase) =>
        phrase is { Anchor: DateAnchor.None, Kind: DateKind.Date, Meaning: { IsInterval: false, Start: { IsSound: true, Part: not DatePoint.Decade } } };

    /// <summary><c>from 2019 to 2023</c>, <c>between March and May 2024</c>.</summary>
    private DatePhrase? Range(int start, int at)
    {
        var between = scan.Is(start, DateCue.Between);
        if (Core(at, true, Reach.Plain) is not { Kind: DateKind.Date } first)
        {
            return null;
        }

        if (first.Meaning.IsInterval && scan.IsDayNumber(at, out _))
        {
            return first with { Start = start };
        }

        var join = first.End;
        var joined = between ? scan.Is(join, DateCue.And) : scan[join].Cue is DateCue.To or DateCue.Until or DateCue.Through;
        if (!joined || Core(join + 1, true, Reach.Plain) is not { Kind: DateKind.Date } second)
        {
            return null;
        }

        var (open, close) = (first.Meaning.Start, second.Meaning.End);
        var yearless = first.Rule is "month" or "day-month" or "month-day";
        if (yearless && second.Rule.Length > first.Rule.Length && close is { } end && scan.IsMonth(scan.IsMonth(at, out _) ? at : join - 1, out var month))
        {
            // The year stands with the second only: between March and May 2024.
            open = new DatePoint(month > end.Part ? end.Year - 1 : end.Year, month, open?.Day ?? 0);
        }
        else if (second.Rule == "month" && !yearless && open is { } origin && scan.IsMonth(join + 1, out var until))
        {
            // And with the first only: from March 2023 to May.
            close = new DatePoint(origin.HasMonth && until < origin.Part ? origin.Year + 1 : origin.Year, until);
        }

        return new(start, second.End, DateMeaning.Between(open, close), between ? "between" : "from-to", second.Anchor);
    }
}
