namespace PartnershipTracker.Model;

/// <summary>One entry of the controlled list of subjects. A claim may carry none, one or several.</summary>
public sealed class Theme : IRevised
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Label { get; set; }
    public required string Definition { get; set; }

    /// <summary>Words and phrases that make the reading engine suggest this theme.</summary>
    public required List<string> Cues { get; set; }

    /// <summary>Place in every list, from 0.</summary>
    public required int Position { get; set; }

    public int Version { get; set; }
}
