namespace PartnershipTracker.Proposing.Patterns;

/// <summary>A word of the text with what the vocabulary has on it.</summary>
/// <param name="Lower">In lower case.</param>
/// <param name="Beginning">Patterns that may begin with it.</param>
/// <param name="Names">Known names that begin with it, longest first.</param>
internal sealed record KnownWord(string Lower, int[] Beginning, IReadOnlyList<KnownName> Names);

/// <summary>Words of one document, each looked up once.</summary>
internal sealed class WordTable
{
    private readonly Lexicon lexicon;
    private readonly Dictionary<string, KnownWord>.AlternateLookup<ReadOnlySpan<char>> words =
        new Dictionary<string, KnownWord>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public WordTable(Lexicon lexicon) => this.lexicon = lexicon;

    public KnownWord this[ReadOnlySpan<char> word]
    {
        get
        {
            if (!words.TryGetValue(word, out var known))
            {
                var lower = word.ToString().ToLowerInvariant();
                words[word] = known = new KnownWord(lower, lexicon.Rules.BeginningWith(lower), lexicon.NamesBeginningWith(lower));
            }

            return known;
        }
    }
}
