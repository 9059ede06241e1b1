using System.Text;

namespace PartnershipTracker.Reading;

/// <summary>
/// Hashes of folded words that may be stored: 64 bits, the same on every machine and in every version (the runtime's own are not).
/// </summary>
internal static class WordHash
{
    public const ulong Seed = 14695981039346656037;

    /// <summary>FNV-1a over the folded word's UTF-16 units.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var letter in word)
        {
            hash = (hash ^ Fold(letter)) * 1099511628211;
        }

        return hash;
    }

    public static ulong Next(ulong hash, ulong word) => (hash * 0x9E3779B97F4A7C15) + word;

    /// <summary>Spreads every bit over all (MurmurHash3's finaliser), so that a remainder of the hash is a fair sample.</summary>
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }

    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            folded.Append(Fold(letter));
        }

        return folded.ToString();
    }

    private static char Fold(char letter) => letter == '’' ? '\'' : char.ToLowerInvariant(letter);
}
