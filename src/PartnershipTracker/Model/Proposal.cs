using PartnershipTracker.Proposing;

namespace PartnershipTracker.Model;

/// <summary>A suggestion of the reading engine waiting for, or bearing, an editor's decision.</summary>
public sealed class Proposal
{
    public required Guid Id { get; init; }
    public required Guid DocumentId { get; init; }
    public required SuggestionKind Kind { get; init; }
    public required int Start { get; init; }
    public required int End { get; init; }

    /// <summary>What was suggested; never edited.</summary>
    public required Suggestion Suggestion { get; init; }

    /// <summary>Version of the rules that made it.</summary>
    public required string RuleSet { get; init; }

    public required ProposalState State { get; set; }
    public string? Reason { get; set; }
    public string? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }

    /// <summary>The claim, event or source that came of it.</summary>
    public Guid? ResultId { get; set; }

    public int Version { get; set; }
}

public enum ProposalState
{
    Pending,

    /// <summary>Published just as suggested.</summary>
    Accepted,

    /// <summary>Published with other words, stance, themes, voice, chain or date than suggested.</summary>
    Changed,
    Rejected,
}
