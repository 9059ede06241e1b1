using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Rules.Sayers;

/// <summary>
/// Finds who says a sentence, outermost first: “according to X”, “X said”, “said X”, “a memo seen by X, in which Y told”. The
/// text's own wording is kept; pronouns, titles and last names are led back to who was named before, and a quotation that runs
/// on keeps its speaker. Reads the sentences of one document in their order.
/// </summary>
internal sealed class SayerRule
{
    private const int LongestAside = 24;

    /// <summary>How many sentences on the speaker of a quotation is looked for.</summary>
    private const int LongestQuotation = 50;

    /// <summary>What companies do rather than say.</summary>
    private static readonly HashSet<string> Acts = ["announce", "announced", "announces", "reveal", "revealed", "pledge", "pledged", "accept", "accepted", "list", "listed", "add", "added", "gave", "gives", "cite", "cited", "broke"];

    private readonly string text;
    private readonly IReadOnlyList<Statement> statements;
    private readonly Quotations quotations;
    private readonly SayerNames names;
    private readonly SayVerbs verbs;
    private readonly Describing describing;
    private readonly Introducing introducing;

    /// <summary>Who said the last sentence that someone said, and in which passage.</summary>
    private (IReadOnlyList<Sayer> Chain, int Passage)? last;

    public SayerRule(string text, IReadOnlyList<Statement> statements, Vocabulary vocabulary)
    {
        (this.text, this.statements) = (text, statements);
        quotations = new Quotations(text, statements);
        names = new SayerNames(text, vocabulary);
        verbs = new SayVerbs(vocabulary);
        describing = new Describing(names, vocabulary);
        introducing = new Introducing(names, describing);
    }

    /// <summary>Who says the sentence; to be asked sentence after sentence.</summary>
    public IReadOnlyList<Sayer> Find(int sentence)
    {
        var statement = statements[sentence];
        names.Note(statement.Items);
        var found = Named(statement.Items);
        if (found.Count == 0)
        {
            found = CarriedOver(sentence);
        }

        if (found.Count > 0)
        {
            last = (found, statement.Sentence.Passage);
            names.SpokeUpTo(statement.Sentence.Span.End);
        }

        return found;
    }

    /// <summary>Publications the sentence names, and others that stand before a verb of saying, whether or not it is put on them.</summary>
    public IEnumerable<Sayer> Heard(Statement statement)
    {
        var items = statement.Items;
        for (var at = 0; at < items.Length; at++)
        {
            if (items[at].Is(ItemKind.Outlet))
            {
                yield return names.Of(items, at, "publication-named", items[at].Word);
            }
            else if (at > 0 && verbs.Is(items, at) && items[at - 1].Is(ItemKind.Known | ItemKind.Name) && !items[at - 1].Is(ItemKind.Pointer | ItemKind.Product))
            {
                yield return names.Of(items, at - 1, "reporting-verb", items[at].Word);
            }
        }
    }

    private List<Sayer> Named(Item[] items)
    {
        var found = new List<Sayer>();
        for (var at = 0; at < items.Length; at++)
        {
            if (items[at].Word is "to" or "per" or "by" or "in" && introducing.Find(items, at, last?.Chain) is { } introduced)
            {
                Add(found, introduced);
            }
            else if (verbs.Is(items, at) && !SayVerbs.IsParticiple(items[at]) && !(at > 0 && describing.IsDocument(items[at]) && describing.IsDocument(items[at - 1])))
            {
                Add(found, IsAfterQuotation(items, at) ? Inverted(items, at) ?? Subject(items, at) : Subject(items, at) ?? Inverted(items, at));
            }
        }

        if (found.Count == 0 && Array.FindIndex(items, item => SayVerbs.IsParticiple(item)) is > 0 and var participle && items[participle - 1].Word == "," && verbs.Is(items, participle))
        {
            Add(found, First(items, participle));
        }

        if (found.Count == 0 && Array.FindIndex(items, item => item.Is(ItemKind.Outlet)) is >= 0 and var outlet && IsHeard(items, outlet))
        {
            found.Add(names.Of(items, outlet, "publication-named", items[outlet].Word));
        }

        return [.. found.OrderBy(sayer => sayer.Source.Kind == SourceKind.Publication ? 0 : 1)];
    }

    /// <summary>“X said”, “X, an analyst, said”, “OpenAI's revenue chief told staff”, “some insiders believe”.</summary>
    private Sayer? Subject(Item[] items, int verb)
    {
        var at = verb - 1;
        if (at >= 0 && items[at].Word is "not" or "never")
        {
            // What somebody has not said is nobody's word.
            return null;
        }

        while (at >= 0 && items[at].Word is "has" or "have" or "had" or "also" or "later" or "then" or "nevertheless" or "repeatedly" or "already" or "once" or "often" or "even" or "first" or "now" or "recently" or "may" or "would" or "will" or "did" or "just" or "again" or "yesterday" or "publicly" or "privately"
            or "himself" or "herself" or "itself" or "separately" or "meanwhile" or "only" or "still" or "since" or "kept" or "thus" or "today" or "further" or "always" or "long" or "reportedly" or "previously" or "earlier" or "quickly" or "openly")
        {
            at--;
        }

        if (at > 0 && items[at].Word is "," or ")" or "—" or "–")
        {
            // “X, an analyst, said”, “X (CMA) said”, “— no, X — reported”: what stands between follows the name.
            var close = at;
            at = items[at].Word is "—" or "–" && items[at - 1].Is(ItemKind.Outlet) ? at - 1 : BeforeAside(items, at);
            if (at >= 0 && close - at > 2 && items[at + 2].Is(ItemKind.Person | ItemKind.Name) && !items[at].Is(ItemKind.Known | ItemKind.Name))
            {
                // “its finance chief, Amy Hood, said”.
                at += 2;
            }
        }

        if (at < 0 || items[at].Is(ItemKind.Break) || (at > 0 && items[at - 1].Word is "neither" or "no" or "if" or "whether" or "whose") || items[at].Word.StartsWith("neither", StringComparison.Ordinal) || !Suits(items, at, verb))
        {
            return null;
        }

        if (items[at].Is(ItemKind.Known | ItemKind.Name | ItemKind.Pair) && !items[at].Is(ItemKind.Pointer))
        {
            // “told Reuters”, “people at Microsoft said”: the name is no subject, but its head may be.
            if (at > 1 && items[at - 1].Word is "of" or "from" or "at" && items[at - 2].Is(ItemKind.Person | ItemKind.Name))
            {
                // “Gil Luria of Davidson said”.
                return names.Of(items, at - 2, "reporting-verb", items[verb].Word);
            }

            return at > 0 && items[at - 1].Word is "of" or "from" or "at" or "for" or "to" or "on" or "by" or "in" or "with"
                ? describing.Before(items, at, items[verb].Word)
                : names.Of(items, at, "reporting-verb", items[verb].Word);
        }

        return IsPronoun(items[at].Word) && !(at > 0 && items[at - 1].Word is "a" or "an" or "another" or "about" or "with" or "of" or "on")
            ? names.Pointed(items[at], last?.Chain, items[verb].Word)
            : describing.Before(items, at, items[verb].Word);
    }

    private bool IsAfterQuotation(Item[] items, int verb) => verb > 0 && text.AsSpan(items[verb - 1].Span.End..items[verb].Span.Start).ContainsAny("\"”’?!");

    /// <summary>“Shaw dismissed the talk, saying”: who the sentence begins with.</summary>
    private Sayer? First(Item[] items, int before)
    {
        for (var at = 0; at < before && at < 4; at++)
        {
            if (items[at].Is(ItemKind.Known | ItemKind.Name) && !items[at].Is(ItemKind.Pointer | ItemKind.Product))
            {
                return names.Of(items, at, "reporting-verb", items[before].Word);
            }

            if (items[at].Word is "he" or "she" or "it" or "they")
            {
                return names.Pointed(items[at], last?.Chain, items[before].Word);
            }
        }

        return null;
    }

    /// <summary>A publication that is named as one: not “a Fortune 500 company”, nor one that could not verify or was told.</summary>
    private static bool IsHeard(Item[] items, int outlet) =>
        !(outlet + 1 < items.Length && items[outlet + 1].Is(ItemKind.Number)) && !(outlet > 0 && items[outlet - 1].Word is "told" or "tell" or "and")
        && !items.Skip(outlet + 1).Take(3).Any(item => item.Word is "not" or "and" or "sued" or "suit" or "lawsuit" or "case" or "did");

    private int BeforeAside(Item[] items, int close)
    {
        for (var open = close - 1; open > 0 && close - open <= LongestAside; open--)
        {
            if (items[open].Word == (items[close].Word == ")" ? "(" : items[close].Word) && (items[open - 1].Is(ItemKind.Known | ItemKind.Name) || describing.IsHead(items[open - 1])))
            {
                return open - 1;
            }

            if (items[open].Is(ItemKind.Break) || verbs.Is(items, open))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>A verb that may mean something else must be followed by what is said, or its subject be one that speaks.</summary>
    private bool Suits(Item[] items, int subject, int verb)
    {
        if (verb > 0 && items[verb - 1].Word is "is" or "are" or "was" or "were" or "been" or "be" or "to" or "being")
        {
            return false;
        }

        if (!verbs.IsWeak(items[verb]))
        {
            return true;
        }

        var after = verb + 1 < items.Length ? items[verb + 1].Word : "";
        if (after is "that" or "how" or "whether" or "why" or "" || (verb + 1 < items.Length && items[verb + 1].Is(ItemKind.Mark)) || StartsQuotation(items, verb))
        {
            return true;
        }

        var speaks = items[subject].Is(ItemKind.Outlet | ItemKind.Authority | ItemKind.Person | ItemKind.Name) || items[subject].Word is "he" or "she"
            || describing.IsHead(items[subject]) || InADocument(items, subject);
        return speaks && after is not ("to" or "with" or "by") && !(items[subject].Is(ItemKind.Person) && items[verb].Word is "see" or "sees" or "saw" or "find" or "finds" or "found" or "show" or "shows" or "showed") && !(items[subject].Is(ItemKind.Name) && Acts.Contains(items[verb].Word));
    }

    /// <summary>“In its annual report, Microsoft wrote”.</summary>
    private bool InADocument(Item[] items, int before)
    {
        for (var at = 0; at < before && at < 8; at++)
        {
            if (describing.IsDocument(items[at]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“…,” said X; “said she”.</summary>
    private Sayer? Inverted(Item[] items, int verb)
    {
        if (verb + 1 >= items.Length || verb == 0 || !SayVerbs.IsInverted(items[verb]) || !(items[verb - 1].Word == "," || IsAfterQuotation(items, verb)))
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

        return IsPronoun(items[verb + 1].Word) ? names.Pointed(items[verb + 1], last?.Chain, items[verb].Word) : describing.From(items, verb + 1, "reporting-verb");
    }

    /// <summary>A running quotation, an answer in an interview, a finding told on.</summary>
    private List<Sayer> CarriedOver(int sentence)
    {
        var statement = statements[sentence];
        var passage = statement.Sentence.Passage;
        var isQuoted = quotations.GoesOn(sentence) || statement.Letters[0] is '“' or '"' or '‘';
        if (last is { } before && before.Passage == passage && (isQuoted || statement.Items.Any(item => item.Is(ItemKind.Authority) && item.Is(ItemKind.Pointer))))
        {
            return GoesOn(before.Chain, "goes-on-speaking");
        }

        if (isQuoted)
        {
            for (var ahead = sentence + 1; ahead < Math.Min(statements.Count, sentence + LongestQuotation) && statements[ahead].Sentence.Passage == passage && (ahead == sentence + 1 || quotations.GoesOn(ahead)); ahead++)
            {
                if (Named(statements[ahead].Items) is [_, ..] following)
                {
                    return GoesOn(following, "named-after-the-quotation");
                }
            }

            if (last is { } earlier && earlier.Passage == passage - 1 && statement.Sentence.Speaker is null)
            {
                return GoesOn(earlier.Chain, "goes-on-speaking");
            }
        }

        return statement.Sentence.Speaker is { } speaker ? [names.Speaker(speaker)] : [];
    }

    private static List<Sayer> GoesOn(IReadOnlyList<Sayer> chain, string rule) =>
        [.. chain.Select(sayer => sayer with { Why = new Reason("who says it", rule, sayer.Source.Name) })];

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
