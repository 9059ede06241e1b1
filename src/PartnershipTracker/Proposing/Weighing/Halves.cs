using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Weighing;

/// <summary>
/// Which half of a sentence decides its stance: a trailing but, yet or however clause; the main clause beside an although, while
/// or despite; else the half before an “and”.
/// </summary>
/// <param name="Deciding">Items of the half that decides, or of the whole sentence.</param>
/// <param name="Other">Items of the other half, if there is one.</param>
/// <param name="Rule">The rule's name.</param>
internal sealed record Halves(Range Deciding, Range? Other, string Rule)
{
    public const string Whole = "whole-sentence";

    private const int Shortest = 3;

    public static Halves Of(Item[] items) => AfterBut(items) ?? BesideAlthough(items) ?? BeforeAnd(items) ?? new Halves(0..items.Length, null, Whole);

    private static Halves? AfterBut(Item[] items)
    {
        for (var at = items.Length - 2; at >= Shortest; at--)
        {
            if (items[at].Word is "but" or "yet" or "however" && items[at - 1].Is(ItemKind.Mark) && items.Length - at > Shortest)
            {
                return new Halves(at..items.Length, 0..at, $"clause-after-{items[at].Word}");
            }
        }

        return null;
    }

    private static Halves? BesideAlthough(Item[] items)
    {
        for (var at = 0; at < items.Length; at++)
        {
            if (items[at].Word is not ("although" or "though" or "while" or "despite" or "whereas"))
            {
                continue;
            }

            if (at <= Shortest && Comma(items, at) is > 0 and var comma && items.Length - comma > Shortest)
            {
                return new Halves(comma..items.Length, 0..comma, $"main-clause-after-{items[at].Word}");
            }

            if (at > Shortest && items.Length - at > Shortest)
            {
                return new Halves(0..at, at..items.Length, $"main-clause-before-{items[at].Word}");
            }
        }

        return null;
    }

    private static Halves? BeforeAnd(Item[] items)
    {
        for (var at = Shortest + 1; at < items.Length - Shortest; at++)
        {
            if (items[at].Word == "and" && items[at - 1].Is(ItemKind.Mark))
            {
                return new Halves(0..at, at..items.Length, "half-before-and");
            }
        }

        return null;
    }

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
