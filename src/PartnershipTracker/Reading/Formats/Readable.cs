using PartnershipTracker.Model;

namespace PartnershipTracker.Reading.Formats;

/// <summary>What a captured file says to a reader, with its blocks and what it tells about itself.</summary>
internal sealed record Readable
{
    /// <summary>The readable text. Plain text: the decoded file itself. Other formats: their blocks, parted by empty lines.</summary>
    public required string Text { get; init; }

    /// <summary>Blocks in text order, none overlapping another; white space lies between them.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>Where parts of the text stand in the decoded file, in text order; empty where the format does not tell.</summary>
    public IReadOnlyList<TextRun> Runs { get; init; } = [];

    public ArticleFields Fields { get; init; } = new();
}

/// <summary>A part of the readable text that stands in the decoded file letter for letter.</summary>
/// <param name="Span">In the readable text.</param>
/// <param name="SourceStart">Where its first UTF-16 unit stands in the decoded file, without the byte order mark.</param>
internal readonly record struct TextRun(TextSpan Span, int SourceStart);
