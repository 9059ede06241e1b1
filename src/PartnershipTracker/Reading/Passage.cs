using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>A block of the readable text; no sentence crosses its ends.</summary>
/// <param name="Span">From its first word to its last; half-open, in UTF-16 units.</param>
/// <param name="Kind">What the captured file says it is; plain text knows prose only.</param>
public sealed record Passage(TextSpan Span, PassageKind Kind);

public enum PassageKind
{
    Prose,
    Heading,
    ListItem,
    TableCell,
    Code,
}
