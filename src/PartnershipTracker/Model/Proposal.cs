using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;

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

    /// <summary>Version of the rules that made it, with a fingerprint of those switched off.</summary>
    public required string RuleSet { get; init; }

    /// <summary>Claims and events: key of the quoted words, see <see cref="SentenceWords.Key"/>.</summary>
    public long? WordsKey { get; set; }

    /// <summary>
    /// The proposal of an earlier document that says the same, where <see cref="State"/> is
    /// <see cref="ProposalState.Repeated"/>; that one is never a repeat itself.
    /// </summary>
    public Guid? SameAsId { get; set; }

    /// <summary>Its date read anew after the document's publication date was corrected, in order.</summary>
    public List<DateReading> Readings { get; set; } = [];

    /// <summary>The date as it is read now.</summary>
    public ResolvedDate? Date => Readings is [.., var last] ? last.Date : Suggestion.Date;

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

    /// <summary>Says what an earlier document's proposal says: not listed, kept as a further place of that one.</summary>
    Repeated,
}

/// <summary>A date read once more.</summary>
/// <param name="Date">What the same words mean now.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who corrected the publication date.</param>
/// <param name="Why">Their reason.</param>
public sealed record DateReading(ResolvedDate Date, DateTime At, string By, string Why);
