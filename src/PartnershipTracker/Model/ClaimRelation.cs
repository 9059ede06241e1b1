namespace PartnershipTracker.Model;

/// <summary>
/// How one claim bears on another: <see cref="ClaimId"/> supersedes <see cref="OtherId"/>. The kinds that hold both ways
/// are kept once for the pair, in either order.
/// </summary>
public sealed class ClaimRelation
{
    public required Guid ClaimId { get; init; }
    public required Guid OtherId { get; init; }
    public required RelationKind Kind { get; init; }

    public Claim? Claim { get; init; }
    public Claim? Other { get; init; }
}

public enum RelationKind
{
    /// <summary>Both cannot be right. Holds both ways.</summary>
    Contradicts,

    /// <summary>What the other says was so until this one.</summary>
    Supersedes,

    /// <summary>Narrows the other or sets a condition.</summary>
    Qualifies,

    /// <summary>Holds both ways.</summary>
    SameAs,
}
