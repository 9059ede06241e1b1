using PartnershipTracker.Web.Querying;

namespace PartnershipTracker.Web.Components.Parts;

/// <summary>A filter in English, for titles and the sentence that says what is shown.</summary>
public static class Naming
{
    /// <summary>“: Enterprise sales or Search, competing”; empty for an empty filter.</summary>
    public static string Suffix(ClaimFilter filter, IReadOnlyList<ThemeRow> themes)
    {
        var labels = filter.Themes.Select(slug => themes.FirstOrDefault(t => t.Slug == slug)?.Label ?? "no theme");
        var stances = filter.Stances.Select(stance => stance.ToString().ToLowerInvariant());
        var parts = new[] { string.Join(" or ", labels), string.Join(" or ", stances) }.Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? "" : ": " + string.Join(", ", parts);
    }
}
