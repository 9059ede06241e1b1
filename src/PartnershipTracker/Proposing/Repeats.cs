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
    private readonly Dictionary<int, List<TextSpan>> furtherPlaces = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers = new Dictionary<string, int>().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>By a word's number, the kept claims and events that hold it, latest last.</summary>
    private readonly List<(List<int> Claims, List<int> Events)> holders = [];
    private readonly int[] shared = new int[Reach];
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
        var needed = mine.Count * (later.Kind == SuggestionKind.Claim ? SameClaim : SameEvent);
        var first = Math.Max(0, kept.Count - Reach);
        CountShared(later.Kind, mine, first);
        for (var n = kept.Count - 1; n >= first; n--)
        {
            if (shared[n - first] >= needed
                && (later.Kind == SuggestionKind.Claim ? kept[n].Stance == later.Stance && kept[n].Span.Length >= later.Span.Length : IsSameTime(kept[n].Date, later.Date)))
            {
                return n;
            }
        }

        return -1;
    }

    /// <summary>How many of the words each kept proposal of the kind holds, from <paramref name="first"/> on.</summary>
    private void CountShared(SuggestionKind kind, HashSet<int> mine, int first)
    {
        Array.Clear(shared);
        foreach (var word in mine)
        {
            var holding = HoldersOf(word, kind);
            for (var n = holding.Count - 1; n >= 0 && holding[n] >= first; n--)
            {
                shared[holding[n] - first]++;
            }
        }
    }

    private List<int> HoldersOf(int word, SuggestionKind kind) => kind == SuggestionKind.Claim ? holders[word].Claims : holders[word].Events;

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
