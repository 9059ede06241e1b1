namespace PartnershipTracker.Web.Storage;

/// <summary>
/// Remembers that an item of a seed file was carried out, so that a second start changes nothing.
/// </summary>
public sealed class ImportedItem
{
    /// <summary>SHA-256 of the document the file decides on, or the name of the dossier.</summary>
    public required string Batch { get; init; }

    /// <summary>The decision's id in the file; of the dossier with its kind before it (<c>claim:ip-2032</c>).</summary>
    public required string ItemId { get; init; }

    /// <summary>What it made; null for a rejection.</summary>
    public Guid? ResultId { get; set; }

    /// <summary>Each field as it was last imported: where the store now says otherwise, someone touched it.</summary>
    public Dictionary<string, string> Fields { get; init; } = [];
}
