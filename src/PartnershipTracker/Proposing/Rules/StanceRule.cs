using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;
using PartnershipTracker.Proposing.Weighing;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>What a stance rests on.</summary>
/// <param name="Stance">Of the deciding half.</param>
/// <param name="Confidence">How often such a stance is right, 0 to 1.</param>
/// <param name="Why">The rules and words that spoke for it.</param>
/// <param name="Other">The stance of the half that does not decide, where it has another, with that half's items.</param>
internal sealed record StanceFinding(Stance Stance, double Confidence, IReadOnlyList<Reason> Why, (Stance Stance, Range Items, Reason Why)? Other);

/// <summary>Suggests a stance: the half that decides is found, and its cues are weighed, those of the other half for less.</summary>
internal static class StanceRule
{
    private const int Stances = 3;

    /// <summary>How sure the other half's stance must be to be proposed beside the first.</summary>
    private const double LeastForTheOther = 0.5;

    public static StanceFinding Suggest(Statement statement, Weighed weighed)
    {
        if (!statement.IsOnTopic)
        {
            return new StanceFinding(Stance.Neutral, 0.9, [new Reason("stance", "not-about-the-two", "")], null);
        }

        var halves = Halves.Of(statement.Items);
        var (stance, second, chance) = Best(weighed, halves.Deciding, Weighed.Elsewhere);
        var why = weighed.Why("stance", (int)stance, second, halves.Deciding).ToList();
        if (halves.Other is not null)
        {
            why.Insert(0, new Reason("stance", halves.Rule, ""));
        }

        return new StanceFinding(stance, chance, why.Count > 0 ? why : [new Reason("stance", "no-cue", "")], Other(statement, weighed, halves, stance));
    }

    private static (Stance, Range, Reason)? Other(Statement statement, Weighed weighed, Halves halves, Stance deciding)
    {
        if (halves.Other is not { } rest)
        {
            return null;
        }

        if (!CanStandAlone(statement, rest))
        {
            return null;
        }

        var (stance, second, chance) = Best(weighed, rest, elsewhere: 0);
        return stance is Stance.Neutral || stance == deciding || chance < LeastForTheOther || weighed.Why("stance", (int)stance, second, rest).FirstOrDefault() is not { } why
            ? null
            : (stance, rest, why);
    }

    /// <summary>“and will for years” says nothing by itself.</summary>
    private static bool CanStandAlone(Statement statement, Range half)
    {
        var (from, length) = half.GetOffsetAndLength(statement.Items.Length);
        return length >= 5 && Enumerable.Range(from, length).Any(at => statement.Items[at].Is(ItemKind.One | ItemKind.Pair | ItemKind.Pointer));
    }

    private static (Stance Stance, int Second, double Chance) Best(Weighed weighed, Range deciding, float elsewhere)
    {
        var chances = weighed.OneOf("stance", 0, Stances, deciding, elsewhere);
        var order = Enumerable.Range(0, Stances).OrderByDescending(stance => chances[stance]).ToArray();
        return ((Stance)order[0], order[1], chances[order[0]]);
    }
}
