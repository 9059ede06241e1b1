namespace PartnershipTracker.Model;

/// <summary>What a claim or an event rests on: a span of a document's text, or a cited document with a note.</summary>
public sealed class Evidence
{
    public required Guid Id { get; init; }

    /// <summary>Set for a claim's evidence; else <see cref="EventId"/> is.</summary>
    public Guid? ClaimId { get; init; }
    public Guid? EventId { get; init; }

    public required Guid DocumentId { get; init; }
    public Document? Document { get; init; }

    /// <summary>Order within the claim or event, from 0.</summary>
    public required int Position { get; init; }

    public required EvidenceKind Kind { get; init; }

    /// <summary>Quoted: start of the span in the readable text; the next five belong to it too.</summary>
    public int? Start { get; init; }
    public int? End { get; init; }
    public string? Exact { get; init; }
    public string? Prefix { get; init; }
    public string? Suffix { get; init; }

    /// <summary>SHA-256 of <see cref="Exact"/> in UTF-8, lower-case hexadecimal.</summary>
    public string? ExactSha256 { get; init; }

    /// <summary>Quoted: the number of the <see cref="QuoteAnchor"/>.</summary>
    public int? Anchor { get; init; }

    /// <summary>Cited: what the document bears out, in our own words.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// Key of the origin: the innermost named link of the chain, else the document's publisher, else the document.
    /// Unnamed sources count once per document. A claim's strength is its number of distinct origins.
    /// </summary>
    public required string Origin { get; init; }

    /// <summary>Who says it, outermost first; empty when the document speaks for itself.</summary>
    public List<ChainLink> Chain { get; init; } = [];
}

public enum EvidenceKind
{
    Quoted,
    Cited,
}

/// <summary>One link of an attribution chain.</summary>
public sealed class ChainLink
{
    public required Guid EvidenceId { get; init; }

    /// <summary>0 is the outermost.</summary>
    public required int Position { get; init; }

    public required Guid SourceId { get; init; }
    public Source? Source { get; init; }

    /// <summary>The document's own wording, faults included ("MIT Research Review").</summary>
    public required string Words { get; init; }
}
