using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing.Patterns;

/// <summary>A name of the vocabulary.</summary>
/// <param name="Words">Its words in lower case.</param>
/// <param name="IsCapital">It counts only with a capital: “Oracle”, not “an oracle”.</param>
/// <param name="Kind">What its items are.</param>
/// <param name="Party">The party it stands for.</param>
/// <param name="Canonical">The full name.</param>
internal sealed record KnownName(string[] Words, bool IsCapital, ItemKind Kind, KnownParty? Party, string Canonical);

/// <summary>A vocabulary made ready: its names and rules by first word.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, KnownName[]> names;

    public Lexicon(Vocabulary vocabulary, IEnumerable<Theme> themes, Func<Rule, bool>? isOn = null)
    {
        Vocabulary = vocabulary;
        var rules = vocabulary.Rules.Concat(themes.Select(theme => new Rule("cue-words", "theme", theme.Slug, 1, Needs.Topic, theme.Cues)));
        Rules = new RuleBook(rules.Where(rule => isOn?.Invoke(rule) ?? true), vocabulary.Lists);
        var lists = new Dictionary<string, List<KnownName>>(StringComparer.Ordinal);
        foreach (var party in vocabulary.Parties)
        {
            var kind = party.Kinds.Aggregate(ItemKind.None, (all, one) => all | Enum.Parse<ItemKind>(one, ignoreCase: true));
            Add(lists, party.Aliases.Append(party.Name), kind, party, party.Name);
            Add(lists, party.Products, kind | ItemKind.Product, party, party.Name);
            foreach (var person in party.People)
            {
                Add(lists, [person, person[(person.LastIndexOf(' ') + 1)..]], kind | ItemKind.Person, party, person);
            }
        }

        foreach (var outlet in vocabulary.Outlets)
        {
            Add(lists, outlet.Aliases.Append(outlet.Name), ItemKind.Outlet, null, outlet.Name);
        }

        Add(lists, vocabulary.Pair, ItemKind.Pair, null, "");
        foreach (var list in lists.Values)
        {
            list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        }

        names = lists.ToDictionary(list => list.Key, list => list.Value.ToArray(), StringComparer.Ordinal);
    }

    public Vocabulary Vocabulary { get; }

    public RuleBook Rules { get; }

    public KnownName[] NamesBeginningWith(string word) => names.GetValueOrDefault(word) ?? [];

    private static void Add(Dictionary<string, List<KnownName>> names, IEnumerable<string> aliases, ItemKind kind, KnownParty? party, string canonical)
    {
        foreach (var alias in aliases)
        {
            var words = Tokens.Of(alias, new TextSpan(0, alias.Length)).Where(token => token.Kind != TokenKind.Mark && !Tokens.IsApostrophe(alias[token.Start]))
                .Select(token => token.In(alias).ToString().ToLowerInvariant()).ToArray();
            if (!names.TryGetValue(words[0], out var list))
            {
                names[words[0]] = list = [];
            }

            if (!list.Any(known => known.Words.SequenceEqual(words)))
            {
                list.Add(new KnownName(words, char.IsUpper(alias[0]), kind, party, canonical));
            }
        }
    }
}
