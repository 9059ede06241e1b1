using Microsoft.AspNetCore.Http.Extensions;
using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Querying;

/// <summary>
/// What a reader asked to see, exactly as the query string says it. Values of one key are alternatives, keys narrow each
/// other down. Printed in one canonical order, so that equal filters have equal addresses. What it means in the store is
/// in <see cref="FilterMatching"/>.
/// </summary>
public sealed record ClaimFilter
{
    public const string ThemeKey = "theme";
    public const string StanceKey = "stance";
    public const string PartyKey = "party";
    public const string SourceKey = "source";
    public const string VoiceKey = "voice";
    public const string EvidenceKey = "evidence";
    public const string YearKey = "year";
    public const string FromKey = "from";
    public const string ToKey = "to";
    public const string SortKey = "sort";
    public const string AfterKey = "after";
    public const string ViewKey = "view";
    public const string TableView = "table";

    /// <summary>The value of <c>theme</c> for what carries no theme.</summary>
    public const string NoTheme = "none";

    public static readonly ClaimFilter Everything = new();

    /// <summary>The keys that say which rows there are, in canonical order; the others say how they are shown.</summary>
    public static readonly IReadOnlyList<string> Keys =
        [ThemeKey, StanceKey, PartyKey, SourceKey, VoiceKey, EvidenceKey, YearKey, FromKey, ToKey];

    /// <summary>How rows are shown; what lists events has none of them.</summary>
    public static readonly IReadOnlyList<string> ShowingKeys = [SortKey, AfterKey, ViewKey];

    /// <summary>Theme slugs, <see cref="NoTheme"/> last.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];
    public IReadOnlyList<Stance> Stances { get; init; } = [];

    /// <summary>Slugs of parties.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>Slugs of sources: the document's publisher or any link of who says it.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
    public IReadOnlyList<Voice> Voices { get; init; } = [];

    /// <summary>Has at least one piece of evidence of the kind.</summary>
    public IReadOnlyList<EvidenceKind> Kinds { get; init; } = [];

    /// <summary>A date belongs to every year it overlaps.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];
    public EdtfDate? From { get; init; }
    public EdtfDate? To { get; init; }
    public PointSort Sort { get; init; }
    public bool IsTable { get; init; }

    /// <summary>Slug of the last claim of the page before; null for the first page.</summary>
    public string? After { get; init; }

    /// <summary>Keys and values that mean nothing here, each as it was given; the page names them.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>The range was given the wrong way round and is read the other way.</summary>
    public bool IsSwapped { get; init; }

    public bool IsEmpty => Keys.All(key => Values(key).Count == 0);

    /// <summary>By dates, which undated rows have no part in.</summary>
    public bool IsRanged => Years.Count > 0 || From is not null || To is not null;

    /// <param name="query">The address's query.</param>
    /// <param name="names">What the asked slugs name.</param>
    /// <param name="except">Keys that mean nothing on the page.</param>
    public static ClaimFilter FromQuery(IQueryCollection query, FilterNames names, IReadOnlyCollection<string>? except = null)
    {
        var asked = new AskedValues(query, except ?? []);
        var (from, to) = (asked.One(FromKey, Date), asked.One(ToKey, Date));
        var swapped = from is not null && to is not null && from.Earliest > to.Latest;
        return new ClaimFilter
        {
            Themes = [.. asked.All(ThemeKey, value => value == NoTheme || names.Themes.Any(t => t.Slug == value) ? value : null).OrderBy(value => value == NoTheme).ThenBy(value => value, StringComparer.Ordinal)],
            Stances = [.. asked.All<Stance?>(StanceKey, FilterWords.Stance).OfType<Stance>().OrderBy(FilterWords.Place)],
            Parties = [.. asked.All(PartyKey, value => names.Parties.ContainsKey(value) ? value : null).Order(StringComparer.Ordinal)],
            Sources = [.. asked.All(SourceKey, value => names.Sources.ContainsKey(value) ? value : null).Order(StringComparer.Ordinal)],
            Voices = [.. asked.All<Voice?>(VoiceKey, FilterWords.Voice).OfType<Voice>().Order()],
            Kinds = [.. asked.All<EvidenceKind?>(EvidenceKey, FilterWords.Kind).OfType<EvidenceKind>().Order()],
            Years = [.. asked.All<int?>(YearKey, FilterWords.Year).OfType<int>().Order()],
            From = swapped ? to : from,
            To = swapped ? from : to,
            Sort = asked.One<PointSort?>(SortKey, FilterWords.Sort) ?? PointSort.QuotedFirst,
            IsTable = asked.One(ViewKey, value => value == TableView ? value : null) is not null,
            After = asked.One(AfterKey, value => value),
            Ignored = asked.Ignored(),
            IsSwapped = swapped,
        };
    }

    /// <summary>The values of a key as the address writes them.</summary>
    public IReadOnlyList<string> Values(string key) => key switch
    {
        ThemeKey => Themes,
        StanceKey => [.. Stances.Select(FilterWords.Of)],
        PartyKey => Parties,
        SourceKey => Sources,
        VoiceKey => [.. Voices.Select(FilterWords.Of)],
        EvidenceKey => [.. Kinds.Select(FilterWords.Of)],
        YearKey => [.. Years.Select(FilterWords.Of)],
        FromKey => From is null ? [] : [From.Value],
        ToKey => To is null ? [] : [To.Value],
        SortKey => Sort == PointSort.QuotedFirst ? [] : [FilterWords.Of(Sort)],
        AfterKey => After is null ? [] : [After],
        ViewKey => IsTable ? [TableView] : [],
        _ => [],
    };

    /// <summary>The same filter, from its first page, without a key.</summary>
    public ClaimFilter Without(string key) => key switch
    {
        ThemeKey => this with { Themes = [], After = null },
        StanceKey => this with { Stances = [], After = null },
        PartyKey => this with { Parties = [], After = null },
        SourceKey => this with { Sources = [], After = null },
        VoiceKey => this with { Voices = [], After = null },
        EvidenceKey => this with { Kinds = [], After = null },
        YearKey => this with { Years = [], After = null },
        FromKey => this with { From = null, After = null },
        ToKey => this with { To = null, After = null },
        _ => this,
    };

    /// <summary>The address of <paramref name="page"/> under this filter.</summary>
    public string On(string page) => page + Query(Keys.Concat(ShowingKeys).Select(key => (key, Values(key))));

    /// <summary>The same from the first page, with a value put in, or taken out if it was in.</summary>
    public string Toggled(string page, string key, string value) =>
        page + Query(Keys.Append(SortKey).Append(ViewKey).Select(k => (k, k == key ? Toggled(Values(k), value) : Values(k))));

    private static IReadOnlyList<string> Toggled(IReadOnlyList<string> values, string value) =>
        values.Contains(value) ? [.. values.Where(v => v != value)] : [.. values, value];

    private static QueryString Query(IEnumerable<(string Key, IReadOnlyList<string> Values)> values)
    {
        var query = new QueryBuilder();
        foreach (var (key, of) in values)
        {
            query.Add(key, of);
        }

        return query.ToQueryString();
    }

    private static EdtfDate? Date(string value) => EdtfDate.TryParse(value, out var date) ? date : null;
}
