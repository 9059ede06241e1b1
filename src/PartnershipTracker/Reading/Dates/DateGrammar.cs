namespace PartnershipTracker.Reading;

/// <summary>Puts prepositions, <c>early</c> and <c>the end of</c> before the dates themselves, and two dates to a range.</summary>
internal sealed partial class DateGrammar(DateScan scan, DateReference from, bool dayFirst)
{
    private enum Reach
    {
        Plain,
        Since,
        Until,
    }

    /// <summary>End of the phrase found last, and whether it named a year or a month.</summary>
    private (int End, bool Dated) last = (-1, false);

    /// <summary>The date that begins at a token, or null.</summary>
    public DatePhrase? At(int at)
    {
        DatePhrase? found = scan[at].Cue switch
        {
            DateCue.None => null,
            DateCue.From or DateCue.Between when Range(at, at + 1) is { } range => range,
            _ => (Prepositioned(at) ?? Body(at, false, Reach.Plain)) is { } plain ? Onward(plain) : null,
        };
        if (found is { } phrase)
        {
            phrase = scan.Is(phrase.End, DateCue.Possessive) ? phrase with { End = phrase.End + 1 } : phrase;
            last = (phrase.End, phrase.Kind == DateKind.Date);
            return phrase;
        }

        return null;
    }

    private DatePhrase? Prepositioned(int at)
    {
        var cue = scan[at].Cue;
        switch (cue)
        {
            case DateCue.In or DateCue.On or DateCue.At or DateCue.During or DateCue.Around or DateCue.Within or DateCue.For or DateCue.Over or DateCue.Into or DateCue.About:
                if (scan.Is(at + 1, DateCue.As, DateCue.Around) && cue is DateCue.For or DateCue.Within)
                {
                    return null;
                }

                return With(at, at, at + 1, Reach.Plain);
            case DateCue.Since:
                return With(at, at, at + 1, Reach.Since);
            case DateCue.Through when scan.Says(at - 1, "halfway") || scan.Says(at - 1, "midway") || scan.Says(at - 1, "partway"):
                return With(at - 1, at, at + 1, Reach.Plain);
            case DateCue.By or DateCue.Until or DateCue.Through:
                if (scan.Is(at + 1, DateCue.Then))
                {
                    return new(at, at + 2, DateMeaning.At(from.Mentioned).Until, "until-then", DateAnchor.Previous);
                }

                return With(at, at, at + 1, Reach.Until);
            case DateCue.Before or DateCue.Prior or DateCue.Up:
                var next = cue == DateCue.Before ? at + 1 : scan[at + 1].Cue is DateCue.To or DateCue.Until ? at + 2 : -1;
                return next < 0 ? null : With(at, at, next, Reach.Until);
            case DateCue.After or DateCue.Beyond:
                return With(at, at, at + 1, Reach.Since);
            case DateCue.From:
                var opens = (at == 0 || scan[at - 1].Cue is DateCue.Comma) && scan.IsFuture(at, at + 2);
                var starts = With(at, at, at + 1, Reach.Since);
                return starts is { } open && (opens || scan.Is(open.End, DateCue.Onward) || scan.Is(open.End, DateCue.On))
                    ? open with { End = scan.Is(open.End, DateCue.Onward, DateCue.On) ? open.End + 1 : open.End }
                    : With(at + 1, at, at + 1, Reach.Plain);
            case DateCue.To:
                var compared = scan.Is(at - 1, DateCue.Compared, DateCue.Back);
                return With(compared ? at + 1 : at, at, at + 1, compared ? Reach.Plain : Reach.Until, yearsOnly: true);
            case DateCue.Of or DateCue.Than or DateCue.Dated or DateCue.And or DateCue.Or:
                return cue is DateCue.And or DateCue.Or && last.End != at ? null : With(at + 1, at, at + 1, Reach.Plain, quiet: true);
            case DateCue.As:
                if (scan.Is(at + 1, DateCue.Of) || scan.Is(at + 1, DateCue.From))
                {
                    return With(scan[at + 2].Cue is DateCue.Today or DateCue.Yesterday ? at + 2 : at, at, at + 2, Reach.Plain);
                }

                return scan.Is(at + 2, DateCue.As) && (scan.Is(at + 1, DateCue.Early) || scan.Is(at + 1, DateCue.Recently) || scan.Is(at + 1, DateCue.Recent) || scan.Says(at + 1, "far"))
                    ? With(at, at, scan[at + 3].Cue is DateCue.Back ? at + 4 : at + 3, Reach.Plain)
                    : null;
            case DateCue.Back:
                return scan[at + 1].Cue is DateCue.In or DateCue.To ? With(at, at, at + 2, Reach.Plain) : null;
            case DateCue.Early or DateCue.Earlier or DateCue.Later:
                // Early in 2024, later on Monday, late in the summer.
                if (scan[at + 1].Cue is DateCue.In or DateCue.On or DateCue.During && Body(at + 2, true, Reach.Plain) is { Kind: DateKind.Date } vague)
                {
                    return vague with { Start = at, Meaning = About(vague.Meaning), Rule = $"part-of-{vague.Rule}" };
                }

                return null;
            default:
                return null;
        }
    }

    /// <param name="start">First token of the phrase that is made.</param>
    /// <param name="preposition">The preposition.</param>
    /// <param name="at">First token after it.</param>
    /// <param name="reach">What the preposition makes of the date.</param>
    /// <param name="yearsOnly">Only a year will do.</param>
    /// <param name="quiet">The preposition is not part of the phrase.</param>
    private DatePhrase? With(int start, int preposition, int at, Reach reach, bool yearsOnly = false, bool quiet = false)
    {
        var cue = scan[preposition].Cue;
        if (!quiet && cue is not (DateCue.As or DateCue.Back or DateCue.To or DateCue.From or DateCue.Since)
            && (CountedDates.Counted(scan, preposition, at, from) ?? (scan.Is(at, DateCue.Units) ? CountedDates.Uncounted(scan, preposition, at, from) : null)) is { } counted
            && (counted.Kind == DateKind.Duration || cue is not (DateCue.Before or DateCue.By or DateCue.Until)))
        {
            return cue is DateCue.For or DateCue.Over or DateCue.Within or DateCue.In or DateCue.During or DateCue.About or DateCue.At or DateCue.After or DateCue.Around ? counted : counted with { Start = at };
        }

        if (cue is DateCue.Within || (cue is DateCue.About or DateCue.At && scan.IsMonth(at, out _) && scan.AfterMonth(at) == at + 1 && !scan.IsYear(at + 1, out _)))
        {
            return null;
        }

        // Until at least 2032.
        at += reach != Reach.Until ? 0 : scan.Is(at, DateCue.At) && scan.Says(at + 1, "least") ? 2 : scan[at].Cue is DateCue.About or DateCue.Around ? 1 : 0;
        if (Body(at, true, reach) is not { } date || (yearsOnly && !date.Rule.StartsWith("year", StringComparison.Ordinal)))
        {
            return null;
        }

        // At last year's conference: the preposition belongs to the conference.
        if (date.Kind == DateKind.Duration || (scan.Is(date.End, DateCue.Possessive) && cue != DateCue.Since))
        {
            return date with { Start = date.Kind == DateKind.Duration ? start : at };
        }

        if (cue == DateCue.Since && scan.Is(at, DateCue.Then))
        {
            return date;
        }

        date = date with { Start = start };
        return reach switch
        {
            Reach.Since => date with { Meaning = date.Meaning.Since, Rule = $"{(cue is DateCue.After or DateCue.Beyond ? "after" : cue == DateCue.From ? "from" : "since")}-{date.Rule}" },
            Reach.Until => date with { Meaning = date.Meaning.Until, Rule = $"until-{date.Rule}" },
            _ => cue == DateCue.About || (cue == DateCue.Around && date.Meaning.IsKnown) ? date with { Meaning = About(date.Meaning) } : date,
        };
    }

    /// <summary>A date with the words that take a part of it: <c>early 2023</c>, <c>mid-2024</c>, <c>the end of June</c>.</summary>
    private DatePhrase? Body(int at, bool placed, Reach reach)
    {
        var cue = scan[at].Cue;
        var the = scan.Is(at, DateCue.The) ? at + 1 : at;
        switch (scan[the].Cue)
        {
            case DateCue.Early or DateCue.Earlier or DateCue.Later or DateCue.Mid:
                var next = scan.Is(the + 1, DateCue.Dash) && scan.Touches(the) ? the + 2 : the + 1;
                if (scan[next].Cue is DateCue.To or DateCue.Dash && scan.Is(next + 1, DateCue.Mid, DateCue.Early))
                {
                    next = scan.Is(next + 2, DateCue.Dash) ? next + 3 : next + 2;
                }

                var part = Core(next, true, reach) is { Kind: DateKind.Date } inner && (scan[the].Cue is not (DateCue.Earlier or DateCue.Later) || scan[next].Cue is DateCue.This or DateCue.Last or DateCue.Next or DateCue.That or DateCue.The or DateCue.Today or DateCue.In)
                    ? inner : (DatePhrase?)null;
                if (part is { Rule: "month", Meaning.Start: { } month } && scan[the].Value == 2 && from.Published is { IsDay: true, Day: < 20 } now && (month.Year, month.Part) == (now.Year, now.Part) && !scan.IsFuture(at, next))
                {
                    // Late in a month that has hardly begun: the one a year ago.
                    part = part.Value with { Meaning = DateMeaning.At(month with { Year = month.Year - 1 }) };
                }

                return part is { } early ? early with { Start = at, Meaning = About(early.Meaning), Rule = early.Rule == "today" ? "today" : $"part-of-{early.Rule}" } : null;
            case DateCue.End or DateCue.Start or DateCue.Middle or DateCue.Rest:
                return PartOf(at, the, reach);
            default:
                return cue == DateCue.Dash ? null : Core(at, placed, reach);
        }
    }

    private DatePhrase? PartOf(int at, int the, Reach reach)
    {
        var of = the + 1;
        if (scan.Is(of, DateCue.Dash) && scan.Touches(the) && scan[the].Cue is DateCue.End)
        {
            return Core(of + 1, true, reach) is { Kind: DateKind.Date } month ? Partly(month with { Start = at }, scan[the].Cue, reach) : null;
        }

        if (!scan.Is(of, DateCue.Of, DateCue.To))
        {
            return null;
        }

        if (Core(of + 1, true, reach) is { Kind: DateKind.Date } whole)
        {
            return Partly(whole with { Start = at }, scan[the].Cue, reach);
        }

        // The end of the year.
        if (scan.Is(of + 1, DateCue.The) && scan.Is(of + 2, DateCue.Unit) && scan[of + 2].Unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year or TimeUnit.Decade)
        {
            var told = from.Story;
            var period = new DatePhrase(at, of + 3, DateReference.Around(told ?? from.Published, scan[of + 2].Unit, 0), $"this-{RelativeDates.UnitName(scan[of + 2].Unit)}", told is null ? DateAnchor.Publication : DateAnchor.Previous);
            return Partly(period, scan[the].Cue, reach);
        }

        return null;
    }

    private static DatePhrase Partly(DatePhrase whole, DateCue part, Reach reach)
    {
        var name = part switch { DateCue.End => "end-of", DateCue.Start => "start-of", DateCue.Middle => "middle-of", _ => "rest-of" };
        var rule = $"{name}-{whole.Rule}";
        if (reach == Reach.Until && part == DateCue.End)
        {
            return whole with { Rule = rule };
        }

        return whole.Meaning is { IsInterval: false, Start: { Part: 0 } year } && part is DateCue.End or DateCue.Start
            ? whole with { Meaning = DateMeaning.At(new(year.Year, part == DateCue.End ? 12 : 1, 0, true)), Rule = rule }
            : whole with { Meaning = About(whole.Meaning), Rule = rule };
    }

    private static DateMeaning About(DateMeaning meaning) =>
        meaning is { IsInterval: false, Start: { IsDay: false } point } ? DateMeaning.At(point.Vaguely) : meaning;
}
