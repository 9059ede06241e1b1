namespace PartnershipTracker.Model;

/// <summary>Who says something.</summary>
public sealed class Source : IRevised
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; set; }
    public required SourceKind Kind { get; set; }
    public string? Address { get; set; }

    /// <summary>Editors' judgement on the Admiralty scale; null is "not rated".</summary>
    public Reliability? Reliability { get; set; }

    public int Version { get; set; }
}

public enum SourceKind
{
    Publication,
    Company,
    Person,
    Regulator,
    Court,
    Dataset,

    /// <summary>A document quoted inside another ("an internal Microsoft document").</summary>
    Document,

    /// <summary>Described but not named ("some industry insiders").</summary>
    Unnamed,
}

/// <summary>Admiralty scale of source reliability (NATO AJP-2.1), A best to F "cannot be judged".</summary>
public enum Reliability
{
    A,
    B,
    C,
    D,
    E,
    F,
}
