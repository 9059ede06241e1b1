namespace PartnershipTracker.Model;

/// <summary>
/// One declarative sentence in the tracker's own words that rests on at least one piece of <see cref="Evidence"/>. A
/// claim whose stance is not neutral is a point.
/// </summary>
public sealed class Claim : IEvidenced
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Statement { get; set; }
    public required Stance Stance { get; set; }
    public required Voice Voice { get; set; }

    /// <summary>When it was true or happened.</summary>
    public EdtfDate? Happened { get; set; }

    /// <summary>The source's words for <see cref="Happened"/>.</summary>
    public string? HappenedWords { get; set; }

    /// <summary>When it was said.</summary>
    public EdtfDate? Said { get; set; }

    /// <summary>First day of the first known of happened, said, published; null when none is known.</summary>
    public DateOnly? Earliest { get; set; }

    /// <summary>Last day of the same date as <see cref="Earliest"/>.</summary>
    public DateOnly? Latest { get; set; }

    /// <summary>An editor's remark in Markdown; <see cref="NoteHtml"/> is its sanitised rendering, made when saved.</summary>
    public string? Note { get; set; }
    public string? NoteHtml { get; set; }

    public required PublicationState State { get; set; }
    public string? WithdrawnBecause { get; set; }
    public required Provenance Provenance { get; init; }
    public required string Author { get; init; }
    public required DateTime RecordedAt { get; init; }
    public int Version { get; set; }

    public List<Theme> Themes { get; init; } = [];
    public List<Party> Parties { get; init; } = [];
    public List<Evidence> Evidence { get; init; } = [];
    public List<ClaimEvent> Events { get; init; } = [];

    /// <summary>Those recorded with this claim; others may point at it.</summary>
    public List<ClaimRelation> Relations { get; init; } = [];
}

public enum PublicationState
{
    Unreviewed,

    /// <summary>Someone other than the author checked the quote.</summary>
    Reviewed,

    /// <summary>Keeps its address and says why; out of lists, counts, search and feeds.</summary>
    Withdrawn,
}

/// <summary>Where a record comes from.</summary>
public enum Provenance
{
    Editor,
    SeedReview,
    Dossier,
}
