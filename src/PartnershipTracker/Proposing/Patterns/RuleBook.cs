namespace PartnershipTracker.Proposing.Patterns;

/// <summary>A rule fired on items [<paramref name="From"/>, <paramref name="To"/>) of the sentence.</summary>
internal readonly record struct Hit(Rule Rule, int From, int To);

/// <summary>All rules, found by the word a match begins with, so that a sentence is scanned once for all of them.</summary>
internal sealed class RuleBook
{
    private readonly List<(Rule Rule, Pattern Pattern)> patterns = [];
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byStem = new(StringComparer.Ordinal);
    private readonly List<int>[] byKind;
    private readonly int shortestStem = int.MaxValue;

    public RuleBook(IEnumerable<Rule> rules, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        byKind = [.. Enumerable.Range(0, 31).Select(_ => new List<int>())];
        foreach (var rule in rules)
        {
            foreach (var pattern in rule.Patterns.Select(text => Pattern.Parse(text, lists)))
            {
                Index(pattern.First, patterns.Count);
                patterns.Add((rule, pattern));
            }
        }

        shortestStem = byStem.Count == 0 ? 0 : byStem.Keys.Min(stem => stem.Length);
    }

    /// <summary>Patterns a match of which may begin with the word.</summary>
    public int[] BeginningWith(string word)
    {
        var found = new List<int>(byWord.GetValueOrDefault(word) ?? []);
        var stems = byStem.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = shortestStem; length <= word.Length; length++)
        {
            if (stems.TryGetValue(word.AsSpan(0, length), out var more))
            {
                found.AddRange(more);
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>Where rules fire, in order of the first item.</summary>
    /// <param name="items">The sentence.</param>
    /// <param name="beginning">For every item the patterns that may begin with its word.</param>
    public List<Hit> Fire(ReadOnlySpan<Item> items, IReadOnlyList<int[]> beginning)
    {
        var hits = new List<Hit>();
        for (var at = 0; at < items.Length; at++)
        {
            foreach (var candidate in beginning[at])
            {
                Try(items, at, candidate, hits);
            }

            for (var kinds = (uint)items[at].Kind; kinds != 0; kinds &= kinds - 1)
            {
                foreach (var candidate in byKind[System.Numerics.BitOperations.TrailingZeroCount(kinds)])
                {
                    Try(items, at, candidate, hits);
                }
            }
        }

        return hits;
    }

    private void Try(ReadOnlySpan<Item> items, int at, int candidate, List<Hit> hits)
    {
        var (rule, pattern) = patterns[candidate];
        if (pattern.EndOfMatch(items, at) is >= 0 and var end && !hits.Contains(new Hit(rule, at, end)))
        {
            hits.Add(new Hit(rule, at, end));
        }
    }

    private void Index(Pattern.Element first, int pattern)
    {
        foreach (var word in first.Words)
        {
            Add(byWord, word, pattern);
        }

        foreach (var stem in first.Stems)
        {
            Add(byStem, stem, pattern);
        }

        for (var kinds = (uint)first.Kinds; kinds != 0; kinds &= kinds - 1)
        {
            byKind[System.Numerics.BitOperations.TrailingZeroCount(kinds)].Add(pattern);
        }
    }

    private static void Add(Dictionary<string, List<int>> index, string key, int pattern)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        list.Add(pattern);
    }
}
