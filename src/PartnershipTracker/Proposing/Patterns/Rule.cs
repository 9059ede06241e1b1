namespace PartnershipTracker.Proposing.Patterns;

/// <summary>A rule of the vocabulary: patterns, and what they speak for.</summary>
/// <param name="Name">Stable, kebab-case.</param>
/// <param name="About">What it decides: <c>stance</c>, <c>voice</c>, <c>event</c>, <c>theme</c>, <c>concrete</c>.</param>
/// <param name="Value">What it speaks for: a stance, a voice, a theme's slug.</param>
/// <param name="Weight">1 weak to 4 strong.</param>
/// <param name="Needs">Whom the sentence must be about for it to count.</param>
/// <param name="Patterns">See <see cref="Pattern"/>.</param>
public sealed record Rule(string Name, string About, string Value, double Weight, Needs Needs, IReadOnlyList<string> Patterns)
{
    /// <summary>Rules that do not count in the same half of a sentence where this one fires.</summary>
    public IReadOnlyList<string> Over { get; init; } = [];

    /// <summary>Slugs of themes a sentence has where this rule fires.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];
}

public enum Needs
{
    /// <summary>The article's topic is enough.</summary>
    Topic,

    /// <summary>One of the two is named or pointed to.</summary>
    One,

    /// <summary>Both are, or the two together.</summary>
    Two,
}
