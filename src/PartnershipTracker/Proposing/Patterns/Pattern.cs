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

    /// <summary>Index after the last item of a match that begins at <paramref name="at"/>, or -1.</summary>
    public int EndOfMatch(ReadOnlySpan<Item> items, int at) => elements[0].Matches(items[at]) ? Match(items, at + 1, 1) : -1;

    private int Match(ReadOnlySpan<Item> items, int at, int element)
    {
        if (element == elements.Length)
        {
            return at;
        }

        var wanted = elements[element];
        for (var skipped = 0; at + skipped < items.Length; skipped++)
        {
            if (wanted.Matches(items[at + skipped]) && Match(items, at + skipped + 1, element + 1) is >= 0 and var end)
            {
                return end;
            }

            if (skipped >= wanted.Gap || items[at + skipped].Is(ItemKind.Break))
            {
                break;
            }
        }

        return wanted.IsOptional ? Match(items, at, element + 1) : -1;
    }

    /// <param name="Words">Whole words.</param>
    /// <param name="Stems">Beginnings of words.</param>
    /// <param name="Kinds">Classes.</param>
    /// <param name="Gap">Items that may stand between this and the one before.</param>
    /// <param name="IsOptional">It may be left out.</param>
    internal sealed record Element(HashSet<string> Words, string[] Stems, ItemKind Kinds, int Gap, bool IsOptional)
    {
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

        public bool Matches(in Item item)
        {
            if ((item.Kind & Kinds) != 0 || Words.Contains(item.Word))
            {
                return true;
            }

            foreach (var stem in Stems)
            {
                if (item.Word.StartsWith(stem, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
