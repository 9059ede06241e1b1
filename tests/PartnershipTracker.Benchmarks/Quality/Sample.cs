using System.Text.Json;
using System.Text.Json.Nodes;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Benchmarks.Quality;

/// <summary>One article, its gold, and what the engine makes of it.</summary>
public sealed record Sample(string Name, Article Article, Gold Gold, IReadOnlyList<Suggestion> Suggestions)
{
    private static readonly string Folder = AppContext.BaseDirectory;

    public static IReadOnlyList<Theme> Themes { get; } = ReadThemes();

    /// <summary>Rules may be tuned on the odd-numbered articles; the even-numbered ones are only reported on.</summary>
    public static IReadOnlyList<Sample> Odd { get; } = [.. Names.Where(name => (name[1] - '0') % 2 == 1).Select(Practice)];

    public static IReadOnlyList<Sample> Even => [.. Names.Where(name => (name[1] - '0') % 2 == 0).Select(Practice)];
    public static Sample Seed { get; } = Read("seed", "seeds/000_862f22007153cb7b.txt", "Gold/seed.json");

    /// <summary>The same article read with other weights.</summary>
    public Sample With(Vocabulary vocabulary)
    {
        EdtfDate.TryParse(Gold.Published, out var published);
        return this with { Suggestions = Proposer.Propose(Article, published, Themes, vocabulary) };
    }

    public IReadOnlyList<Suggestion> Claims => [.. Suggestions.Where(s => s.Kind == SuggestionKind.Claim)];
    public IReadOnlyList<Suggestion> Events => [.. Suggestions.Where(s => s.Kind == SuggestionKind.Event)];

    private static IEnumerable<string> Names =>
        Directory.GetFiles(Path.Combine(Folder, "Practice"), "*.gold.json").Select(file => Path.GetFileName(file)[..^".gold.json".Length]).Order(StringComparer.Ordinal);

    public static Sample Practice(string name)
    {
        var gold = $"Practice/{name}.gold.json";
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, gold)))!["file"]!.GetValue<string>();
        return Read(name, $"Practice/{file}", gold);
    }

    /// <summary>Statements of a dossier, each as a passage of its own.</summary>
    public static Sample Dossier(string file)
    {
        var claims = JsonNode.Parse(File.ReadAllText(file))!["claims"]!.AsArray();
        var gold = new Gold
        {
            Events = [],
            Claims = [.. claims.Select(claim => new GoldClaim
            {
                Quote = claim!["statement"]!.GetValue<string>(), Stance = claim["stance"]!.GetValue<string>(), Themes = claim["themes"].Deserialize<List<string>>()!,
            })],
        };
        var read = (ReadResult.Read)ArticleReader.Read(string.Join("\n\n", gold.Claims.Select(claim => claim.Quote)));
        return new Sample("dossier", read.Article, gold, Proposer.Propose(read.Article, null, Themes, Vocabulary.Default));
    }

    private static Sample Read(string name, string article, string goldFile)
    {
        var gold = Gold.Read(File.ReadAllText(Path.Combine(Folder, goldFile)));
        var bytes = File.ReadAllBytes(Path.Combine(Folder, article));
        var read = ArticleReader.Read(bytes, new ReadHints { FileName = article }) as ReadResult.Read ?? throw new InvalidOperationException($"{article} is not read.");
        EdtfDate.TryParse(gold.Published, out var published);
        return new Sample(name, read.Article, gold, Proposer.Propose(read.Article, published, Themes, Vocabulary.Default));
    }

    private static List<Theme> ReadThemes() =>
    [
        .. JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "seeds/themes.json")))!.AsArray().Select((theme, n) => new Theme
        {
            Id = Guid.Empty,
            Slug = theme!["slug"]!.GetValue<string>(),
            Label = theme["label"]!.GetValue<string>(),
            Definition = theme["definition"]!.GetValue<string>(),
            Cues = theme["cues"].Deserialize<List<string>>()!,
            Position = n,
        }),
    ];
}
