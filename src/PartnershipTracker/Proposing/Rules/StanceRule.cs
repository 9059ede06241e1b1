using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>What a stance rests on.</summary>
/// <param name="Stance">Of the deciding half.</param>
/// <param name="Confidence">How often such a stance is right, 0 to 1.</param>
/// <param name="Why">The rules that spoke for it.</param>
/// <param name="Other">The stance of the half that does not decide, where it has another, with that half's items.</param>
internal sealed record StanceFinding(Stance Stance, double Confidence, IReadOnlyList<Reason> Why, (Stance Stance, Range Items, Reason Why)? Other);

/// <summary>
/// Suggests a stance. In a sentence of two halves one decides: a trailing but, yet or however clause, the main clause beside an
/// although, while or despite, else the first half before an “and”. In the deciding half the rules that fired are weighed; what
/// is denied counts for the other side.
/// </summary>
internal static class StanceRule
{
    /// <summary>What the rules for a side must outweigh.</summary>
    private const double Silence = 0.9;

    public static StanceFinding Suggest(Statement statement)
    {
        if (!statement.IsOnTopic)
        {
            return new StanceFinding(Stance.Neutral, 0.9, [new Reason("stance", "not-about-the-two", "")], null);
        }

        var halves = Halves(statement.Items);
        var deciding = Weigh(statement, halves.Deciding);
        var rule = halves.Rule;
        if (deciding.Stance == Stance.Neutral && deciding.Hits.Count == 0 && halves.Other is not null)
        {
            deciding = Weigh(statement, 0..statement.Items.Length);
            rule = "whole-sentence";
        }

        (Stance, Range, Reason)? other = null;
        if (halves.Other is { } rest && rule != "whole-sentence" && Weigh(statement, rest) is { Stance: not Stance.Neutral } second && second.Stance != deciding.Stance)
        {
            other = (second.Stance, rest, Why(statement, second.Hits.First(hit => Side(statement, hit) == second.Stance)));
        }

        var why = deciding.Hits.Where(hit => Side(statement, hit) == deciding.Stance).Select(hit => Why(statement, hit)).Distinct().ToList();
        if (rule != "whole-sentence")
        {
            why.Insert(0, new Reason("stance", rule, ""));
        }

        return new StanceFinding(deciding.Stance, Confidence(deciding), why.Count > 0 ? why : [new Reason("stance", "no-cue", "")], other);
    }

    private static Reason Why(Statement statement, Hit hit) =>
        new("stance", hit.Rule.Value != "neutral" && IsDenied(statement.Items, hit) ? $"{hit.Rule.Name}-denied" : hit.Rule.Name, statement.WordsOf(hit));

    private static (Stance Stance, double Margin, List<Hit> Hits) Weigh(Statement statement, Range half)
    {
        var (from, length) = half.GetOffsetAndLength(statement.Items.Length);
        var hits = statement.HitsAbout("stance").Where(hit => hit.From >= from && hit.To <= from + length).ToList();
        var overruled = hits.Where(hit => !IsDenied(statement.Items, hit)).SelectMany(hit => hit.Rule.Over).ToHashSet();
        hits.RemoveAll(hit => overruled.Contains(hit.Rule.Name));
        var sums = new double[3];
        foreach (var rule in hits.GroupBy(hit => (hit.Rule.Name, Side(statement, hit))))
        {
            // A rule that fires twice says little more than once.
            sums[(int)rule.Key.Item2] += rule.Max(hit => hit.Rule.Weight) + (rule.Count() > 1 ? 0.5 : 0);
        }

        sums[(int)Stance.Neutral] += Silence;
        var best = sums[(int)Stance.Competing] >= sums[(int)Stance.Complementary] ? Stance.Competing : Stance.Complementary;
        var stance = sums[(int)best] > sums[(int)Stance.Neutral] ? best : Stance.Neutral;
        var second = sums.Where((_, n) => n != (int)stance).Max();
        return (stance, sums[(int)stance] - second, hits);
    }

    private static Stance Side(Statement statement, Hit hit)
    {
        var side = Enum.Parse<Stance>(hit.Rule.Value, ignoreCase: true);
        return side != Stance.Neutral && IsDenied(statement.Items, hit)
            ? side == Stance.Competing ? Stance.Complementary : Stance.Neutral
            : side;
    }

    /// <summary>“did not compete”, “never stopped”: a word of denial shortly before, which the rule's own words do not hold.</summary>
    private static bool IsDenied(Item[] items, Hit hit)
    {
        for (var at = hit.From - 1; at >= 0 && at >= hit.From - 3 && !items[at].Is(ItemKind.Mark); at--)
        {
            if (items[at].Word is "not" or "no" or "never" or "neither" or "nor" or "hardly" or "cannot" or "denied" or "denies" or "without")
            {
                return true;
            }
        }

        return false;
    }

    private static double Confidence((Stance Stance, double Margin, List<Hit> Hits) weighed) => weighed.Margin switch
    {
        >= 5 => 0.9,
        >= 3 => 0.8,
        >= 2 => 0.7,
        >= 1 => 0.6,
        _ => 0.5,
    };

    private static (Range Deciding, Range? Other, string Rule) Halves(Item[] items)
    {
        for (var at = items.Length - 2; at > 2; at--)
        {
            if (items[at].Word is "but" or "yet" or "however" && IsClauseStart(items, at) && items.Length - at > 3)
            {
                return (at..items.Length, 0..at, $"clause-after-{items[at].Word}");
            }
        }

        for (var at = 0; at < items.Length; at++)
        {
            if (items[at].Word is not ("although" or "though" or "while" or "despite" or "whereas"))
            {
                continue;
            }

            if (at <= 3 && Comma(items, at) is > 0 and var comma && items.Length - comma > 3)
            {
                return (comma..items.Length, 0..comma, $"main-clause-after-{items[at].Word}");
            }

            if (at > 3 && items.Length - at > 3)
            {
                return (0..at, at..items.Length, $"main-clause-before-{items[at].Word}");
            }
        }

        for (var at = 4; at < items.Length - 3; at++)
        {
            if (items[at].Word == "and" && IsClauseStart(items, at))
            {
                return (0..at, at..items.Length, "half-before-and");
            }
        }

        return (0..items.Length, null, "whole-sentence");
    }

    private static bool IsClauseStart(Item[] items, int at) => items[at - 1].Is(ItemKind.Mark);

    private static int Comma(Item[] items, int from)
    {
        for (var at = from + 2; at < items.Length; at++)
        {
            if (items[at].Word == ",")
            {
                return at;
            }
        }

        return -1;
    }
}
