namespace PartnershipTracker.Model;

/// <summary>
/// Something that happened, dated as precisely as the evidence allows. It has no stance of its own: it shows the stances
/// of its linked claims.
/// </summary>
public sealed class PartnershipEvent : IEvidenced
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; set; }
    public string? Summary { get; set; }
    public EdtfDate? Date { get; set; }

    /// <summary>The source's words for <see cref="Date"/>.</summary>
    public string? DateWords { get; set; }

    public DateOnly? Earliest { get; set; }
    public DateOnly? Latest { get; set; }
    public required PublicationState State { get; set; }
    public string? WithdrawnBecause { get; set; }
    public required Provenance Provenance { get; init; }
    public required string Author { get; init; }
    public required DateTime RecordedAt { get; init; }
    public int Version { get; set; }

    public List<Theme> Themes { get; init; } = [];
    public List<Party> Parties { get; init; } = [];
    public List<Evidence> Evidence { get; init; } = [];
    public List<ClaimEvent> Claims { get; init; } = [];
}

/// <summary>A claim that speaks of an event.</summary>
public sealed class ClaimEvent
{
    public required Guid ClaimId { get; init; }
    public required Guid EventId { get; init; }
    public required LinkedBy By { get; init; }

    public Claim? Claim { get; init; }
    public PartnershipEvent? Event { get; init; }
}

public enum LinkedBy
{
    /// <summary>Their quotes overlap in one document.</summary>
    Overlap,
    Editor,
}
