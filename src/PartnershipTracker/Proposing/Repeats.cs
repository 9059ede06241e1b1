using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing;

/// <summary>
/// Joins proposals that say the same twice in one article: a claim whose sentence adds no word to an earlier one, an event
/// another sentence tells again. The earlier keeps its words and gets the other's place.
/// </summary>
internal sealed class Repeats
{
    /// <summary>Share of the later sentence's words that must stand in the earlier one.</summary>
    private const double SameClaim = 0.9;
    private const double SameEvent = 0.6;
    private const int FewestWords = 4;

    /// <summary>How many proposals back a repeat is looked for, so that long texts stay linear.</summary>
    private const int Reach = 400;

    private readonly string text;
    private readonly List<Suggestion> kept = [];

    /// <summary>For each kept proposal its words, each once and by number; none for those that are not compared.</summary>
    private readonly List<HashSet<int>> words = [];
    private readonly Dictionary<int, List<TextSpan>> furtherPlaces = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers = new Dictionary<string, int>().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>By a word's number, the kept claims and events that hold it, latest last.</summary>
    private readonly List<(List<int> Claims, List<int> Events)> holders = [];
    private readonly List<Token> tokens = [];

    private Repeats(string text) => this.text = text;

    public static IReadOnlyList<Suggestion> Merge(List<Suggestion> suggestions, string text)
    {
        var repeats = new Repeats(text);
        suggestions.ForEach(repeats.Add);
        return repeats.Joined();
    }

    private void Add(Suggestion suggestion)
    {
        HashSet<int> mine = suggestion.Kind == SuggestionKind.Source || suggestion.Part > 1 ? [] : Words(suggestion.Span);
        var earlier = mine.Count < FewestWords ? -1 : Earlier(suggestion, mine);
        if (earlier < 0)
        {
            foreach (var word in mine)
            {
                HoldersOf(word, suggestion.Kind).Add(kept.Count);
            }

            kept.Add(suggestion);
            words.Add(mine);
            return;
        }

        if (!furtherPlaces.TryGetValue(earlier, out var places))
        {
            furtherPlaces[earlier] = places = [.. kept[earlier].AlsoAt];
        }

        places.Add(suggestion.Span);
        places.AddRange(suggestion.AlsoAt);
    }

    private List<Suggestion> Joined()
    {
        foreach (var (earlier, places) in furtherPlaces)
        {
            kept[earlier] = kept[earlier] with { AlsoAt = [.. places.Distinct().OrderBy(place => place.Start)] };
        }

        return kept;
    }

    /// <summary>The latest kept proposal within reach that says the same, or -1.</summary>
    private int Earlier(Suggestion later, HashSet<int> mine)
    {
        var needed = (int)Math.Ceiling(mine.Count * (later.Kind == SuggestionKind.Claim ? SameClaim : SameEvent));
        foreach (var n in Candidates(later.Kind, mine, needed))
        {
            if (Common(mine, words[n]) >= needed
                && (later.Kind == SuggestionKind.Claim ? kept[n].Stance == later.Stance && kept[n].Span.Length >= later.Span.Length : IsSameTime(kept[n].Date, later.Date)))
            {
                return n;
            }
        }

        return -1;
    }

    /// <summary>
    /// Kept proposals within reach that may share so many words, latest first. One that does not hold any of the rarest words lacks
    /// too many: where 9 of 10 are needed, it holds one of the rarest two.
    /// </summary>
    private SortedSet<int> Candidates(SuggestionKind kind, HashSet<int> mine, int needed)
    {
        var candidates = new SortedSet<int>(Comparer<int>.Create((a, b) => b.CompareTo(a)));
        var first = kept.Count - Reach;
        foreach (var holding in mine.Select(word => HoldersOf(word, kind)).OrderBy(holding => holding.Count).Take(mine.Count - needed + 1))
        {
            for (var n = holding.Count - 1; n >= 0 && holding[n] >= first; n--)
            {
                candidates.Add(holding[n]);
            }
        }

        return candidates;
    }

    private List<int> HoldersOf(int word, SuggestionKind kind) => kind == SuggestionKind.Claim ? holders[word].Claims : holders[word].Events;

    private static int Common(HashSet<int> mine, HashSet<int> theirs)
    {
        var common = 0;
        foreach (var word in mine)
        {
            common += theirs.Contains(word) ? 1 : 0;
        }

        return common;
    }

    private static bool IsSameTime(ResolvedDate? a, ResolvedDate? b) =>
        a?.Edtf is null || b?.Edtf is null || (a.Edtf.Earliest <= b.Edtf.Latest && b.Edtf.Earliest <= a.Edtf.Latest);

    /// <summary>Numbers of the longer words and the figures, whatever their case.</summary>
    private HashSet<int> Words(TextSpan span)
    {
        Tokens.Read(text, span, tokens);
        var mine = new HashSet<int>(tokens.Count);
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Number || token.Length > 3)
            {
                mine.Add(NumberOf(token.In(text)));
            }
        }

        return mine;
    }

    private int NumberOf(ReadOnlySpan<char> word)
    {
        // Spellings first: lower case has to be made only for those not seen yet.
        if (!numbers.TryGetValue(word, out var number))
        {
            var lower = word.ToString().ToLowerInvariant();
            if (!numbers.TryGetValue(lower, out number))
            {
                numbers[lower] = number = holders.Count;
                holders.Add(([], []));
            }

            numbers[word] = number;
        }

        return number;
    }
}
