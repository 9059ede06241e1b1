using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>A part of the readable text that is shown but not read for claims.</summary>
/// <param name="Span">Half-open, in UTF-16 units.</param>
/// <param name="Kind">Why it is not read.</param>
/// <param name="Rule">Name of the rule that marked it.</param>
public sealed record MarkedLine(TextSpan Span, LineKind Kind, string Rule);

public enum LineKind
{
    /// <summary>Page furniture that came along with the text: share and subscribe lines, comment counts.</summary>
    Scraped,
    Heading,

    /// <summary>A fragment left over from something else.</summary>
    Debris,

    /// <summary>What stands before a passage's words: a speaker, a time, a dateline, an item's mark.</summary>
    Label,

    /// <summary>A line that stands earlier in the same text, word for word.</summary>
    Repeated,

    /// <summary>Program text.</summary>
    Code,
}
