namespace PartnershipTracker.Model;

/// <summary>An organisation or person the record is about.</summary>
public sealed class Party
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; set; }
}
