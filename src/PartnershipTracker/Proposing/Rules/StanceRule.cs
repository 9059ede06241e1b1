using PartnershipTracker.Model;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>
/// Suggests a stance. Only a sentence about the two can be competing or complementary. In a sentence of two halves one
/// decides: a trailing but, yet or however clause, or the main clause after a leading although, while or despite.
/// </summary>
internal static class StanceRule
{
    private static readonly string[] Turns = [", but ", "; but ", "; however", ", however", ", yet ", "; yet "];
    private static readonly string[] Concessions = ["although", "though", "while", "despite", "even though"];

    public static (Stance Stance, Reason Why) Suggest(string sentence, Vocabulary words)
    {
        if (!IsAboutThePair(sentence, words))
        {
            return Substitute(sentence, words) ?? (Stance.Neutral, new Reason("stance", "not-about-the-two", ""));
        }

        var (deciding, rule) = DecidingHalf(sentence);
        return Judge(deciding, rule, words) ?? Judge(sentence, "whole-sentence", words)
            ?? (Stance.Neutral, new Reason("stance", "no-cue", ""));
    }

    private static bool IsAboutThePair(string sentence, Vocabulary words)
    {
        var named = words.PartiesIn(sentence).Count(party => party.Slug == words.Parties[0].Slug || party.Slug == words.Parties[1].Slug);
        return named == 2 || Cues.In(sentence, words.Pair).Count > 0;
    }

    /// <summary>
    /// One of the two with a third party that supplies what the partner would: the tie loosens. Rivalry with the third party
    /// itself is no matter of the two.
    /// </summary>
    private static (Stance, Reason)? Substitute(string sentence, Vocabulary words)
    {
        var parties = words.PartiesIn(sentence).Select(party => party.Slug).ToList();
        var third = parties.FirstOrDefault(words.Substitutes.Contains);
        var one = parties.Contains(words.Parties[0].Slug) || parties.Contains(words.Parties[1].Slug);
        return one && third is not null && Cues.In(sentence, words.Competing).Count == 0
            && Cues.In(sentence, [.. words.Complementary, .. words.Substitution]) is [_, ..] cues
            ? (Stance.Competing, new Reason("stance", $"third-party-instead-of-the-partner ({third})", string.Join(", ", cues)))
            : null;
    }

    private static (string Half, string Rule) DecidingHalf(string sentence)
    {
        foreach (var turn in Turns)
        {
            if (sentence.LastIndexOf(turn, StringComparison.OrdinalIgnoreCase) is var at and > 0)
            {
                return (sentence[(at + turn.Length)..], $"clause-after-{turn.Trim(' ', ',', ';')}");
            }
        }

        foreach (var concession in Concessions)
        {
            // Leading: within the first words, as in “In contrast, although …”.
            if (Cues.Find(sentence, concession) is { } found && found.Start.Value < 30
                && sentence.IndexOf(", ", found.End.Value, StringComparison.Ordinal) is var comma and > 0)
            {
                return (sentence[(comma + 2)..], $"main-clause-after-{concession.Replace(' ', '-')}");
            }
        }

        return (sentence, "whole-sentence");
    }

    private static (Stance, Reason)? Judge(string half, string rule, Vocabulary words)
    {
        var competing = Cues.In(half, words.Competing);
        var complementary = Cues.In(half, words.Complementary);
        if (competing.Count == 0 && complementary.Count == 0)
        {
            return null;
        }

        // At a draw the conflict decides: bonds are what such texts take for granted.
        return competing.Count >= complementary.Count
            ? (Stance.Competing, new Reason("stance", rule, string.Join(", ", competing)))
            : (Stance.Complementary, new Reason("stance", rule, string.Join(", ", complementary)));
    }
}
