using PartnershipTracker.Reading;

namespace PartnershipTracker.Model;

/// <summary>A captured text, or (without <see cref="Text"/>) a public document that is only cited.</summary>
public sealed class Document : IRevised
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }

    /// <summary>In square brackets where the document has no title and the words are ours.</summary>
    public required string Title { get; set; }

    public Guid? PublisherId { get; set; }
    public Source? Publisher { get; set; }
    public string? Address { get; set; }
    public EdtfDate? Published { get; set; }

    /// <summary>How the publication date is known, where the document does not carry one.</summary>
    public string? PublishedBasis { get; set; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; set; }

    public DateOnly? Accessed { get; set; }

    /// <summary>How near the document is to the facts, where someone judged it.</summary>
    public DocumentTier? Tier { get; set; }

    /// <summary>A remark on the copy or the address in our own words, such as “canonical address not found”.</summary>
    public string? Note { get; set; }

    public TextShown Shown { get; set; }
    public required DateTime RecordedAt { get; init; }
    public int Version { get; set; }

    public DocumentText? Text { get; set; }
}

/// <summary>How near a document is to the facts.</summary>
public enum DocumentTier
{
    /// <summary>The party's, court's or regulator's own.</summary>
    Primary,

    /// <summary>A leading outlet's own page.</summary>
    Top,

    /// <summary>Agency text.</summary>
    Wire,

    /// <summary>Trade press, law firms, regional newspapers.</summary>
    Trade,
}

/// <summary>What readers see of a document's text.</summary>
public enum TextShown
{
    Whole,

    /// <summary>Each quote with two sentences around it.</summary>
    Quotes,
}

/// <summary>The captured bytes and the readable text made of them; never edited.</summary>
public sealed class DocumentText
{
    public required Guid DocumentId { get; init; }
    public required byte[] Bytes { get; init; }
    public required string BytesSha256 { get; init; }

    /// <summary>What every span of this document counts in (UTF-16 units).</summary>
    public required string Readable { get; init; }

    public required string ReadableSha256 { get; init; }

    /// <summary>Version of the reader that made <see cref="Readable"/>.</summary>
    public required string Reader { get; init; }

    /// <summary>Version of the shingles the store keeps of it; null until it has been indexed.</summary>
    public string? Shingles { get; set; }

    /// <summary>Scraped lines, headings, debris and repeats, in text order.</summary>
    public required List<MarkedLine> Marked { get; init; }
}

/// <summary>
/// The number N of <c>#qN</c>: given once per distinct span of a document and never given again.
/// </summary>
public sealed class QuoteAnchor
{
    public required Guid DocumentId { get; init; }
    public required int Number { get; init; }
    public required int Start { get; init; }
    public required int End { get; init; }
}

/// <summary>A sampled shingle of a document's text: the index by which texts that share words are found.</summary>
public sealed class DocumentShingle
{
    public required long Hash { get; init; }
    public required Guid DocumentId { get; init; }
}

/// <summary>How much of two documents' texts is the same words; found when the later one was taken in.</summary>
public sealed class DocumentOverlap
{
    /// <summary>The later one.</summary>
    public required Guid DocumentId { get; init; }
    public required Guid EarlierId { get; init; }

    /// <summary>Share of the later one's shingles that stand in the earlier one, 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>Share of the earlier one's shingles that stand in the later one, 0 to 1.</summary>
    public required double EarlierShare { get; init; }
}
