namespace PartnershipTracker.Reading;

/// <summary>What is known about a captured file besides its bytes; each may be missing, and none is trusted beyond its purpose.</summary>
public sealed record ReadHints
{
    /// <summary>Only its extension counts.</summary>
    public string? FileName { get; init; }

    /// <summary>As a browser or server states it, with or without parameters: <c>text/html; charset=utf-8</c>.</summary>
    public string? MediaType { get; init; }

    /// <summary>Character set the text was declared to be in; the media type's own parameter counts where this is missing.</summary>
    public string? Charset { get; init; }

    /// <summary>Where the file was captured. Never called.</summary>
    public string? Address { get; init; }
}
