using System.Text.Json;
using System.Text.Json.Serialization;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;
using PartnershipTracker.Proposing.Weighing;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing;

/// <summary>The names and rules the engine knows, kept as data in <c>vocabulary.json</c>; patterns are read as <see cref="Rule"/> says.</summary>
public sealed record Vocabulary
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Lazy<Lexicon> names;

    public Vocabulary() => names = new Lazy<Lexicon>(() => new Lexicon(this, []));

    /// <summary>The one that comes with the library.</summary>
    public static Vocabulary Default { get; } = Load();

    /// <summary>The first two are the pair the record is about.</summary>
    public required IReadOnlyList<KnownParty> Parties { get; init; }

    /// <summary>Ways to speak of the two together.</summary>
    public required IReadOnlyList<string> Pair { get; init; }

    /// <summary>Publications.</summary>
    public required IReadOnlyList<KnownOutlet> Outlets { get; init; }

    /// <summary>Words that patterns name with <c>%</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; init; }

    [JsonIgnore]
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>How much each rule and word speaks for each answer.</summary>
    [JsonIgnore]
    public Weights Weights { get; init; } = Weights.Default;

    /// <exception cref="JsonException">Not a vocabulary.</exception>
    public static Vocabulary FromJson(string json) =>
        JsonSerializer.Deserialize<Vocabulary>(json, Json) ?? throw new JsonException("The vocabulary is empty.");

    /// <summary>Parties a text names, by any name, product or person, in the vocabulary's order.</summary>
    public IReadOnlyList<KnownParty> PartiesIn(string text)
    {
        var words = new WordTable(names.Value);
        var items = new ItemReader(text, words).Read(Tokens.Of(text, new TextSpan(0, text.Length)));
        return [.. Parties.Where(party => items.Any(item => item.Party == party))];
    }

    private static Vocabulary Load() =>
        FromJson(Resource("vocabulary")) with { Rules = JsonSerializer.Deserialize<List<Rule>>(Resource("rules"), Json)! };

    private static string Resource(string name)
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream($"PartnershipTracker.Proposing.{name}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>An organisation the rules know.</summary>
/// <param name="Slug">Its address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kinds">Classes its items get in patterns: <c>Microsoft</c>, <c>Third</c>, <c>Cloud</c>, <c>Lab</c>, <c>Authority</c>.</param>
/// <param name="Aliases">Other names and paraphrases; one that begins with a capital counts only with it.</param>
/// <param name="Products">Names of its products.</param>
/// <param name="People">Full names of people who speak for it; the last name alone counts too.</param>
public sealed record KnownParty(
    string Slug, string Name, IReadOnlyList<string> Kinds, IReadOnlyList<string> Aliases, IReadOnlyList<string> Products, IReadOnlyList<string> People);

/// <summary>A publication.</summary>
/// <param name="Name">In full.</param>
/// <param name="Aliases">What it is called for short.</param>
public sealed record KnownOutlet(string Name, IReadOnlyList<string> Aliases);
