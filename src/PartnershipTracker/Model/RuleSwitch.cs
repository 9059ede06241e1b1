namespace PartnershipTracker.Model;

/// <summary>A rule of the reading engine that an administrator switched off, or on again; later intakes keep to it.</summary>
public sealed class RuleSwitch : IRevised
{
    public required Guid Id { get; init; }

    /// <summary>What the rule decides, as in <see cref="Proposing.Reason"/>.</summary>
    public required string About { get; init; }

    public required string Rule { get; init; }
    public required bool IsOff { get; set; }
    public int Version { get; set; }
}
