namespace PartnershipTracker.Reading;

/// <summary>A number of units: <c>about 15 months</c>, <c>a few days</c>, <c>two and a half years</c>, <c>15-month</c>.</summary>
/// <param name="End">First token after it.</param>
/// <param name="Count">How many.</param>
/// <param name="Unit">Of what.</param>
/// <param name="IsVague">No number is given.</param>
/// <param name="IsArticle">The number is <c>a</c> or <c>an</c>, which may also mean each.</param>
/// <param name="IsHyphened">Stands as an adjective: <c>15-month</c>.</param>
/// <param name="IsRough">About or more or less than so many.</param>
internal readonly record struct CountedTime(int End, int Count, TimeUnit Unit, bool IsVague, bool IsArticle, bool IsHyphened, bool IsRough)
{
    public static CountedTime? Read(DateScan scan, int at)
    {
        var rough = false;
        for (var steps = 0; steps < 3; steps++)
        {
            if (scan.Is(at, DateCue.About))
            {
                rough |= scan[at].Value == 1;
                at++;
            }
            else if (scan.Is(at, DateCue.More) && scan.Is(at + 1, DateCue.Than))
            {
                rough = true;
                at += 2;
            }
            else if (scan.Is(at, DateCue.At) && (scan.Says(at + 1, "least") || scan.Says(at + 1, "most")))
            {
                rough = true;
                at += 2;
            }
            else if (scan.Is(at, DateCue.Up) && scan.Is(at + 1, DateCue.To))
            {
                rough = true;
                at += 2;
            }
        }

        return Number(scan, at, rough);
    }

    private static CountedTime? Number(DateScan scan, int at, bool rough)
    {
        var word = scan[at];
        int count = word.Value;
        var (vague, article) = (false, false);
        switch (word.Cue)
        {
            case DateCue.Number when count is > 0 and < 1000 && scan.Letters(at).Length <= 3 && !(scan.Touches(at - 1) && scan[at - 1].Cue is DateCue.Dash or DateCue.Slash or DateCue.Money):
            case DateCue.Count:
                at++;
                break;
            case DateCue.First or DateCue.Ordinal or DateCue.DayOrdinal:
                return null;
            case DateCue.Few:
                (vague, at) = (true, at + 1);
                break;
            case DateCue.Half when scan.Is(at + 1, DateCue.A):
                return scan.Is(at + 2, DateCue.Unit) && scan[at + 2].Unit is TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century
                    ? new(at + 3, scan[at + 2].Unit switch { TimeUnit.Year => 6, TimeUnit.Decade => 5, _ => 50 }, scan[at + 2].Unit == TimeUnit.Year ? TimeUnit.Month : TimeUnit.Year, false, false, false, rough)
                    : null;
            case DateCue.A when scan[at + 1].Cue is DateCue.Few or DateCue.Couple or DateCue.Number1:
                (vague, count, at) = (!scan.Is(at + 1, DateCue.Couple), scan[at + 1].Value, scan.Is(at + 2, DateCue.Of) ? at + 3 : at + 2);
                rough = true;
                break;
            case DateCue.Couple:
                (rough, at) = (true, scan.Is(at + 1, DateCue.Of) ? at + 2 : at + 1);
                break;
            case DateCue.A:
                (article, at) = (true, at + 1);
                break;
            default:
                return null;
        }

        var half = false;
        if (scan.Is(at, DateCue.And) && scan.Is(at + 1, DateCue.A) && scan.Is(at + 2, DateCue.Half))
        {
            (half, at) = (true, at + 3);
        }
        else if (scan[at].Cue is DateCue.To or DateCue.Or or DateCue.Dash or DateCue.And && scan[at + 1].Cue is DateCue.Count or DateCue.Number && scan[at + 1].Value > count && scan[at + 2].Cue is DateCue.Units)
        {
            (rough, count, at) = (true, scan[at + 1].Value, at + 2);
        }

        if (scan.Is(at, DateCue.Dash) && scan.Touches(at) && scan.Touches(at - 1) && scan.Is(at + 1, DateCue.Unit) && !article)
        {
            var end = at + 2;
            if (scan.Is(end, DateCue.Dash) && scan.Touches(end) && scan.Touches(end - 1))
            {
                return scan.Is(end + 1, DateCue.Old) ? null : scan.Says(end + 1, "long") ? Sound(new(end + 2, count, scan[at + 1].Unit, false, false, true, rough)) : null;
            }

            return Sound(new(end, count, scan[at + 1].Unit, false, false, true, rough));
        }

        for (var steps = 0; steps < 2 && scan[at].Cue is DateCue.Adjective or DateCue.More or DateCue.Fiscal or DateCue.Calendar; steps++)
        {
            at++;
        }

        var one = article || count == 1;
        if (!scan.Is(at, one && !half ? DateCue.Unit : DateCue.Units) || scan.Is(at + 1, DateCue.Old) || (scan.Is(at + 1, DateCue.Dash) && scan.Touches(at) && scan[at + 1].Value == 0))
        {
            return null;
        }

        var unit = scan[at].Unit;
        at++;
        if (unit == TimeUnit.Quarter && (article || scan.Is(at, DateCue.Of)))
        {
            // A share, not a time.
            return null;
        }

        if (scan.Is(at, DateCue.And) && scan.Is(at + 1, DateCue.A) && scan.Is(at + 2, DateCue.Half))
        {
            (half, at) = (true, at + 3);
        }

        if (half && unit is TimeUnit.Year)
        {
            (count, unit) = ((count * 12) + 6, TimeUnit.Month);
        }

        return Sound(new(at, count, unit, vague, article, false, rough || (half && unit != TimeUnit.Month)));
    }

    private static CountedTime? Sound(CountedTime time) => time.Unit is TimeUnit.Weekend or TimeUnit.PartOfDay ? null : time;
}
