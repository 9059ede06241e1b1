using System.Numerics;

namespace PartnershipTracker.Proposing.Patterns;

/// <summary>A rule fired on items [<paramref name="From"/>, <paramref name="To"/>) of the sentence.</summary>
internal readonly record struct Hit(Rule Rule, int From, int To);

/// <summary>All rules, found by the word a match begins with, so that a sentence is scanned once for all of them.</summary>
internal sealed class RuleBook
{
    private static readonly ulong[] NoElements = [];

    private readonly List<(Rule Rule, Pattern Pattern)> patterns = [];
    private readonly List<int>[] byKind = [.. Enumerable.Range(0, 31).Select(_ => new List<int>())];

    /// <summary>All elements of all patterns by what they match.</summary>
    private readonly WordIndex elements = new();

    /// <summary>For every element the pattern that begins with it, or -1.</summary>
    private readonly List<int> begun = [];

    public RuleBook(IEnumerable<Rule> rules, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        foreach (var rule in rules)
        {
            foreach (var pattern in rule.Patterns.Select(text => Pattern.Parse(text, lists)))
            {
                Index(pattern);
                patterns.Add((rule, pattern));
            }
        }
    }

    /// <summary>What a word is to the patterns.</summary>
    /// <returns>
    /// Patterns a match of which may begin with it, and the elements it matches: bit <see cref="Pattern.Element.Number"/> of the array,
    /// which is empty where it matches none.
    /// </returns>
    public (int[] Beginning, ulong[] Elements) Of(string word)
    {
        var found = elements.Of(word);
        if (found.Count == 0)
        {
            return ([], NoElements);
        }

        var bits = new ulong[(begun.Count / 64) + 1];
        foreach (var number in found)
        {
            bits[number / 64] |= 1UL << (number % 64);
        }

        return ([.. found.Select(number => begun[number]).Where(pattern => pattern >= 0).Distinct()], bits);
    }

    /// <summary>Where rules fire, in order of the first item.</summary>
    /// <param name="items">The sentence.</param>
    /// <param name="words">For every item its word as the vocabulary knows it.</param>
    public List<Hit> Fire(ReadOnlySpan<Item> items, ReadOnlySpan<KnownWord> words)
    {
        var hits = new List<Hit>();
        for (var at = 0; at < items.Length; at++)
        {
            var earlier = hits.Count;
            foreach (var candidate in words[at].Beginning)
            {
                Try(items, words, at, candidate, hits, earlier);
            }

            for (var kinds = (uint)items[at].Kind; kinds != 0; kinds &= kinds - 1)
            {
                foreach (var candidate in byKind[BitOperations.TrailingZeroCount(kinds)])
                {
                    Try(items, words, at, candidate, hits, earlier);
                }
            }
        }

        return hits;
    }

    /// <param name="items">The sentence.</param>
    /// <param name="words">Its words.</param>
    /// <param name="at">An item the pattern's first element matches.</param>
    /// <param name="candidate">The pattern.</param>
    /// <param name="hits">Gets what fires.</param>
    /// <param name="earlier">Hits that begin before this item.</param>
    private void Try(ReadOnlySpan<Item> items, ReadOnlySpan<KnownWord> words, int at, int candidate, List<Hit> hits, int earlier)
    {
        var (rule, pattern) = patterns[candidate];
        if (pattern.EndOfMatch(items, words, at) is not (>= 0 and var end))
        {
            return;
        }

        for (var n = earlier; n < hits.Count; n++)
        {
            if (hits[n].To == end && ReferenceEquals(hits[n].Rule, rule))
            {
                return;
            }
        }

        hits.Add(new Hit(rule, at, end));
    }

    private void Index(Pattern pattern)
    {
        pattern.NumberElements(begun.Count);
        foreach (var element in pattern.Elements)
        {
            begun.Add(ReferenceEquals(element, pattern.First) ? patterns.Count : -1);
            elements.Add(element, element.Number);
        }

        for (var kinds = (uint)pattern.First.Kinds; kinds != 0; kinds &= kinds - 1)
        {
            byKind[BitOperations.TrailingZeroCount(kinds)].Add(patterns.Count);
        }
    }

    /// <summary>Numbers by the whole words and the beginnings of words they stand for.</summary>
    private sealed class WordIndex
    {
        private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<int>> byStem = new(StringComparer.Ordinal);
        private int shortestStem = int.MaxValue;
        private int longestStem;

        public void Add(Pattern.Element element, int number)
        {
            foreach (var word in element.Words)
            {
                Add(byWord, word, number);
            }

            foreach (var stem in element.Stems)
            {
                Add(byStem, stem, number);
                (shortestStem, longestStem) = (Math.Min(shortestStem, stem.Length), Math.Max(longestStem, stem.Length));
            }
        }

        public List<int> Of(string word)
        {
            List<int> found = [.. byWord.GetValueOrDefault(word) ?? []];
            var stems = byStem.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var length = shortestStem; length <= Math.Min(word.Length, longestStem); length++)
            {
                if (stems.TryGetValue(word.AsSpan(0, length), out var more))
                {
                    found.AddRange(more);
                }
            }

            return found;
        }

        private static void Add(Dictionary<string, List<int>> index, string key, int number)
        {
            if (!index.TryGetValue(key, out var list))
            {
                index[key] = list = [];
            }

            list.Add(number);
        }
    }
}
