using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing;

/// <summary>
/// Finds out whom “it”, “they” and “the company” mean, where that is certain enough: the first organisation named before in
/// the sentence, else the one the sentence before is about.
/// </summary>
internal sealed class Discourse
{
    private Item? subject;
    private bool beforeWasAboutTheTwo;
    private bool beforeThatToo;

    /// <summary>Gives pointers the kind and party of what they point to.</summary>
    public void Resolve(Item[] items)
    {
        Item? first = null;
        var seen = ItemKind.None;
        for (var at = 0; at < items.Length; at++)
        {
            ref var item = ref items[at];
            if (item.Is(ItemKind.One | ItemKind.Third | ItemKind.Authority | ItemKind.Pair) && !item.Is(ItemKind.Person))
            {
                seen |= item.Kind & (ItemKind.One | ItemKind.Pair);
                first ??= item;
                continue;
            }

            if (Points(items, at, out var plural))
            {
                if (plural)
                {
                    if ((seen & ItemKind.Pair) != 0 || (seen & ItemKind.One) == ItemKind.One || (first is null && (beforeWasAboutTheTwo || beforeThatToo)))
                    {
                        item = item with { Kind = item.Kind | ItemKind.Pair | ItemKind.Pointer };
                        seen |= ItemKind.Pair;
                    }
                }
                else if ((first ?? subject) is { Party: not null } whom)
                {
                    item = item with { Kind = item.Kind | (whom.Kind & ~ItemKind.Product) | ItemKind.Pointer, Party = whom.Party };
                    seen |= whom.Kind & ItemKind.One;
                }
            }
        }

        subject = FirstWithParty(items) ?? subject;
        beforeThatToo = beforeWasAboutTheTwo;
        beforeWasAboutTheTwo = (seen & ItemKind.Pair) != 0 || (seen & ItemKind.One) == ItemKind.One;
    }

    private static Item? FirstWithParty(Item[] items)
    {
        foreach (ref readonly var item in items.AsSpan())
        {
            if (item.Party is not null && !item.Is(ItemKind.Person))
            {
                return item;
            }
        }

        return null;
    }

    private static bool Points(Item[] items, int at, out bool plural)
    {
        var word = items[at].Word;
        plural = word is "they" or "them" or "their" or "theirs" or "themselves" or "both" or "each" or "neither";
        return plural || word is "it" or "its" or "itself"
            || (at > 0 && items[at - 1].Word is "the" && word is "company" or "group" or "firm" or "giant" or "tech" && at > 0 && items[at - 1].Word == "the");
    }
}
