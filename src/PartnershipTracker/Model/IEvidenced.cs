namespace PartnershipTracker.Model;

/// <summary>What a reader's filter can be asked of: a claim or an event.</summary>
public interface IEvidenced : IRevised
{
    /// <summary>First day of the date it is ranged by; null when none is known.</summary>
    DateOnly? Earliest { get; }
    DateOnly? Latest { get; }
    List<Theme> Themes { get; }
    List<Party> Parties { get; }
    List<Evidence> Evidence { get; }
}
