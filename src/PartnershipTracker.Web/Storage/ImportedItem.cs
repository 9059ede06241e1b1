namespace PartnershipTracker.Web.Storage;

/// <summary>
/// Remembers that an item of a seed file was carried out, so that a second start changes nothing.
/// </summary>
public sealed class ImportedItem
{
    /// <summary>SHA-256 of the document the file decides on.</summary>
    public required string Batch { get; init; }

    /// <summary>The decision's id in the file.</summary>
    public required string ItemId { get; init; }

    /// <summary>The claim or event it made; null for a rejection.</summary>
    public Guid? ResultId { get; init; }
}
