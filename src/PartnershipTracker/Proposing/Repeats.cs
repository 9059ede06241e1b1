using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing;

/// <summary>
/// Joins proposals that say the same twice in one article: a claim whose sentence adds no word to an earlier one, an event
/// another sentence tells again. The earlier keeps its words and gets the other's place.
/// </summary>
internal static class Repeats
{
    /// <summary>Share of the later sentence's words that must stand in the earlier one.</summary>
    private const double SameClaim = 0.9;
    private const double SameEvent = 0.6;
    private const int FewestWords = 4;

    /// <summary>How many proposals back a repeat is looked for, so that long texts stay linear.</summary>
    private const int Reach = 400;

    public static IReadOnlyList<Suggestion> Merge(List<Suggestion> suggestions, string text)
    {
        var kept = new List<Suggestion>();
        var words = new List<HashSet<string>>();
        foreach (var suggestion in suggestions)
        {
            var mine = suggestion.Kind == SuggestionKind.Source || suggestion.Part > 1 ? [] : Words(suggestion, text);
            var earlier = mine.Count < FewestWords ? -1 : Earlier(suggestion, mine, kept, words);
            if (earlier < 0)
            {
                kept.Add(suggestion);
                words.Add(mine);
            }
            else
            {
                kept[earlier] = kept[earlier] with { AlsoAt = [.. kept[earlier].AlsoAt.Append(suggestion.Span).Concat(suggestion.AlsoAt).Distinct().OrderBy(place => place.Start)] };
            }
        }

        return kept;
    }

    private static int Earlier(Suggestion later, HashSet<string> mine, List<Suggestion> kept, List<HashSet<string>> words)
    {
        for (var n = kept.Count - 1; n >= Math.Max(0, kept.Count - Reach); n--)
        {
            if (kept[n].Kind == later.Kind && kept[n].Part == later.Part && words[n].Count > 0
                && mine.Count(words[n].Contains) >= mine.Count * (later.Kind == SuggestionKind.Claim ? SameClaim : SameEvent)
                && (later.Kind == SuggestionKind.Claim ? kept[n].Stance == later.Stance && kept[n].Span.Length >= later.Span.Length : IsSameTime(kept[n].Date, later.Date)))
            {
                return n;
            }
        }

        return -1;
    }

    private static bool IsSameTime(ResolvedDate? a, ResolvedDate? b) =>
        a?.Edtf is null || b?.Edtf is null || (a.Edtf.Earliest <= b.Edtf.Latest && b.Edtf.Earliest <= a.Edtf.Latest);

    private static HashSet<string> Words(Suggestion suggestion, string text) =>
        [.. Tokens.Of(text, suggestion.Span).Where(token => token.Kind == TokenKind.Number || token.Length > 3).Select(token => token.In(text).ToString().ToLowerInvariant())];
}
