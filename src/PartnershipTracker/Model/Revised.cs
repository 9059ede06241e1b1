namespace PartnershipTracker.Model;

/// <summary>
/// Something whose every version is kept: the store raises <see cref="Version"/> by one with each write, refuses a write
/// based on an older version, and appends a <see cref="Revision"/> in the same transaction.
/// </summary>
public interface IRevised
{
    Guid Id { get; }
    int Version { get; set; }
}

/// <summary>One version of one subject, append-only.</summary>
public sealed class Revision
{
    public required Guid SubjectId { get; init; }

    /// <summary>The subject's version this row describes, from 1.</summary>
    public required int Number { get; init; }

    /// <summary><c>Claim</c>, <c>PartnershipEvent</c>, <c>Document</c>, <c>Source</c> or <c>Theme</c>.</summary>
    public required string Subject { get; init; }

    public required DateTime At { get; init; }
    public required string By { get; init; }
    public required string Why { get; init; }

    /// <summary>The subject as JSON, evidence included.</summary>
    public required string Snapshot { get; init; }

    /// <summary>SHA-256 of <see cref="Snapshot"/> in UTF-8, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }
}
