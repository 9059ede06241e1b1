using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>Someone a sentence is put on; the span is of the words that name them.</summary>
internal sealed record Sayer(NamedSource Source, TextSpan Span, Reason Why);

/// <summary>
/// Finds who says a sentence, outermost first: “according to X”, “X said”, “said X”, “a memo seen by X, in which Y told”. The
/// text's own wording is kept; pronouns, titles and last names are led back to who was named before, and a quotation that runs
/// on keeps its speaker. Reads the sentences of one document in their order.
/// </summary>
internal sealed class SayerRule(string text, Vocabulary vocabulary)
{
    private readonly SayerNames names = new(text, vocabulary);
    private readonly HashSet<string> say = [.. vocabulary.Lists["say"]];
    private readonly HashSet<string> weak = [.. vocabulary.Lists["say-weak"]];
    private readonly HashSet<string> heads = [.. vocabulary.Lists["sayers"]];
    private readonly HashSet<string> documents = [.. vocabulary.Lists["documents"]];

    /// <summary>What companies do rather than say.</summary>
    private static readonly HashSet<string> Acts = ["announce", "announced", "announces", "reveal", "revealed", "pledge", "pledged", "accept", "accepted", "list", "listed", "add", "added", "gave", "gives", "cite", "cited", "broke"];

    /// <summary>Who said the last sentence that someone said, and in which passage.</summary>
    private (IReadOnlyList<Sayer> Chain, int Passage)? last;

    public IReadOnlyList<Sayer> Find(Statement statement, Statement? next)
    {
        names.Note(statement.Items);
        var found = Named(statement);
        if (found.Count == 0)
        {
            found = CarriedOver(statement, next);
        }

        if (found.Count > 0)
        {
            last = (found, statement.Sentence.Passage);
        }

        return found;
    }

    private List<Sayer> Named(Statement statement)
    {
        var items = statement.Items;
        var found = new List<Sayer>();
        for (var at = 0; at < items.Length; at++)
        {
            var word = items[at].Word;
            if (word is "to" or "per" or "by" or "of" && Introduced(items, at) is { } introduced)
            {
                Add(found, introduced);
            }
            else if (say.Contains(word) && !items[at].Is(ItemKind.Known | ItemKind.Name))
            {
                Add(found, Inverted(items, at) ?? Subject(items, at));
            }
        }

        return [.. found.OrderBy(sayer => sayer.Source.Kind == SourceKind.Publication ? 0 : 1)];
    }

    /// <summary>“according to X”, “per X”, “seen by X”, “reported by X”.</summary>
    private Sayer? Introduced(Item[] items, int at)
    {
        var before = at > 0 ? items[at - 1].Word : "";
        var rule = (items[at].Word, before) switch
        {
            ("to", "according") => "according-to",
            ("per", _) => "per",
            ("of", "eyes") => "in-the-eyes-of",
            ("by", "seen" or "reviewed" or "viewed" or "obtained" or "reported" or "described" or "cited" or "quoted") => $"{before}-by",
            _ => null,
        };
        if (rule is null)
        {
            return null;
        }

        // “research by marketing agency VezaDigital”: the name within the next words, before a comma or a verb.
        for (var n = at + 1; n < items.Length && n <= at + 7 && !items[n].Is(ItemKind.Mark); n++)
        {
            if (items[n].Is(ItemKind.Known | ItemKind.Name))
            {
                return names.Of(items, n, rule, items[at].Word == "to" ? "according to" : items[at].Word);
            }
        }

        return Described(items, at + 1, rule);
    }

    /// <summary>“X said”, “X, an analyst, said”, “OpenAI's revenue chief told staff”, “some insiders believe”.</summary>
    private Sayer? Subject(Item[] items, int verb)
    {
        var at = verb - 1;
        while (at >= 0 && items[at].Word is "has" or "have" or "had" or "also" or "later" or "then" or "nevertheless" or "repeatedly" or "already" or "once" or "often" or "even" or "first" or "now" or "recently" or "may" or "would" or "will" or "did" or "just" or "again" or "yesterday" or "publicly" or "privately" or "not")
        {
            at--;
        }

        if (at > 0 && items[at].Word is "," or ")" or "—" or "–")
        {
            // “X, an analyst, said”, “X (CMA) said”, “— no, X — reported”: what stands between follows the name.
            at = items[at].Word is "—" or "–" && items[at - 1].Is(ItemKind.Outlet) ? at - 1 : BeforeAside(items, at);
        }

        if (at < 0 || items[at].Is(ItemKind.Break) || (at > 0 && items[at - 1].Word is "neither" or "no") || items[at].Word == "neither")
        {
            return null;
        }

        if (at < 0 || !Suits(items, at, verb))
        {
            return null;
        }

        if (items[at].Is(ItemKind.Known | ItemKind.Name | ItemKind.Pair) && !items[at].Is(ItemKind.Pointer))
        {
            // “told Reuters”, “of Microsoft said”: the name is no subject, but its head may be.
            return at > 0 && items[at - 1].Word is "of" or "from" or "at" or "for" or "to" ? HeadBefore(items, at - 1, verb) : names.Of(items, at, "reporting-verb", items[verb].Word);
        }

        return IsPronoun(items[at].Word)
            ? names.Pointed(items[at], last?.Chain, items[verb].Word)
            : heads.Contains(items[at].Word) || documents.Contains(items[at].Word) ? DescribedBack(items, at, items[verb].Word) : null;
    }

    private int BeforeAside(Item[] items, int close)
    {
        var open = close - 1;
        while (open > 0 && !items[open].Is(ItemKind.Mark))
        {
            open--;
        }

        return open > 0 && close - open <= 14 && items[open].Word == (items[close].Word == ")" ? "(" : items[close].Word)
            && (items[open - 1].Is(ItemKind.Known | ItemKind.Name) || heads.Contains(items[open - 1].Word) || documents.Contains(items[open - 1].Word)) ? open - 1 : -1;
    }

    private Sayer? HeadBefore(Item[] items, int preposition, int verb)
    {
        for (var at = preposition - 1; at >= 0 && at >= preposition - 4; at--)
        {
            if (heads.Contains(items[at].Word))
            {
                return DescribedBack(items, at, items[verb].Word);
            }
        }

        return null;
    }

    /// <summary>A verb that may mean something else must be followed by what is said, or its subject be one that speaks.</summary>
    private bool Suits(Item[] items, int subject, int verb)
    {
        if (verb > 0 && items[verb - 1].Word is "is" or "are" or "was" or "were" or "been" or "be" or "to")
        {
            return false;
        }

        if (!weak.Contains(items[verb].Word))
        {
            return true;
        }

        var after = verb + 1 < items.Length ? items[verb + 1].Word : "";
        if (after is "that" or "how" or "whether" or "why" or "" || (verb + 1 < items.Length && items[verb + 1].Is(ItemKind.Mark)) || StartsQuotation(items, verb))
        {
            return true;
        }

        var speaks = items[subject].Is(ItemKind.Outlet | ItemKind.Authority | ItemKind.Person | ItemKind.Name) || items[subject].Word is "he" or "she"
            || heads.Contains(items[subject].Word) || documents.Contains(items[subject].Word) || InADocument(items, subject);
        return speaks && after is not ("to" or "with" or "by") && !(items[subject].Is(ItemKind.Person) && items[verb].Word is "see" or "sees" or "saw" or "find" or "finds" or "found" or "show" or "shows" or "showed") && !(items[subject].Is(ItemKind.Name) && Acts.Contains(items[verb].Word));
    }

    /// <summary>“In its annual report, Microsoft wrote”.</summary>
    private bool InADocument(Item[] items, int before)
    {
        for (var at = 0; at < before && at < 8; at++)
        {
            if (documents.Contains(items[at].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“…,” said X; “said she”.</summary>
    private Sayer? Inverted(Item[] items, int verb)
    {
        if (verb + 1 >= items.Length || verb == 0 || !(items[verb - 1].Word == "," || text.AsSpan(items[verb - 1].Span.End..items[verb].Span.Start).ContainsAny(",\"”’?!")))
        {
            return null;
        }

        for (var at = verb + 1; at < items.Length && at <= verb + 7 && !items[at].Is(ItemKind.Mark); at++)
        {
            if (items[at].Is(ItemKind.Known | ItemKind.Name) && !items[at].Is(ItemKind.Pointer) && (at + 1 == items.Length || items[at + 1].Is(ItemKind.Mark) || items[at + 1].Word is "of" or "in" or "at" or "on"))
            {
                // “said OpenAI's chief executive, Sam Altman”: the person, where one follows at once.
                var person = at + 2 < items.Length && items[at + 1].Word == "," && items[at + 2].Is(ItemKind.Person) ? at + 2 : at;
                return names.Of(items, person, "reporting-verb", items[verb].Word);
            }
        }

        return IsPronoun(items[verb + 1].Word) ? names.Pointed(items[verb + 1], last?.Chain, items[verb].Word) : Described(items, verb + 1, "reporting-verb");
    }

    /// <summary>A described source that begins here: “people familiar with the matter”.</summary>
    private Sayer? Described(Item[] items, int from, string rule)
    {
        for (var at = from; at < items.Length && at < from + 6 && !items[at].Is(ItemKind.Mark); at++)
        {
            if (heads.Contains(items[at].Word) || documents.Contains(items[at].Word))
            {
                return names.Described(items, from, at + 1, documents.Contains(items[at].Word) ? SourceKind.Document : SourceKind.Unnamed, rule, items[at].Word);
            }
        }

        return null;
    }

    /// <summary>A described source that ends here: from its determiner, or the organisation it belongs to.</summary>
    private Sayer DescribedBack(Item[] items, int head, string verb)
    {
        // A name right behind the description is the better one: “chief technology officer Scott”.
        var from = head;
        while (from > 0 && head - from < 6 && !items[from - 1].Is(ItemKind.Mark) && !say.Contains(items[from - 1].Word)
            && items[from].Word is not ("the" or "a" or "an" or "some" or "many" or "several" or "one" or "two" or "three" or "its" or "their" or "other" or "most")
            && items[from - 1].Word is not ("and" or "but" or "in" or "on" or "while" or "as" or "that" or "although" or "when" or "because" or "to" or "for" or "with" or "after"))
        {
            from--;
        }

        from += documents.Contains(items[head].Word) && items[from].Word is "a" or "an" ? 1 : 0;
        var kind = documents.Contains(items[head].Word) ? SourceKind.Document : SourceKind.Unnamed;
        return names.Described(items, from, head + 1, kind, kind == SourceKind.Document ? "document-says" : "described-source", verb);
    }

    /// <summary>A running quotation, an answer in an interview, a finding told on.</summary>
    private List<Sayer> CarriedOver(Statement statement, Statement? next)
    {
        var opensQuotation = statement.Words[0] is '“' or '"' or '‘';
        if (last is { } before && before.Passage == statement.Sentence.Passage
            && (opensQuotation || statement.Items.Any(item => item.Is(ItemKind.Authority) && item.Is(ItemKind.Pointer))))
        {
            return [.. before.Chain.Select(sayer => sayer with { Why = new Reason("who says it", "goes-on-speaking", sayer.Source.Name) })];
        }

        if (opensQuotation && next is not null && next.Sentence.Passage == statement.Sentence.Passage && Named(next) is [_, ..] following)
        {
            return [.. following.Select(sayer => sayer with { Why = new Reason("who says it", "named-after-the-quotation", sayer.Source.Name) })];
        }

        return statement.Sentence.Speaker is { } speaker ? [names.Speaker(speaker)] : [];
    }

    private bool StartsQuotation(Item[] items, int verb) =>
        verb + 1 < items.Length && text.AsSpan(items[verb].Span.End..items[verb + 1].Span.Start).ContainsAny("\"“‘:");

    private static bool IsPronoun(string word) => word is "he" or "she" or "it" or "they" or "both" or "company" or "group" or "firm" or "lab" or "newspaper" or "paper" or "outlet" or "watchdog" or "regulator" or "agency" or "author" or "publication" or "magazine" or "site" or "startup" or "start-up" or "commission" or "authority";

    private static void Add(List<Sayer> found, Sayer? sayer)
    {
        if (sayer is not null && !found.Any(known => known.Source.Canonical == sayer.Source.Canonical))
        {
            found.Add(sayer);
        }
    }
}
