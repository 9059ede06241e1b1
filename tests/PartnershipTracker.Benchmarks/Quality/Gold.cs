using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipTracker.Benchmarks.Quality;

/// <summary>What careful readers found in an article; the shape is told in <c>Practice/README.md</c>.</summary>
public sealed record Gold
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public string? Published { get; init; }
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Every sentence in order; the seed's gold has none.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];
    public IReadOnlyList<string> SentencesCheckworthy { get; init; } = [];
    public required IReadOnlyList<GoldClaim> Claims { get; init; }
    public required IReadOnlyList<GoldEvent> Events { get; init; }
    public IReadOnlyList<GoldDate> Temporal { get; init; } = [];

    public static Gold Read(string json) => JsonSerializer.Deserialize<Gold>(json, Json)!;
}

public sealed record GoldClaim
{
    public required string Quote { get; init; }
    public required string Stance { get; init; }
    public string? AltStance { get; init; }
    public required IReadOnlyList<string> Themes { get; init; }
    public string? Attribution { get; init; }
    public string? AttributionText { get; init; }
    public IReadOnlyList<string>? AttributionChain { get; init; }
    public string? Voice { get; init; }
    public bool Sure { get; init; }

    /// <summary>Everyone who may be named as saying it.</summary>
    [JsonIgnore]
    public IEnumerable<string> Sayers => new[] { Attribution, AttributionText }.OfType<string>().Concat(AttributionChain ?? []);
}

public sealed record GoldEvent
{
    public required string Quote { get; init; }
    public required string Title { get; init; }
    public string? Date { get; init; }
    public IReadOnlyList<string> DateAccept { get; init; } = [];

    public bool Accepts(string? date) => date == Date || (date is not null && DateAccept.Contains(date));
}

public sealed record GoldDate
{
    public required string Quote { get; init; }
    public required string Text { get; init; }
    public string? Value { get; init; }
    public IReadOnlyList<string> Accept { get; init; } = [];
}
