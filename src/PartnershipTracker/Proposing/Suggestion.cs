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

    /// <summary>Other places of the same words in the same text (a repeated body), and further sentences that say no more.</summary>
    public IReadOnlyList<TextSpan> AlsoAt { get; init; } = [];

    /// <summary>2 for the other half of a sentence of two minds, which quotes its clause; else 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>Claims: concrete, verifiable, and bearing on one of the two or their dealings.</summary>
    public bool CheckWorthy { get; init; }

    /// <summary>Claims: how likely the stance is right, 0 to 1, as measured on practice articles.</summary>
    public double Confidence { get; init; }

    /// <summary>Figures of the sentence, in text order.</summary>
    public IReadOnlyList<Amount> Amounts { get; init; } = [];

    /// <summary>Slugs of the parties the sentence speaks of, by name or by pointer.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

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

/// <summary>A source as the text names it.</summary>
/// <param name="Name">The text's own wording: “she”, “the newspaper”, “MIT Research Review”.</param>
/// <param name="Kind">The engine's guess.</param>
public sealed record NamedSource(string Name, SourceKind Kind)
{
    /// <summary>The name the article gives in full, or the vocabulary's; the wording itself where neither has one.</summary>
    public string Canonical { get; init; } = Name;
}

/// <summary>Why something was suggested.</summary>
/// <param name="About">What it decided: <c>claim</c>, <c>event</c>, <c>stance</c>, <c>theme enterprise-sales</c>, <c>who says it</c>, <c>voice</c>, <c>date</c>.</param>
/// <param name="Rule">The rule's name, stable across versions.</param>
/// <param name="Words">The words of the text that made it fire.</param>
public sealed record Reason(string About, string Rule, string Words);
