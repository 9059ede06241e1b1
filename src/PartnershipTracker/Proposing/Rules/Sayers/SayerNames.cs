using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Rules.Sayers;

/// <summary>Names of those who speak in one document: last names and titles led back to full names.</summary>
internal sealed class SayerNames(string text, Vocabulary vocabulary)
{
    private readonly Dictionary<string, string> fullNames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The full names themselves.</summary>
    private readonly HashSet<string> people = new(StringComparer.Ordinal);

    /// <summary>For each word of a source without a name, how it was first described: “this person” is “a person close to the talks”.</summary>
    private readonly Dictionary<string, string> unnamed = new(StringComparer.Ordinal);
    private string? firstPerson;
    private int spokeUpTo;
    private Sayer? lastPerson;

    /// <summary>Remembers full names, so that “Amaru” later means “Gideon Amaru”.</summary>
    public void Note(Item[] items)
    {
        foreach (var item in items)
        {
            if (item.Is(ItemKind.Name) && OnOneLine(item.Span.In(text)) is var name && name.LastIndexOf(' ') is > 0 and var space)
            {
                if (fullNames.TryAdd(name[(space + 1)..], name))
                {
                    people.Add(name);
                }

                firstPerson ??= name;
            }
        }

        for (var at = items.Length - 1; at >= 0; at--)
        {
            if (items[at].Is(ItemKind.Person) || (items[at].Is(ItemKind.Name) && people.Contains(OnOneLine(items[at].Span.In(text)))))
            {
                lastPerson = Of(items, at, "pointer", items[at].Word);
                break;
            }
        }
    }

    /// <summary>Somebody said the sentence that ends here.</summary>
    public void SpokeUpTo(int end) => spokeUpTo = end;

    /// <summary>Who an item names, in full; with its organisation's role where one stands between: “OpenAI's revenue chief”.</summary>
    public Sayer Of(Item[] items, int at, string rule, string cue)
    {
        var item = items[at];
        var span = item.Span;
        var words = span.In(text);
        var name = OnOneLine(words);
        var (canonical, kind) = item switch
        {
            _ when item.Is(ItemKind.Pair) => ($"{vocabulary.Parties[0].Name} and {vocabulary.Parties[1].Name}", SourceKind.Company),
            { Canonical: { } full } when item.Is(ItemKind.Person) => (full, SourceKind.Person),
            { Canonical: { } full } when item.Is(ItemKind.Outlet) => (full, SourceKind.Publication),
            { Party: { } party } => (party.Name, item.Is(ItemKind.Authority) ? SourceKind.Regulator : SourceKind.Company),
            _ => (fullNames.GetValueOrDefault(name, name), IsPublication(name) ? SourceKind.Publication : name.Contains(' ') || fullNames.ContainsKey(name) ? SourceKind.Person : SourceKind.Publication),
        };
        return new Sayer(new NamedSource(words, kind) { Canonical = canonical }, span, new Reason("who says it", rule, cue));
    }

    /// <summary>A source described without a name: the words from one item to another.</summary>
    public Sayer Described(Item[] items, int from, int to, SourceKind kind, string rule, string cue)
    {
        var span = new TextSpan(items[from].Span.Start, items[to - 1].Span.End);
        var name = span.In(text);
        var head = items[to - 1].Word;
        var source = new NamedSource(name, kind) { Canonical = OnOneLine(name) };
        if (kind == SourceKind.Unnamed && items[from].Word is "the" or "this" or "that" or "these" && unnamed.TryGetValue(head, out var before))
        {
            source = source with { Canonical = before };
        }
        else if (kind == SourceKind.Unnamed)
        {
            for (var at = from; at < to; at++)
            {
                unnamed[items[at].Word] = source.Canonical;
            }
        }

        return new Sayer(source, span, new Reason("who says it", rule, cue));
    }

    /// <summary>“she said”, “the newspaper said”: who spoke last, else whom the word points to.</summary>
    public Sayer? Pointed(Item item, IReadOnlyList<Sayer>? last, string verb)
    {
        var isCompany = item.Word is "company" or "firm" or "group" or "lab" or "startup" or "start-up";
        var suits = isCompany && item.Party is not null ? null : last?.FirstOrDefault(sayer => item.Word switch
        {
            _ when isCompany => sayer.Source.Kind == SourceKind.Company,
            "he" or "she" or "his" or "her" => sayer.Source.Kind is SourceKind.Person or SourceKind.Unnamed,
            "newspaper" or "paper" or "outlet" or "publication" or "magazine" or "site" => sayer.Source.Kind == SourceKind.Publication,
            "watchdog" or "regulator" or "agency" or "commission" or "authority" => sayer.Source.Kind == SourceKind.Regulator,
            "they" => true,
            _ => sayer.Source.Kind is not SourceKind.Person,
        });
        var name = item.Span.In(text);
        var reason = new Reason("who says it", "pointer", $"{name} {verb}");
        if (item.Is(ItemKind.Pair))
        {
            return new Sayer(new NamedSource(name, SourceKind.Company) { Canonical = $"{vocabulary.Parties[0].Name} and {vocabulary.Parties[1].Name}" }, item.Span, reason);
        }

        if (item.Word is "he" or "she" or "his" or "her" && (suits is null || lastPerson?.Span.Start >= spokeUpTo))
        {
            // Whoever was named since somebody last spoke is the nearer one.
            suits = lastPerson;
        }

        return suits is not null
            ? new Sayer(suits.Source with { Name = name }, item.Span, reason)
            : item.Party is { } party
                ? new Sayer(new NamedSource(name, item.Is(ItemKind.Authority) ? SourceKind.Regulator : SourceKind.Company) { Canonical = party.Name }, item.Span, reason)
                : null;
    }

    /// <summary>Who a label names: in questions and answers the one who answers is the first person the article names.</summary>
    public Sayer Speaker(TextSpan label)
    {
        var name = label.In(text);
        var canonical = name is "A" && firstPerson is not null ? firstPerson : fullNames.GetValueOrDefault(name[(name.LastIndexOf(' ') + 1)..], name);
        return new Sayer(new NamedSource(name, SourceKind.Person) { Canonical = canonical }, label, new Reason("who says it", "speaker-label", name));
    }

    /// <summary>A name as it is told: a wrapped text may break it over two lines.</summary>
    private static string OnOneLine(string name) =>
        name.AsSpan().ContainsAny('\n', '\r', '\t') ? string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : name;

    private static bool IsPublication(string name) => name.Split(' ')[^1] is "Review" or "Times" or "Post" or "Journal" or "News" or "Wire" or "Daily" or "Herald" or "Tribune" or "Magazine" or "Gazette" or "Observer" or "Telegraph" or "Standard" or "Chronicle" or "Weekly" or "Today";
}
