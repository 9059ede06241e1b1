using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>
/// A text as the set of its runs of <see cref="Length"/> words, hashed: two texts that share runs share words in the same order
/// (Broder, On the resemblance and containment of documents, 1997). Case, punctuation, line ends and page furniture do not count.
/// </summary>
public sealed class Shingles
{
    /// <summary>Version of how they are made; what the store keeps of another version is made anew.</summary>
    public const string Version = "shingles-1";

    /// <summary>Words in a run: shorter ones are shared by chance, longer ones miss what was edited lightly.</summary>
    public const int Length = 6;

    /// <summary>Texts of so few shingles keep them all in the sample.</summary>
    private const int Short = 64;

    /// <summary>One of so many is in the sample otherwise.</summary>
    private const int Step = 4;

    /// <summary>Most in a sample; the step is doubled until they fit, so that a book does not swamp the index.</summary>
    private const int Most = 16_384;

    private readonly HashSet<long> all;

    private Shingles(HashSet<long> all) => this.all = all;

    /// <summary>Number of distinct shingles.</summary>
    public int Count => all.Count;

    /// <summary>
    /// The shingles an index keeps: those whose hash a power of two divides. Both texts of a pair sample by their hashes, so
    /// whatever is in the coarser sample and in the other text is in the other's sample too.
    /// </summary>
    public IReadOnlyList<long> Sample
    {
        get
        {
            var step = all.Count <= Short ? 1 : Step;
            var sample = all.Where(hash => (hash & (step - 1)) == 0).ToList();
            while (sample.Count > Most)
            {
                step *= 2;
                sample.RemoveAll(hash => (hash & (step - 1)) != 0);
            }

            return sample;
        }
    }

    /// <param name="text">The readable text.</param>
    /// <param name="marked">Its marked lines; scraped lines, labels and debris are passed over.</param>
    public static Shingles Of(string text, IEnumerable<MarkedLine> marked)
    {
        var all = new HashSet<long>();
        var run = new ulong[Length];
        var read = 0;
        foreach (var part in Prose(text, marked))
        {
            foreach (var token in Tokens.Of(text, part))
            {
                if (token.Kind == TokenKind.Mark)
                {
                    continue;
                }

                run[read++ % Length] = WordHash.Of(token.In(text));
                if (read >= Length)
                {
                    all.Add(HashOf(run, read));
                }
            }
        }

        return new Shingles(all);
    }

    /// <summary>Containment: the share of these that are among the other's, 0 to 1; 0 where there are none.</summary>
    public double ShareIn(Shingles other) => all.Count == 0 ? 0 : (double)Common(other) / all.Count;

    /// <summary>Resemblance: the share of both texts' shingles that are in both, 0 to 1.</summary>
    public double Resemblance(Shingles other) => Common(other) is var common and > 0 ? (double)common / (all.Count + other.all.Count - common) : 0;

    /// <summary>Number of shingles in both.</summary>
    public int Common(Shingles other) => all.Count(other.all.Contains);

    private static long HashOf(ulong[] run, int read)
    {
        var hash = WordHash.Seed;
        for (var n = 0; n < Length; n++)
        {
            hash = WordHash.Next(hash, run[(read + n) % Length]);
        }

        return (long)WordHash.Mix(hash);
    }

    /// <summary>What lies between the lines that are passed over.</summary>
    private static IEnumerable<TextSpan> Prose(string text, IEnumerable<MarkedLine> marked)
    {
        var at = 0;
        foreach (var mark in marked.Where(mark => mark.Kind is LineKind.Scraped or LineKind.Label or LineKind.Debris).OrderBy(mark => mark.Span.Start))
        {
            if (mark.Span.Start > at)
            {
                yield return new TextSpan(at, mark.Span.Start);
            }

            at = Math.Max(at, mark.Span.End);
        }

        if (at < text.Length)
        {
            yield return new TextSpan(at, text.Length);
        }
    }
}
