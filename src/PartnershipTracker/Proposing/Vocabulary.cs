using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipTracker.Proposing;

/// <summary>The words the rules know, kept as data in <c>vocabulary.json</c>. Cues are read as <see cref="Cues"/> says.</summary>
public sealed record Vocabulary
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The one that comes with the library.</summary>
    public static Vocabulary Default { get; } = Load();

    /// <summary>The first two are the pair the record is about.</summary>
    public required IReadOnlyList<KnownParty> Parties { get; init; }

    /// <summary>Ways to speak of the two together.</summary>
    public required IReadOnlyList<string> Pair { get; init; }

    /// <summary>Slugs of parties that can stand in for one of the two, and the words for what they then supply.</summary>
    public required IReadOnlyList<string> Substitutes { get; init; }
    public required IReadOnlyList<string> Substitution { get; init; }

    public required IReadOnlyList<string> Competing { get; init; }
    public required IReadOnlyList<string> Complementary { get; init; }

    /// <summary>Verbs between a source and what it says.</summary>
    public required IReadOnlyList<string> Reporting { get; init; }

    /// <summary>Kinds of documents that are quoted inside others.</summary>
    public required IReadOnlyList<string> Documents { get; init; }
    public required IReadOnlyList<string> DocumentVerbs { get; init; }

    /// <summary>Names that are publications.</summary>
    public required IReadOnlyList<string> Outlets { get; init; }

    /// <summary>Sources described but not named.</summary>
    public required IReadOnlyList<string> Unnamed { get; init; }
    public required IReadOnlyList<string> Forecast { get; init; }
    public required IReadOnlyList<string> Opinion { get; init; }
    public required IReadOnlyList<string> Denial { get; init; }

    /// <summary>Verbs of something that happened.</summary>
    public required IReadOnlyList<string> Happenings { get; init; }

    /// <exception cref="JsonException">Not a vocabulary.</exception>
    public static Vocabulary FromJson(string json) =>
        JsonSerializer.Deserialize<Vocabulary>(json, Json) ?? throw new JsonException("The vocabulary is empty.");

    /// <summary>Parties a text names, by any alias, in the vocabulary's order.</summary>
    public IReadOnlyList<KnownParty> PartiesIn(string text) =>
        [.. Parties.Where(party => party.Aliases.Any(alias => Cues.Find(text, alias) is { } at && char.IsUpper(text[at.Start]) == char.IsUpper(alias[0])))];

    private static Vocabulary Load()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream("PartnershipTracker.Proposing.vocabulary.json")!;
        using var reader = new StreamReader(stream);
        return FromJson(reader.ReadToEnd());
    }
}

/// <param name="Slug">Its address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Names, products, people and paraphrases that stand for it.</param>
public sealed record KnownParty(string Slug, string Name, IReadOnlyList<string> Aliases);
