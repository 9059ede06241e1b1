using System.Text.Json;
using System.Text.Json.Nodes;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Tests;

/// <summary>Articles with what careful readers found in them.</summary>
internal static class Samples
{
    public static readonly IReadOnlyList<Theme> Themes = ReadThemes();

    public static Sample Seed { get; } = Sample.Read("seeds/000_862f22007153cb7b.txt", "Gold/seed.json");

    /// <summary>Read while the rules were written.</summary>
    public static IReadOnlyList<string> Seen { get; } = ["01-wire-third-round", "09-note-bedrock"];

    /// <summary>Not looked at while the rules were written; keep it so.</summary>
    public static IReadOnlyList<string> Unseen { get; } = ["03-mt-same-bed", "06-feature-long-engagement", "12-suleyman-twice"];

    public static Sample Practice(string name) => Sample.Read($"Practice/{name}.txt", $"Practice/{name}.gold.json");

    public static Article Read(string text) => Assert.IsType<ReadResult.Read>(ArticleReader.Read(text)).Article;

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, file);

    private static List<Theme> ReadThemes() =>
    [
        .. JsonNode.Parse(File.ReadAllText(PathOf("seeds/themes.json")))!.AsArray().Select((theme, n) => new Theme
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

/// <summary>One article, its gold, and what the engine makes of it.</summary>
internal sealed record Sample(Article Article, JsonNode Gold, IReadOnlyList<Suggestion> Suggestions)
{
    public IEnumerable<Suggestion> Claims => Suggestions.Where(s => s.Kind == SuggestionKind.Claim);
    public IEnumerable<Suggestion> Events => Suggestions.Where(s => s.Kind == SuggestionKind.Event);

    public static Sample Read(string article, string gold)
    {
        var read = Assert.IsType<ReadResult.Read>(ArticleReader.Read(File.ReadAllBytes(Samples.PathOf(article)))).Article;
        var json = JsonNode.Parse(File.ReadAllText(Samples.PathOf(gold)))!;
        EdtfDate.TryParse(json["published"]!.GetValue<string>(), out var published);
        return new Sample(read, json, Proposer.Propose(read, published, Samples.Themes, Vocabulary.Default));
    }

    /// <summary>Gold claims with the suggestion on just their words, or null.</summary>
    public List<(JsonNode Gold, Suggestion? Suggestion)> Matched =>
        [.. Gold["claims"]!.AsArray().Select(claim => (claim!, Claims.FirstOrDefault(s => Fold(s.Words) == Fold(claim!["quote"]!.GetValue<string>()))))];

    /// <summary>With runs of white space as one space, as the gold counts.</summary>
    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
