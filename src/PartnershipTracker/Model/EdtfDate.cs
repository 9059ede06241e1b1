namespace PartnershipTracker.Model;

/// <summary>A date in the Extended Date/Time Format (ISO 8601-2).</summary>
public sealed record EdtfDate(string Value, DateOnly Earliest, DateOnly Latest);
