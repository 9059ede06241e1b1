using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Weighing;

/// <summary>
/// Lists the cues of a sentence. A cue's name is what stands for it in <c>weights.json</c>: a stem (<c>compet</c>), two side
/// by side (<c>no longer</c>), a party and a word up to four items behind it (<c>@openai .. rent</c>), a rule
/// (<c>rule conflict</c>, <c>rule conflict denied</c>), whom the sentence speaks of (<c>about both</c>). Parties stand as
/// classes, so that what is learnt of one cloud holds for the next.
/// </summary>
internal sealed class CueReader
{
    private const int Reach = 4;
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly Dictionary<string, string> stems = new(StringComparer.Ordinal);

    /// <summary>Cues in text order, whole-sentence ones last.</summary>
    /// <param name="statement">The sentence.</param>
    /// <param name="traits">What else is known of it, each a cue of its own: <c>someone says it</c>.</param>
    /// <param name="names">Gets each cue's name, where the caller wants them.</param>
    public List<Cue> Read(Statement statement, IEnumerable<string> traits, List<string>? names = null)
    {
        var items = statement.Items;
        var cues = new List<Cue>(items.Length * 4);
        var symbols = new string[items.Length];
        for (var at = 0; at < items.Length; at++)
        {
            symbols[at] = Symbol(items[at]);
        }

        void Add(int from, int to, Rule? rule, string first, string between = "", string second = "")
        {
            cues.Add(new Cue(KeyOf(first, between, second), from, to, rule));
            names?.Add(first + between + second);
        }

        for (var at = 0; at < items.Length; at++)
        {
            if (items[at].Is(ItemKind.Mark))
            {
                continue;
            }

            Add(at, at + 1, null, symbols[at]);
            if (items[at].Is(ItemKind.Known) && !items[at].Is(ItemKind.Pointer | ItemKind.Person))
            {
                Add(at, at + 1, null, "named ", items[at].Word);
            }

            foreach (var meaning in WordClasses.Of(symbols[at]))
            {
                Add(at, at + 1, null, "like ", meaning);
            }

            if (Next(items, at) is > 0 and var next)
            {
                Add(at, next + 1, null, symbols[at], " ", symbols[next]);
            }

            if (items[at].Is(ItemKind.One | ItemKind.Pair | ItemKind.Third))
            {
                for (var behind = at + 2; behind < items.Length && behind <= at + Reach && !items[behind].Is(ItemKind.Break); behind++)
                {
                    if (!items[behind].Is(ItemKind.Mark))
                    {
                        foreach (var meaning in WordClasses.Of(symbols[behind]))
                        {
                            Add(at, behind + 1, null, symbols[at], " .. like ", meaning);
                        }
                    }
                }
            }
        }

        foreach (var hit in statement.Hits)
        {
            if (statement.Meets(hit.Rule.Needs))
            {
                var denied = hit.Rule.About == "stance" && Denial.Is(items, hit);
                Add(hit.From, hit.To, hit.Rule, "rule ", hit.Rule.About == "theme" ? hit.Rule.Value : hit.Rule.Name, denied ? " denied" : "");
            }
        }

        Add(0, items.Length, null, "about ", About(statement));
        foreach (var trait in traits)
        {
            Add(0, items.Length, null, trait);
        }

        return cues;
    }

    /// <summary>FNV-1a over the name's UTF-16 units.</summary>
    public static ulong KeyOf(string first, string between = "", string second = "") => Hash(Hash(Hash(Offset, first), between), second);

    private static ulong Hash(ulong hash, string part)
    {
        foreach (var unit in part)
        {
            hash = (hash ^ unit) * Prime;
        }

        return hash;
    }

    private static string About(Statement statement)
    {
        var two = statement.IsAboutTheTwo ? "both" : statement.Has(ItemKind.OpenAI) ? "openai" : statement.Has(ItemKind.Microsoft) ? "microsoft" : "neither";
        return statement.Has(ItemKind.Third) ? two + " and a third" : two;
    }

    private static int Next(Item[] items, int at)
    {
        var next = at + 1;
        while (next < items.Length && items[next].Is(ItemKind.Mark) && !items[next].Is(ItemKind.Break))
        {
            next++;
        }

        return next < items.Length && !items[next].Is(ItemKind.Break) ? next : -1;
    }

    private string Symbol(in Item item) => item.Kind switch
    {
        _ when item.Is(ItemKind.Pair) => "@pair",
        _ when item.Is(ItemKind.Person) && item.Is(ItemKind.One) => "@person",
        _ when item.Is(ItemKind.Product) && item.Is(ItemKind.One) => item.Is(ItemKind.Microsoft) ? "@microsoft's" : "@openai's",
        _ when item.Is(ItemKind.Microsoft) => "@microsoft",
        _ when item.Is(ItemKind.OpenAI) => "@openai",
        _ when item.Is(ItemKind.Lab) => "@lab",
        _ when item.Is(ItemKind.Cloud) => "@cloud",
        _ when item.Is(ItemKind.Third) => "@third",
        _ when item.Is(ItemKind.Authority) => "@authority",
        _ when item.Is(ItemKind.Outlet) => "@outlet",
        _ when item.Is(ItemKind.Name) => "@name",
        _ when item.Is(ItemKind.Money) => "@money",
        _ when item.Is(ItemKind.Percent) => "@percent",
        _ when item.Is(ItemKind.Number) => "@number",
        _ => Stem(item.Word),
    };

    private string Stem(string word)
    {
        if (!stems.TryGetValue(word, out var stem))
        {
            stems[word] = stem = Stems.Of(word);
        }

        return stem;
    }
}
