namespace PartnershipTracker.Web.Storage;

/// <summary>One name of a source, its own or an alias; <see cref="Key"/> is the name folded for comparing.</summary>
public sealed class SourceName
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required Guid SourceId { get; init; }
}
