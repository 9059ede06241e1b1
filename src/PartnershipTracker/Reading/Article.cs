using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>A captured text, read. All spans count in UTF-16 units of <see cref="Text"/> and are half-open.</summary>
public sealed record Article
{
    /// <summary>
    /// The readable text. Plain text: the decoded file itself, line ends and scraped lines included; only a leading byte
    /// order mark is left out. Other formats: what a reader sees, block by block, parted by empty lines.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The bytes as they were captured.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>SHA-256 of <see cref="Bytes"/>, lower-case hexadecimal.</summary>
    public required string BytesSha256 { get; init; }

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, lower-case hexadecimal.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>What the file was read as.</summary>
    public ArticleFormat Format { get; init; }

    /// <summary>What the file tells about itself; empty for plain text.</summary>
    public ArticleFields Fields { get; init; } = new();

    /// <summary>What is not read, in text order.</summary>
    public required IReadOnlyList<MarkedLine> Marked { get; init; }

    /// <summary>Every sentence that is read, once, in text order of its first place.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }
}

/// <summary>A sentence of the text.</summary>
/// <param name="Span">Its first place.</param>
/// <param name="Places">All places of the same words, in text order, the first included.</param>
public sealed record Sentence(TextSpan Span, IReadOnlyList<TextSpan> Places)
{
    /// <summary>Number of the passage it stands in, from 0.</summary>
    public int Passage { get; init; }

    /// <summary>Who speaks the passage, where a label names them.</summary>
    public TextSpan? Speaker { get; init; }
}

/// <summary>What reading a file came to.</summary>
public abstract record ReadResult
{
    private ReadResult()
    {
    }

    public sealed record Read(Article Article) : ReadResult;

    /// <param name="Why">A sentence for the person who sent the file.</param>
    public sealed record Refused(string Why) : ReadResult;
}
