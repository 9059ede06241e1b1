namespace PartnershipTracker.Proposing.Patterns;

/// <summary>
/// A pattern over the items of a sentence. Words are compared in lower case and parted by spaces: <c>stem*</c> stands for any
/// ending, <c>a|b</c> for either, <c>a?</c> for a word that may be left out, <c>@class</c> for a class of items, <c>%list</c>
/// for a list of the vocabulary, <c>..</c> for up to three items between and <c>...</c> for up to nine, none of them a break.
/// </summary>
internal sealed class Pattern
{
    private readonly Element[] elements;

    private Pattern(string text, Element[] elements) => (Text, this.elements) = (text, elements);

    public string Text { get; }

    /// <summary>What a match begins with.</summary>
    public Element First => elements[0];

    public IReadOnlyList<Element> Elements => elements;

    /// <summary>Gives the elements their numbers, from <paramref name="first"/> on.</summary>
    public void NumberElements(int first)
    {
        for (var n = 0; n < elements.Length; n++)
        {
            elements[n] = elements[n] with { Number = first + n };
        }
    }

    /// <exception cref="FormatException">Not a pattern: unknown class or list, or it begins or ends with a gap or a word that may be left out.</exception>
    public static Pattern Parse(string text, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        var elements = new List<Element>();
        var gap = 0;
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is ".." or "...")
            {
                gap = part.Length == 2 ? 3 : 9;
                continue;
            }

            elements.Add(Element.Parse(part, gap, lists, text));
            gap = 0;
        }

        if (elements.Count == 0 || gap > 0 || elements[0].Gap > 0 || elements[0].IsOptional)
        {
            throw new FormatException($"“{text}” must begin and end with a word that has to be there.");
        }

        return new Pattern(text, [.. elements]);
    }

    /// <summary>Index after the last item of a match that begins at <paramref name="at"/>, where <see cref="First"/> matches, or -1.</summary>
    public int EndOfMatch(ReadOnlySpan<Item> items, ReadOnlySpan<KnownWord> words, int at) => Match(items, words, at + 1, 1);

    private int Match(ReadOnlySpan<Item> items, ReadOnlySpan<KnownWord> words, int at, int element)
    {
        if (element == elements.Length)
        {
            return at;
        }

        var wanted = elements[element];
        for (var skipped = 0; at + skipped < items.Length; skipped++)
        {
            if (wanted.Matches(items[at + skipped].Kind, words[at + skipped]) && Match(items, words, at + skipped + 1, element + 1) is >= 0 and var end)
            {
                return end;
            }

            if (skipped >= wanted.Gap || items[at + skipped].Is(ItemKind.Break))
            {
                break;
            }
        }

        return wanted.IsOptional ? Match(items, words, at, element + 1) : -1;
    }

    /// <param name="Words">Whole words.</param>
    /// <param name="Stems">Beginnings of words.</param>
    /// <param name="Kinds">Classes.</param>
    /// <param name="Gap">Items that may stand between this and the one before.</param>
    /// <param name="IsOptional">It may be left out.</param>
    internal sealed record Element(HashSet<string> Words, string[] Stems, ItemKind Kinds, int Gap, bool IsOptional)
    {
        /// <summary>By which a word of the text knows that it matches; see <see cref="RuleBook.Of"/>.</summary>
        public int Number { get; init; }

        public static Element Parse(string part, int gap, IReadOnlyDictionary<string, IReadOnlyList<string>> lists, string pattern)
        {
            var optional = part.Length > 1 && part[^1] == '?';
            var words = new HashSet<string>(StringComparer.Ordinal);
            var stems = new List<string>();
            var kinds = ItemKind.None;
            var atoms = (optional ? part[..^1] : part).Split('|').SelectMany(atom => atom is ['%', ..]
                ? lists.GetValueOrDefault(atom[1..]) ?? throw new FormatException($"“{pattern}” names the list “{atom}”, which is not there.")
                : [atom]);
            foreach (var atom in atoms)
            {
                if (atom is ['@', ..])
                {
                    kinds |= Enum.TryParse<ItemKind>(atom[1..], ignoreCase: true, out var kind) && kind != ItemKind.None
                        ? kind : throw new FormatException($"“{pattern}” names the class “{atom}”, which is not there.");
                }
                else if (atom is [.., '*'])
                {
                    stems.Add(atom[..^1].ToLowerInvariant());
                }
                else
                {
                    words.Add(atom.ToLowerInvariant());
                }
            }

            return new Element(words, [.. stems], kinds, gap, optional);
        }

        public bool Matches(ItemKind kind, KnownWord word) =>
            (kind & Kinds) != 0 || (Number / 64 < word.Elements.Length && (word.Elements[Number / 64] >> (Number % 64) & 1) != 0);
    }
}
