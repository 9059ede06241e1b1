using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace PartnershipTracker.Web.Querying;

/// <summary>The groups search finds, in the order they are shown.</summary>
public enum SearchGroup
{
    Claims,
    Events,
    Documents,
    Sources,
}

/// <summary>A search exactly as the query string says it; printed in one canonical order.</summary>
public sealed record SearchRequest
{
    public const string WordsKey = "q";
    public const string GroupKey = "kind";
    public const string AfterKey = "after";

    /// <summary>As typed.</summary>
    public required string Typed { get; init; }
    public required SearchWords Words { get; init; }

    /// <summary>The one group to list; null for the first few of each.</summary>
    public SearchGroup? Group { get; init; }

    /// <summary>Themes and stances, which claims and events have.</summary>
    public required ClaimFilter Filter { get; init; }

    /// <summary>Row of the index after which the list goes on; 0 for its start.</summary>
    public long After { get; init; }

    /// <summary>Keys and values that mean nothing here, each as it was given.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Keys of the filter that search does not ask for.</summary>
    private static readonly IReadOnlyList<string> Unused =
        [.. ClaimFilter.Keys.Except([ClaimFilter.ThemeKey, ClaimFilter.StanceKey]), .. ClaimFilter.ShowingKeys];

    public static SearchRequest FromQuery(IQueryCollection query, IReadOnlyList<ThemeRow> themes)
    {
        var typed = string.Join(' ', query[WordsKey].OfType<string>()).Trim();
        var filter = ClaimFilter.FromQuery(query, FilterNames.None with { Themes = themes }, Unused);
        var ignored = filter.Ignored.Where(key => key is not (WordsKey or GroupKey or AfterKey)).ToList();
        var groups = query[GroupKey].OfType<string>().Where(value => value.Length > 0).ToList();
        ignored.AddRange(groups.Where(value => Parse(value) is null).Select(value => $"{GroupKey}={value}"));
        var group = groups.Select(Parse).FirstOrDefault(known => known is not null);
        var after = query[AfterKey].OfType<string>().FirstOrDefault();
        var isPlace = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0 && group is not null;
        if (after is not null && !isPlace)
        {
            ignored.Add($"{AfterKey}={after}");
        }

        return new SearchRequest
        {
            Typed = typed,
            Words = SearchWords.Read(typed),
            Group = group,
            Filter = filter with { Ignored = [] },
            After = isPlace ? row : 0,
            Ignored = ignored,
        };
    }

    /// <summary>Another search under the same filters, from its start.</summary>
    public SearchRequest For(SearchWords words) => this with { Typed = words.ToString(), Words = words, After = 0 };

    public string Address
    {
        get
        {
            var query = new QueryBuilder();
            if (Typed.Length > 0)
            {
                query.Add(WordsKey, Typed);
            }

            if (Group is { } group)
            {
                query.Add(GroupKey, Name(group));
            }

            var filter = Filter.On("").TrimStart('?');
            var address = Links.Search + query.ToQueryString();
            address += filter.Length == 0 ? "" : (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + filter;
            return After == 0 ? address : string.Create(CultureInfo.InvariantCulture, $"{address}&{AfterKey}={After}");
        }
    }

    private static string Name(SearchGroup group) => group.ToString().ToLowerInvariant();

    private static SearchGroup? Parse(string value) =>
        Enum.GetValues<SearchGroup>().Cast<SearchGroup?>().FirstOrDefault(group => Name(group!.Value) == value);
}
