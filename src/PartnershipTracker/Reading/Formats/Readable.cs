namespace PartnershipTracker.Reading.Formats;

/// <summary>What a captured file says to a reader, with its blocks and what it tells about itself.</summary>
internal sealed record Readable
{
    /// <summary>The readable text. Plain text: the decoded file itself. Other formats: their blocks, parted by empty lines.</summary>
    public required string Text { get; init; }

    /// <summary>Blocks in text order, none overlapping another; white space lies between them.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    public ArticleFields Fields { get; init; } = new();
}
