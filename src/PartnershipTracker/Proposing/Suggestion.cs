using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing;

public enum SuggestionKind
{
    Claim,
    Event,
    Source,
}

/// <summary>
/// What the reading engine suggests for one sentence (claims, events) or one name (sources). It is written once and
/// never edited: what an editor made of it is found by comparing with it.
/// </summary>
public sealed record Suggestion
{
    public required SuggestionKind Kind { get; init; }

    /// <summary>Claims and events: the whole sentence. Sources: the name where it first stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Other places of the same sentence in the same text (a repeated body), in text order.</summary>
    public IReadOnlyList<TextSpan> AlsoAt { get; init; } = [];

    /// <summary>A claim's statement, an event's title, a source's name.</summary>
    public required string Words { get; init; }

    public Stance Stance { get; init; }

    /// <summary>Theme slugs, in the list's order.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    public Voice Voice { get; init; }

    /// <summary>
    /// Who says it, outermost first; empty when the document speaks for itself. A source: itself, with its kind.
    /// </summary>
    public IReadOnlyList<NamedSource> Chain { get; init; } = [];

    /// <summary>When it happened (events) or was true (claims), as far as the sentence tells.</summary>
    public ResolvedDate? Date { get; init; }

    /// <summary>Every rule that fired, with the words that made it fire.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }
}

/// <summary>A source as the text names it; <see cref="Kind"/> is the engine's guess.</summary>
public sealed record NamedSource(string Name, SourceKind Kind);

/// <summary>Why something was suggested.</summary>
/// <param name="About">What it decided: <c>claim</c>, <c>event</c>, <c>stance</c>, <c>theme enterprise-sales</c>, <c>who says it</c>, <c>voice</c>, <c>date</c>.</param>
/// <param name="Rule">The rule's name, stable across versions.</param>
/// <param name="Words">The words of the text that made it fire.</param>
public sealed record Reason(string About, string Rule, string Words);
