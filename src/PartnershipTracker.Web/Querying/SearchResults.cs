using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Querying;

/// <summary>What a search found.</summary>
public sealed record SearchResults
{
    public static readonly SearchResults None = new() { Counts = new Dictionary<SearchGroup, int>() };

    /// <summary>How many there are under the filters, whichever group is chosen.</summary>
    public required IReadOnlyDictionary<SearchGroup, int> Counts { get; init; }

    /// <summary>Words were taken for beginnings, because nothing has them as they are.</summary>
    public bool AsBeginnings { get; init; }

    /// <summary>The place to go on from is not there; these are the first.</summary>
    public bool IsLost { get; init; }

    public SearchFacets Facets { get; init; } = SearchFacets.None;
    public IReadOnlyList<FoundClaim> Claims { get; init; } = [];
    public IReadOnlyList<FoundEvent> Events { get; init; } = [];
    public IReadOnlyList<FoundPlace> Places { get; init; } = [];
    public IReadOnlyList<FoundSource> Sources { get; init; } = [];

    /// <summary>Where the one listed group goes on; null at its end.</summary>
    public long? Next { get; init; }

    /// <summary>Other searches that find something, where this one finds nothing.</summary>
    public IReadOnlyList<WayOut> WaysOut { get; init; } = [];

    public int All => Counts.Values.Sum();

    public int Of(SearchGroup group) => Counts.GetValueOrDefault(group);
}

/// <param name="Row">The claim.</param>
/// <param name="Statement">Its statement, hits marked.</param>
/// <param name="Evidence">The part of its quotes and notes that was hit.</param>
public sealed record FoundClaim(ClaimRow Row, HitText Statement, HitText? Evidence);

public sealed record FoundEvent(EventRow Row, HitText Title, HitText? Words);

/// <summary>A place in a document, or the document itself where its title was hit.</summary>
/// <param name="Slug">The document's.</param>
/// <param name="Title">The document's, hits marked.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Published">When.</param>
/// <param name="Words">What was hit; null where only the title was.</param>
/// <param name="Anchor">Number of the quote that was hit.</param>
/// <param name="Exactly">Words by which the place is found where no quote was hit.</param>
public sealed record FoundPlace(string Slug, HitText Title, string? Publisher, EdtfDate? Published, HitText? Words, int? Anchor, string? Exactly);

public sealed record FoundSource(string Slug, SourceKind Kind, HitText Name, HitText? Aliases);

/// <param name="Words">Another search.</param>
/// <param name="Instead">The word it has instead of one that is found nowhere; null where it just drops one.</param>
/// <param name="Dropped">The term it does not have.</param>
/// <param name="Count">What it finds.</param>
public sealed record WayOut(SearchWords Words, string? Instead, SearchTerm Dropped, int Count);

/// <summary>Claims and events found by theme slug (<see cref="ClaimFilter.NoTheme"/> included) and by stance; a missing one is 0.</summary>
public sealed record SearchFacets(IReadOnlyDictionary<string, int> Themes, IReadOnlyDictionary<Stance, int> Stances)
{
    public static readonly SearchFacets None = new(new Dictionary<string, int>(), new Dictionary<Stance, int>());
}
