using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Editing;

/// <summary>A claim in full, as an editor or a seed file decided it.</summary>
public sealed record ClaimDraft
{
    public required string Statement { get; init; }
    public required Stance Stance { get; init; }
    public required IReadOnlyList<string> Themes { get; init; }
    public required Voice Voice { get; init; }
    public EdtfDate? Happened { get; init; }
    public string? HappenedWords { get; init; }
    public EdtfDate? Said { get; init; }
    public string? Note { get; init; }
    public required IReadOnlyList<EvidenceDraft> Evidence { get; init; }

    /// <summary>Events the claim speaks of although no quotes overlap.</summary>
    public IReadOnlyList<Guid> Events { get; init; } = [];

    /// <summary>Why it was decided so; the history's words.</summary>
    public string? Reason { get; init; }
}

/// <summary>An event in full.</summary>
public sealed record EventDraft
{
    public required string Title { get; init; }
    public string? Summary { get; init; }
    public required IReadOnlyList<string> Themes { get; init; }
    public EdtfDate? Date { get; init; }
    public string? DateWords { get; init; }
    public required IReadOnlyList<EvidenceDraft> Evidence { get; init; }
    public string? Reason { get; init; }
}

/// <summary>A quoted span, or (without one) a note on a cited document.</summary>
public sealed record EvidenceDraft(Guid DocumentId, TextSpan? Span, string? Note, IReadOnlyList<ChainDraft> Chain);

/// <summary>One link of who says it: the name we list it under, and the document's own words for it.</summary>
public sealed record ChainDraft(string Name, SourceKind Kind, string Words);
