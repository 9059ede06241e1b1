using PartnershipTracker.Proposing.Patterns;
using PartnershipTracker.Proposing.Weighing;

namespace PartnershipTracker.Proposing.Rules.Sayers;

/// <summary>Verbs of saying, by the vocabulary's lists <c>say</c> and <c>say-weak</c>, in any of their forms.</summary>
internal sealed class SayVerbs(Vocabulary vocabulary)
{
    private readonly HashSet<string> all = [.. vocabulary.Lists["say"].Concat(vocabulary.Lists["say-weak"]).Select(Stems.Of)];
    private readonly HashSet<string> weak = [.. vocabulary.Lists["say-weak"].Select(Stems.Of)];

    /// <summary>A verb of saying, alone or with the word that makes it one: “put it”, “made clear”.</summary>
    public bool Is(Item[] items, int at)
    {
        if (items[at].Is(ItemKind.Known | ItemKind.Name | ItemKind.Mark | ItemKind.Number))
        {
            return false;
        }

        var next = at + 1 < items.Length ? items[at + 1].Word : "";
        if (at > 0 && items[at - 1].Word is "the" or "a" or "an" or "some" or "many" or "its" or "their" or "his" or "her" or "this" or "no" or "of" or "any" or "other" or "for" or "in" or "on")
        {
            // “some estimates”, “its report”: a noun.
            return false;
        }

        // The stem of “noted” is “not”; “people who asked not to be named” have said something else.
        var before = at > 0 ? items[at - 1].Word : "";
        if (items[at].Word is "not" or "no" or "see" or "saw" || (before == "who" && items[at].Word is "asked" or "declined" or "requested"))
        {
            return (items[at].Word, next) is ("see", "it" or "no");
        }

        return (items[at].Word, next) switch
        {
            ("put" or "puts", "it" or "this") => true,
            ("made" or "makes", "clear" or "plain") => true,
            ("play" or "plays" or "played", "down") => true,
            ("left" or "leaves", "open") => true,
            ("begs" or "begged", "to") => true,
            ("sees", "it" or "no") => true,
            ("has" or "have", "it") => true,
            ("said" or "reported" or "expected" or "believed" or "thought" or "disclosed" or "described", "to") => false,
            ("said" or "reported" or "expected" or "believed" or "thought" or "disclosed" or "described", "for" or "in" or "by")
                when before is "is" or "are" or "was" or "were" or "been" or "be" or "figure" => false,
            _ => all.Contains(Stems.Of(items[at].Word)),
        };
    }

    /// <summary>It can stand before the one who says it: “said people familiar with it”.</summary>
    public static bool IsInverted(Item verb) => verb.Word is "said" or "says" or "say" or "wrote" or "writes" or "write" or "added" or "adds" or "noted" or "notes" or "told" or "reported" or "reports" or "recalled" or "recalls"
        or "explained" or "explains" or "argued" or "argues" or "warned" or "warns" or "quipped" or "suggested" or "suggests" or "remarked" or "asked" or "asks" or "conceded" or "joked" or "joked" or "observed" or "observes" or "insisted" or "insists" or "countered";

    /// <summary>“…, saying that”: whoever it is said by stands before.</summary>
    public static bool IsParticiple(Item verb) => verb.Word.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>It may mean something else as well: “added”, “found”, “showed”.</summary>
    public bool IsWeak(Item verb) => weak.Contains(Stems.Of(verb.Word));
}
