using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;
using PartnershipTracker.Proposing.Rules;
using PartnershipTracker.Proposing.Rules.Sayers;
using PartnershipTracker.Proposing.Weighing;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing;

/// <summary>
/// From a read article to what an editor may publish: claims, events and sources, each with the rules and words that made
/// it. It quotes whole sentences, invents no word, and gives the same result for the same input.
/// </summary>
public static class Proposer
{
    /// <summary>Version of the rules; raised with every change to what they suggest.</summary>
    public const string RuleSet = "3";

    private const double LeastForChecking = 0.45;
    private const double LeastForAnEvent = 0.4;

    /// <summary>Suggestions in text order; of one sentence the claim, then its events. Sources come where they are first named.</summary>
    /// <param name="article">The article.</param>
    /// <param name="published">What dates such as “this year” count from; null leaves them unresolved.</param>
    /// <param name="themes">The list of themes with their cue words, in its order.</param>
    /// <param name="vocabulary">The names and rules to read with.</param>
    /// <param name="off">Rules not to use; null uses all.</param>
    public static IReadOnlyList<Suggestion> Propose(
        Article article, EdtfDate? published, IReadOnlyList<Theme> themes, Vocabulary vocabulary, RulesOff? off = null)
    {
        off ??= RulesOff.None;
        themes = [.. themes.Where(theme => !off.Has($"theme {theme.Slug}", "cue-words"))];
        var suggestions = new List<Suggestion>();
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var cues = new CueReader();
        foreach (var (statement, sayers, heard) in HeardStatement.Of(article, published, themes, vocabulary, off))
        {
            suggestions.AddRange(heard.Where(sayer => named.Add(sayer.Source.Canonical)).Select(Source));
            if (WorthRule.Claim(statement) is not { } why || off.Has(why))
            {
                continue;
            }

            var weighed = new Weighed(statement, cues.Read(statement, HeardStatement.Traits(statement, sayers)), vocabulary.Weights, off);
            var stance = StanceRule.Suggest(statement, weighed);
            var claim = Claim(statement, sayers, why, stance, weighed, themes);
            suggestions.Add(claim);
            if (stance.Other is { } other && !off.Has("stance", "other-half"))
            {
                suggestions.Add(OtherHalf(claim, statement, other.Stance, other.Items, other.Why));
            }

            if (weighed.Event >= LeastForAnEvent)
            {
                suggestions.AddRange(EventRule.Find(statement).Select(happening => Event(claim, happening, article.Text)));
            }
        }

        return Repeats.Merge(suggestions, article.Text);
    }

    /// <summary>The half of a sentence of two minds that does not decide, as a proposal of its own.</summary>
    private static Suggestion OtherHalf(Suggestion claim, Statement statement, Stance stance, Range items, Reason why)
    {
        var (from, length) = items.GetOffsetAndLength(statement.Items.Length);
        while (length > 1 && (statement.Items[from].Is(ItemKind.Mark) || statement.Items[from].Word is "and" or "but"))
        {
            (from, length) = (from + 1, length - 1);
        }

        while (length > 1 && statement.Items[from + length - 1].Is(ItemKind.Mark))
        {
            length--;
        }

        var span = new TextSpan(statement.Items[from].Span.Start, statement.Items[from + length - 1].Span.End);
        return claim with
        {
            Part = 2,
            Span = span,
            AlsoAt = [.. claim.AlsoAt.Select(place => new TextSpan(place.Start + span.Start - claim.Span.Start, place.Start + span.End - claim.Span.Start))],
            Words = span.In(statement.Text),
            Stance = stance,
            Confidence = Math.Min(claim.Confidence, 0.6),
            Date = statement.Dates.FirstOrDefault(date => date.Kind == DateKind.Date && span.Contains(date.Span)),
            Amounts = [.. claim.Amounts.Where(amount => span.Contains(amount.Span))],
            Reasons = [.. claim.Reasons.Where(reason => reason.About != "stance"), new Reason("stance", "other-half", ""), why],
        };
    }

    private static Suggestion Claim(Statement statement, IReadOnlyList<Sayer> sayers, Reason why, StanceFinding stance, Weighed weighed, IReadOnlyList<Theme> themes)
    {
        var (voice, voiceWhy) = VoiceRule.Suggest(weighed, sayers.Count > 0);
        var found = ThemeRule.Suggest(statement, weighed, themes);
        return new Suggestion
        {
            Kind = SuggestionKind.Claim,
            Span = statement.Sentence.Span,
            AlsoAt = [.. statement.Sentence.Places.Skip(1)],
            Words = statement.Words,
            Stance = stance.Stance,
            Confidence = stance.Confidence,
            CheckWorthy = weighed.CheckWorthy >= LeastForChecking,
            Parties = [.. statement.Items.Where(item => item.Party is not null).Select(item => item.Party!.Slug).Distinct()],
            Amounts = AmountRule.Find(statement),
            Themes = [.. found.Select(theme => theme.Slug)],
            Voice = voice,
            Chain = [.. sayers.Select(sayer => sayer.Source)],
            Date = statement.Dates.FirstOrDefault(date => date.Kind == DateKind.Date) ?? statement.Label,
            Reasons =
            [
                why, .. stance.Why, .. found.Select(theme => theme.Why), voiceWhy, .. sayers.Select(sayer => sayer.Why),
                .. statement.Dates.Select(date => new Reason("date", date.Rule, date.Words)),
            ],
        };
    }

    private static Suggestion Event(Suggestion claim, Happening happening, string text) => claim with
    {
        Kind = SuggestionKind.Event,
        Span = happening.Span,
        AlsoAt = [.. claim.AlsoAt.Select(place => new TextSpan(place.Start + happening.Span.Start - claim.Span.Start, place.Start + happening.Span.End - claim.Span.Start))],
        Words = EventRule.Title(happening.Span.In(text)),
        Stance = Stance.Neutral,
        Voice = Voice.NotGiven,
        Date = happening.Date,
        Reasons = [happening.Why, .. claim.Reasons.Where(reason => reason.About is not ("claim" or "stance" or "voice"))],
    };

    private static Suggestion Source(Sayer sayer) => new()
    {
        Kind = SuggestionKind.Source,
        Span = sayer.Span,
        Words = sayer.Span.Length == sayer.Source.Name.Length ? sayer.Source.Name : sayer.Source.Canonical,
        Chain = [sayer.Source],
        Reasons = [sayer.Why],
    };
}
