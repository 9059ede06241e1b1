namespace PartnershipTracker.Web.Importing;

/// <summary>What an import did, or (with <see cref="Faults"/>) why it did nothing.</summary>
public sealed record ImportReport
{
    /// <summary>Not empty: the file was refused and nothing was stored.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Sources, documents, events and claims, each counted once: as added, updated, left or unchanged.</summary>
    public int Added { get; init; }
    public int Updated { get; init; }
    public int Unchanged { get; init; }

    /// <summary>Records with a field that someone touched since the last import and the file would have otherwise; one line each.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>Records of an earlier import that the file no longer has; they stay as they are.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    public static ImportReport Refused(IReadOnlyList<string> faults) => new() { Faults = faults };

    public string Summary => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{Added} added, {Updated} updated, {Unchanged} unchanged, {Left.Count} left because touched, {Gone.Count} gone from the file.");
}
