using System.ComponentModel.DataAnnotations;

namespace PartnershipTracker.Web;

/// <summary>Settings under <c>Tracker:</c>; relative paths count from the content root. Checked at start.</summary>
public sealed class TrackerOptions
{
    public const string Section = "Tracker";

    /// <summary>Holds <c>tracker.db</c> and the keys that sign cookies.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>Holds <c>themes.json</c> and the articles with their review decisions.</summary>
    [Required]
    public string SeedsFolder { get; set; } = "seeds";

    [Range(1, 24 * 60)]
    public int SignInLinkMinutes { get; set; } = 60;
}
