namespace PartnershipTracker.Benchmarks.Quality;

/// <summary>Pairs what was found with what should be: one to one, best overlap of words first, at least half.</summary>
public static class Matching
{
    private const double Least = 0.5;

    /// <summary>For every wanted text the index of its match, or -1.</summary>
    public static int[] Best(IReadOnlyList<string> wanted, IReadOnlyList<string> found)
    {
        var (left, right) = (wanted.Select(Words).ToList(), found.Select(Words).ToList());
        var pairs = from w in Enumerable.Range(0, left.Count)
                    from f in Enumerable.Range(0, right.Count)
                    let overlap = Overlap(left[w], right[f])
                    where overlap >= Least
                    orderby overlap descending, w, f
                    select (w, f);
        var match = Enumerable.Repeat(-1, left.Count).ToArray();
        var taken = new HashSet<int>();
        foreach (var (w, f) in pairs)
        {
            if (match[w] < 0 && taken.Add(f))
            {
                match[w] = f;
            }
        }

        return match;
    }

    /// <summary>Whether two names are the same but for an article, case, or a left-out first name.</summary>
    public static bool SameName(string a, string b)
    {
        var (left, right) = (NameWords(a), NameWords(b));
        return left.Count > 0 && right.Count > 0 && (left.All(right.Contains) || right.All(left.Contains));
    }

    /// <summary>Runs of white space as one space, as the gold counts.</summary>
    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static double Overlap(Dictionary<string, int> a, Dictionary<string, int> b)
    {
        var shared = a.Sum(word => Math.Min(word.Value, b.GetValueOrDefault(word.Key)));
        return shared == 0 ? 0 : (double)shared / (a.Values.Sum() + b.Values.Sum() - shared);
    }

    private static Dictionary<string, int> Words(string text) => Parts(text).CountBy(word => word).ToDictionary();

    private static HashSet<string> NameWords(string name) =>
        [.. Parts(name).Select(word => word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word).Where(word => word is not ("the" or "a" or "an" or "of" or "mr" or "ms"))];

    private static IEnumerable<string> Parts(string text) =>
        text.ToLowerInvariant().Replace('’', '\'').Split([' ', '\n', '\r', '\t', '\u00a0', ',', '.', ';', ':', '"', '“', '”', '(', ')', '!', '?', '—', '–'], StringSplitOptions.RemoveEmptyEntries);
}
