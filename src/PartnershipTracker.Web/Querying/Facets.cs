namespace PartnershipTracker.Web.Querying;

/// <summary>What the slugs of an address name: all themes in the list's order, of parties and sources those asked for.</summary>
public sealed record FilterNames(
    IReadOnlyList<ThemeRow> Themes, IReadOnlyDictionary<string, string> Parties, IReadOnlyDictionary<string, string> Sources)
{
    public static readonly FilterNames None = new([], new Dictionary<string, string>(), new Dictionary<string, string>());
}

/// <summary>Counts beside the filter's values: the rows listed were that value the only one of its key, other keys kept.</summary>
public sealed record Facets
{
    public static readonly Facets None = new() { Of = new Dictionary<string, IReadOnlyList<FacetValue>>(), Total = 0, Undated = 0, WaysOut = [] };

    /// <summary>By key; chosen values stand in it with 0 too. Parties and sources with the most rows first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Of { get; init; }

    /// <summary>The rows there are under the whole filter.</summary>
    public required int Total { get; init; }

    /// <summary>Rows that only the dates asked for leave out, having none.</summary>
    public required int Undated { get; init; }

    /// <summary>Where there are no rows: keys that alone could be dropped, with the rows there would be, most first.</summary>
    public required IReadOnlyList<(string Key, int Count)> WaysOut { get; init; }

    public IReadOnlyList<FacetValue> this[string key] => Of.GetValueOrDefault(key, []);

    /// <summary>How many rows there are of each stance under the whole filter.</summary>
    public Balance Balance(ClaimFilter filter) => Querying.Balance.Of(this[ClaimFilter.StanceKey]
        .Select(v => (FilterWords.Stance(v.Value)!.Value, v.Count)).Where(s => filter.Stances.Count == 0 || filter.Stances.Contains(s.Value)));
}

/// <param name="Value">As the address writes it.</param>
/// <param name="Label">Its name; for stances, voices and kinds null, since pages have their own words.</param>
/// <param name="Count">Rows.</param>
public sealed record FacetValue(string Value, string? Label, int Count);
