namespace PartnershipTracker.Model;

/// <summary>On whose word, and in which mode, a sentence speaks.</summary>
public enum Voice
{
    /// <summary>Unknown.</summary>
    NotGiven,

    /// <summary>The document's own flat assertion.</summary>
    Fact,

    /// <summary>On a named or unnamed source's authority.</summary>
    Reported,

    /// <summary>A judgement, by author or source.</summary>
    Opinion,

    /// <summary>A prediction or hypothesis.</summary>
    Forecast,

    /// <summary>A party denies or rejects something.</summary>
    Denial,
}
