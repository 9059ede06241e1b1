using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Rules;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing;

/// <summary>
/// From a read article to what an editor may publish: claims, events and sources, each with the rules and words that made
/// it. It quotes whole sentences, invents no word, and gives the same result for the same input.
/// </summary>
public static class Proposer
{
    /// <summary>Version of the rules; raised with every change to what they suggest.</summary>
    public const string RuleSet = "1";

    private const int LongestTitle = 90;

    /// <summary>Suggestions in text order; of one sentence the claim, then the event. Sources come where they are first named.</summary>
    /// <param name="article">The article.</param>
    /// <param name="published">What dates such as “this year” count from; null leaves them unresolved.</param>
    /// <param name="themes">The list of themes with their cue words, in its order.</param>
    /// <param name="vocabulary">The words the rules know.</param>
    public static IReadOnlyList<Suggestion> Propose(
        Article article, EdtfDate? published, IReadOnlyList<Theme> themes, Vocabulary vocabulary)
    {
        var suggestions = new List<Suggestion>();
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        EdtfDate? previous = null;
        foreach (var sentence in article.Sentences)
        {
            var words = sentence.Span.In(article.Text);
            var dates = DateFinder.Find(article.Text, sentence.Span, published, previous);
            previous = Dates.After(dates, previous);
            var sources = SourceRule.Find(article.Text, sentence.Span, vocabulary);
            if (ClaimReason(words, vocabulary) is not { } why)
            {
                continue;
            }

            var claim = Claim(sentence, words, dates, sources, why, themes, vocabulary);
            suggestions.Add(claim);
            if (Cues.In(words, vocabulary.Happenings) is [_, ..] happenings && vocabulary.PartiesIn(words).Count > 0)
            {
                suggestions.Add(Event(claim, words, happenings));
            }

            suggestions.AddRange(sources.Where(s => named.Add(s.Source.Name)).Select(s => Source(s.Source, s.Span, s.Why)));
        }

        return suggestions;
    }

    /// <summary>An assertion about one of the two, or about them together; not a question.</summary>
    private static Reason? ClaimReason(string sentence, Vocabulary words)
    {
        if (sentence.EndsWith('?'))
        {
            return null;
        }

        var pair = Cues.In(sentence, words.Pair);
        var parties = words.PartiesIn(sentence).Where(party => party.Slug == words.Parties[0].Slug || party.Slug == words.Parties[1].Slug).ToList();
        return parties.Count > 0
            ? new Reason("claim", "names-a-party", string.Join(", ", parties.Select(party => party.Name)))
            : pair.Count > 0 ? new Reason("claim", "speaks-of-the-two", string.Join(", ", pair)) : null;
    }

    private static Suggestion Claim(
        Sentence sentence, string words, IReadOnlyList<ResolvedDate> dates, List<(NamedSource Source, TextSpan Span, Reason Why)> sources,
        Reason why, IReadOnlyList<Theme> themes, Vocabulary vocabulary)
    {
        var (stance, stanceWhy) = StanceRule.Suggest(words, vocabulary);
        var (voice, voiceWhy) = VoiceRule.Suggest(words, sources.Count > 0, vocabulary);
        var found = ThemeRule.Suggest(words, themes).ToList();
        return new Suggestion
        {
            Kind = SuggestionKind.Claim,
            Span = sentence.Span,
            AlsoAt = [.. sentence.Places.Skip(1)],
            Words = words,
            Stance = stance,
            Themes = [.. found.Select(theme => theme.Slug)],
            Voice = voice,
            Chain = [.. sources.Select(source => source.Source)],
            Date = dates.FirstOrDefault(),
            Reasons =
            [
                why, stanceWhy, .. found.Select(theme => theme.Why), voiceWhy, .. sources.Select(source => source.Why),
                .. dates.Select(date => new Reason("date", date.Rule, date.Words)),
            ],
        };
    }

    private static Suggestion Event(Suggestion claim, string words, List<string> happenings) => claim with
    {
        Kind = SuggestionKind.Event,
        Words = Title(words),
        Stance = Stance.Neutral,
        Voice = Voice.NotGiven,
        Reasons =
        [
            new Reason("event", "happening-verb", string.Join(", ", happenings)),
            .. claim.Reasons.Where(reason => reason.About is not ("claim" or "stance" or "voice")),
        ],
    };

    private static Suggestion Source(NamedSource source, TextSpan span, Reason why) => new()
    {
        Kind = SuggestionKind.Source,
        Span = span,
        Words = source.Name,
        Chain = [source],
        Reasons = [why],
    };

    /// <summary>The sentence's own words, cut at a word where they are too many.</summary>
    private static string Title(string words)
    {
        if (words.Length <= LongestTitle)
        {
            return words.TrimEnd('.');
        }

        return words[..words.LastIndexOf(' ', LongestTitle - 1)].TrimEnd(',', ';', ':', '-', ' ') + "…";
    }
}
