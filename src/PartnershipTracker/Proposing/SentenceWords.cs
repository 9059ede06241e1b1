using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing;

/// <summary>
/// The words and figures of a sentence, folded, for telling whether another document says the same. Stricter than the joining
/// of repeats within one article, because what is joined here is not read again: every figure and every denial must be the same.
/// </summary>
public sealed class SentenceWords
{
    /// <summary>Share of a sentence's words that must stand in the earlier one.</summary>
    public const double Same = 0.9;

    /// <summary>Sentences of fewer words are alike by chance.</summary>
    public const int Fewest = 4;

    private SentenceWords(IReadOnlySet<string> words, long key) => (Words, Key) = (words, key);

    public IReadOnlySet<string> Words { get; }

    /// <summary>
    /// The same for the same words in the same order, whatever their case, spacing and punctuation; stable across versions
    /// and machines.
    /// </summary>
    public long Key { get; }

    public static SentenceWords Of(string text, TextSpan span)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var key = WordHash.Seed;
        foreach (var token in Tokens.Of(text, span))
        {
            if (token.Kind != TokenKind.Mark)
            {
                words.Add(WordHash.Fold(token.In(text)));
                key = WordHash.Next(key, WordHash.Of(token.In(text)));
            }
        }

        return new SentenceWords(words, (long)WordHash.Mix(key));
    }

    /// <summary>Whether <paramref name="earlier"/> holds what this sentence says.</summary>
    public bool IsSaidBy(SentenceWords earlier) =>
        Words.Count >= Fewest && Words.Count(earlier.Words.Contains) >= Words.Count * Same
        && earlier.Words.Count <= Words.Count / Same / Same
        && Decisive(Words).SetEquals(Decisive(earlier.Words));

    private static HashSet<string> Decisive(IReadOnlySet<string> words) =>
        [.. words.Where(word => char.IsDigit(word[0]) || word is "not" or "no" or "never" or "neither" or "nor" or "without" or "denied" or "denies" or "t" or "'t")];
}
