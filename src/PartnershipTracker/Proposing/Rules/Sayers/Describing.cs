using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Rules.Sayers;

/// <summary>Finds sources that have no name: “people familiar with the matter”, “two executives at OpenAI”, “an internal memo”.</summary>
internal sealed class Describing(SayerNames names, Vocabulary vocabulary)
{
    private const int Longest = 9;

    private readonly HashSet<string> heads = [.. vocabulary.Lists["sayers"]];
    private readonly HashSet<string> documents = [.. vocabulary.Lists["documents"]];

    public bool IsHead(Item item) => heads.Contains(item.Word) || documents.Contains(item.Word);

    public bool IsDocument(Item item) => documents.Contains(item.Word);

    /// <summary>Begins at an item and ends before the next mark: “according to a person close to the talks”.</summary>
    public Sayer? From(Item[] items, int from, string rule)
    {
        var end = from;
        while (end < items.Length && end < from + Longest && !items[end].Is(ItemKind.Mark) && items[end].Word is not ("that" or "and" or "but" or "which" or "when" or "while") && !AsksToBeLeftOut(items, end))
        {
            end++;
        }

        for (var at = from; at < end; at++)
        {
            if (IsHead(items[at]))
            {
                return names.Described(items, from, IsDocument(items[at]) ? EndOfDocument(items, at, end) : EndOfPeople(items, at, end), Kind(items[at]), rule, items[at].Word);
            }
        }

        return null;
    }

    /// <summary>Ends before a verb: “two people who were there said”.</summary>
    public Sayer? Before(Item[] items, int last, string verb)
    {
        var first = Math.Max(0, last - Longest);
        for (var at = last; at >= first; at--)
        {
            if (items[at].Is(ItemKind.Mark) || items[at].Word is "and" or "but" or "that" or "because" or "while" or "although" or "when" or "if" or "whether" or "unless" or "whose")
            {
                first = at + 1;
                break;
            }
        }

        // “If regulators ask”, “whose executives said”: nobody has said it.
        if (first > last || (first > 0 && items[first - 1].Word is "if" or "whether" or "unless" or "whose" or "when"))
        {
            return null;
        }

        for (var at = first; at <= last; at++)
        {
            if (IsHead(items[at]) && (at == last || IsModified(items[at + 1])))
            {
                var kind = Kind(items[at]);
                var from = Front(items, at, first);
                from += kind == SourceKind.Document && items[from].Word is "a" or "an" ? 1 : 0;
                return items[from].Word is "no" or "neither" ? null : names.Described(items, from, last + 1, kind, kind == SourceKind.Document ? "document-says" : "described-source", verb);
            }
        }

        return verb is "said" or "says" or "say" or "told" or "tells" or "tell" or "recalled" or "recalls" or "put" or "puts" or "noted" or "notes" or "added" or "explained" or "argued" or "argues" or "warned" or "warns" or "wrote" or "reckons" or "believe" or "believes" or "believed"
            ? Anyone(items, first, last, verb) : null;
    }

    /// <summary>“an Azure capacity manager said”, “one of them put it”: whoever it is, that is who said it.</summary>
    private Sayer? Anyone(Item[] items, int first, int last, string verb)
    {
        for (var at = first; at < last; at++)
        {
            if (items[at].Word is "a" or "an" or "one" or "another" or "some" or "many" or "several")
            {
                return last - at <= 6 && !IsThing(items[last]) ? names.Described(items, at, last + 1, SourceKind.Unnamed, "described-source", verb) : null;
            }
        }

        return null;
    }

    /// <summary>“who asked not to be named”: no part of who they are.</summary>
    private static bool AsksToBeLeftOut(Item[] items, int at) =>
        items[at].Word == "who" && at + 1 < items.Length && items[at + 1].Word is "asked" or "declined" or "requested" or "spoke";

    private static bool IsThing(Item item) => item.Is(ItemKind.Number) || item.Word is "year" or "month" or "week" or "day" or "deal" or "move" or "step" or "change" or "product" or "model" or "it" or "that" or "this";

    private static bool IsModified(Item next) => next.Word is "familiar" or "who" or "with" or "close" or "briefed" or "of" or "in" or "at" or "from" or "on" or "involved" or "inside" or "there" or "for" or "to" or "directly" or "working";

    /// <summary>“blog post”, “earnings report”: all of it.</summary>
    private int EndOfDocument(Item[] items, int head, int end)
    {
        while (head + 1 < end && IsDocument(items[head + 1]))
        {
            head++;
        }

        return head + 1;
    }

    private static int EndOfPeople(Item[] items, int head, int end) => head + 1 < end && IsModified(items[head + 1]) ? end : head + 1;

    private SourceKind Kind(Item head) => IsDocument(head) ? SourceKind.Document : SourceKind.Unnamed;

    /// <summary>Back to the determiner, or the organisation it belongs to.</summary>
    private static int Front(Item[] items, int head, int first)
    {
        var from = head;
        while (from > first
            && items[from].Word is not ("the" or "a" or "an" or "some" or "many" or "several" or "one" or "two" or "three" or "its" or "their" or "other" or "most" or "this" or "that" or "these")
            && items[from - 1].Word is not ("in" or "on" or "as" or "to" or "for" or "with" or "after" or "by" or "at" or "of" or "told" or "said"))
        {
            from--;
        }

        return from;
    }
}
