using PartnershipTracker.Model;
using PartnershipTracker.Web.Querying;

namespace PartnershipTracker.Web.Components.Parts;

/// <summary>A filter in English, for titles and the sentence that says what is shown.</summary>
public static class Naming
{
    /// <summary>“: Enterprise sales or Search, competing, naming OpenAI, quoted, dated 2023”; empty for an empty filter.</summary>
    public static string Suffix(ClaimFilter filter, FilterNames names)
    {
        var parts = ClaimFilter.Keys.Select(key => Phrase(filter, names, key)).OfType<string>().ToList();
        return parts.Count == 0 ? "" : ": " + string.Join(", ", parts);
    }

    /// <summary>What the values of one key ask for; null where none do.</summary>
    public static string? Phrase(ClaimFilter filter, FilterNames names, string key)
    {
        var values = string.Join(" or ", filter.Values(key).Select(value => Of(key, value, names)));
        return values.Length == 0 ? null : key switch
        {
            ClaimFilter.StanceKey or ClaimFilter.EvidenceKey => values.ToLowerInvariant(),
            ClaimFilter.PartyKey => $"about {values}",
            ClaimFilter.SourceKey => $"said by {values}",
            ClaimFilter.VoiceKey => $"voice {values.ToLowerInvariant()}",
            ClaimFilter.YearKey => $"dated {values}",
            ClaimFilter.FromKey => $"from {filter.From!.InWords}",
            ClaimFilter.ToKey => $"to {filter.To!.InWords}",
            _ => values,
        };
    }

    /// <summary>The label of a value as the address writes it.</summary>
    public static string Of(string key, string value, FilterNames names) => key switch
    {
        ClaimFilter.ThemeKey => names.Themes.FirstOrDefault(t => t.Slug == value)?.Label ?? "no theme",
        ClaimFilter.StanceKey => Wording.Of(FilterWords.Stance(value) ?? Stance.Neutral),
        ClaimFilter.PartyKey => names.Parties.GetValueOrDefault(value, value),
        ClaimFilter.SourceKey => names.Sources.GetValueOrDefault(value, value),
        ClaimFilter.VoiceKey => Wording.Of(FilterWords.Voice(value) ?? Voice.NotGiven),
        ClaimFilter.EvidenceKey => value == FilterWords.Of(EvidenceKind.Quoted) ? "Quoted" : "Cited",
        _ => value,
    };

    public static string Of(PointSort sort) => sort switch
    {
        PointSort.Earliest => "earliest first",
        PointSort.Latest => "latest first",
        PointSort.Strength => "most origins first",
        PointSort.Recorded => "recorded last first",
        _ => "quoted first",
    };
}
