namespace PartnershipTracker.Proposing.Patterns;

/// <summary>A word of the text with what the vocabulary has on it.</summary>
/// <param name="Lower">In lower case.</param>
/// <param name="Beginning">Patterns that may begin with it.</param>
/// <param name="Elements">Elements of patterns it matches, as <see cref="RuleBook.Of"/> tells them.</param>
/// <param name="Names">Known names that begin with it, longest first.</param>
internal sealed record KnownWord(string Lower, int[] Beginning, ulong[] Elements, KnownName[] Names)
{
    /// <summary>See <see cref="CapitalWords.IsCommon"/>.</summary>
    public bool IsCommon { get; } = CapitalWords.IsCommon(Lower);

    /// <summary>The document has it in lower case.</summary>
    public bool StandsSmall { get; set; }

    /// <summary>The document has it with a capital behind another word.</summary>
    public bool StandsCapitalInside { get; set; }
}

/// <summary>Words of one document, each looked up once in the vocabulary.</summary>
internal sealed class WordTable
{
    private readonly Lexicon lexicon;
    private readonly Dictionary<string, KnownWord> words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same words as the text spells them: nearly every word has been seen before, and comparing letter for letter is quicker.</summary>
    private readonly Dictionary<string, KnownWord>.AlternateLookup<ReadOnlySpan<char>> spellings =
        new Dictionary<string, KnownWord>().GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, KnownWord> marks = [];

    public WordTable(Lexicon lexicon) => this.lexicon = lexicon;

    public KnownWord this[ReadOnlySpan<char> spelling] => spellings.TryGetValue(spelling, out var known) ? known : Add(spelling.ToString());

    /// <summary>A mark as a word no pattern begins with.</summary>
    public KnownWord OfMark(string mark)
    {
        if (!marks.TryGetValue(mark, out var known))
        {
            marks[mark] = known = new KnownWord(mark, [], lexicon.Rules.Of(mark).Elements, []);
        }

        return known;
    }

    private KnownWord Add(string spelling)
    {
        if (!words.TryGetValue(spelling, out var known))
        {
            var lower = spelling.ToLowerInvariant();
            var (beginning, elements) = lexicon.Rules.Of(lower);
            words[spelling] = known = new KnownWord(lower, beginning, elements, lexicon.NamesBeginningWith(lower));
        }

        spellings[spelling] = known;
        return known;
    }
}
