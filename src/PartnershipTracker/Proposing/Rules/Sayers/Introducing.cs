using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Rules.Sayers;

/// <summary>Finds sources that a preposition introduces.</summary>
internal sealed class Introducing(SayerNames names, Describing describing)
{
    /// <summary>“according to X”, “per X”, “seen by X”, “in X's view”, “by X's count”.</summary>
    public Sayer? Find(Item[] items, int at, IReadOnlyList<Sayer>? last)
    {
        var before = at > 0 ? items[at - 1].Word : "";
        var rule = (items[at].Word, before) switch
        {
            ("to", "according") => "according-to",
            ("per", _) when at + 1 < items.Length && (items[at + 1].Is(ItemKind.Known | ItemKind.Name) || items[at + 1].Word is "the" or "a" or "her" or "him" or "people") => "per",
            ("by", "seen" or "reviewed" or "viewed" or "obtained" or "reported" or "described" or "cited" or "quoted") => $"{before}-by",
            ("by" or "in", _) => OfAView(items, at) is { } view ? $"in-the-{view}-of" : null,
            _ => null,
        };
        if (rule is null)
        {
            return null;
        }

        // “research by marketing agency VezaDigital”: the name within the next words, before a comma or a verb.
        for (var n = at + 1; n < items.Length && n <= at + 7 && !items[n].Is(ItemKind.Mark); n++)
        {
            if (items[n].Is(ItemKind.Known | ItemKind.Name) && !items[n].Is(ItemKind.Pointer))
            {
                return names.Of(items, n, rule, items[at].Word == "to" ? "according to" : items[at].Word);
            }

            if (n == at + 1 && items[n].Word is "his" or "her" or "their" or "its" or "he" or "she" or "it" or "they" && (rule[0] != 'i' || (n + 1 < items.Length && items[n + 1].Word is not ("founder" or "chief" or "boss"))) && names.Pointed(items[n], last, rule) is { } pointed)
            {
                return pointed;
            }

            if (describing.IsHead(items[n]))
            {
                break;
            }
        }

        return describing.From(items, items[at].Word == "in" && at + 2 < items.Length && items[at + 2].Word is "eyes" or "view" or "words" ? at + 4 : at + 1, rule);
    }

    /// <summary>The view word of “in her view”, “in the eyes of X”, “by Rackline's estimate”, at most five items on.</summary>
    private static string? OfAView(Item[] items, int at)
    {
        for (var n = at + 1; n < items.Length && n <= at + 5 && !items[n].Is(ItemKind.Mark); n++)
        {
            if (items[n].Word is "view" or "eyes" or "opinion" or "telling" or "reading" or "words" or "estimate" or "estimates" or "count" or "reckoning" or "account" or "calculation" or "judgment" or "judgement" or "assessment")
            {
                return n > at + 1 ? items[n].Word : null;
            }
        }

        return null;
    }
}
