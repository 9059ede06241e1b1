using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>What a captured file tells about itself; null where it does not.</summary>
public sealed record ArticleFields
{
    public string? Title { get; init; }
    public string? Author { get; init; }

    /// <summary>The publication that carries it.</summary>
    public string? Site { get; init; }

    public EdtfDate? Published { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; init; }
}
