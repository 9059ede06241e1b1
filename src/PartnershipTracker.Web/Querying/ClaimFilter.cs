using Microsoft.AspNetCore.Http.Extensions;
using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Querying;

/// <summary>
/// What a reader asked to see, exactly as the query string says it. Values of one key are alternatives, keys narrow each
/// other down. Printed in one canonical order, so that equal filters have equal addresses.
/// </summary>
public sealed record ClaimFilter
{
    public const string ThemeKey = "theme";
    public const string StanceKey = "stance";

    /// <summary>The value of <c>theme</c> for what carries no theme.</summary>
    public const string NoTheme = "none";

    public static readonly ClaimFilter Everything = new();

    /// <summary>Theme slugs in the list's order, <see cref="NoTheme"/> last.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    public IReadOnlyList<Stance> Stances { get; init; } = [];

    /// <summary>Keys and values that mean nothing here, each as it was given; the page names them.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    public bool IsEmpty => Themes.Count == 0 && Stances.Count == 0;

    /// <param name="query">The address's query.</param>
    /// <param name="themes">All theme slugs in the list's order.</param>
    public static ClaimFilter FromQuery(IQueryCollection query, IReadOnlyList<string> themes)
    {
        var asked = query.ToDictionary(pair => pair.Key, pair => pair.Value.OfType<string>().ToList());
        var ignored = asked.Keys.Where(key => key is not (ThemeKey or StanceKey)).ToList();
        var askedThemes = asked.GetValueOrDefault(ThemeKey, []);
        var askedStances = asked.GetValueOrDefault(StanceKey, []);
        ignored.AddRange(askedThemes.Where(slug => slug != NoTheme && !themes.Contains(slug)).Select(slug => $"{ThemeKey}={slug}"));
        ignored.AddRange(askedStances.Where(value => Parse(value) is null).Select(value => $"{StanceKey}={value}"));
        return new ClaimFilter
        {
            Themes = [.. themes.Append(NoTheme).Where(askedThemes.Contains)],
            Stances = [.. Ordered.Where(stance => askedStances.Any(value => Parse(value) == stance))],
            Ignored = ignored,
        };
    }

    /// <summary>The same filter with a theme put in, or taken out if it was in.</summary>
    public ClaimFilter Toggle(string theme, IReadOnlyList<string> themes) =>
        this with { Themes = [.. themes.Append(NoTheme).Where(t => t == theme ? !Themes.Contains(t) : Themes.Contains(t))] };

    public ClaimFilter Toggle(Stance stance) =>
        this with { Stances = [.. Ordered.Where(s => s == stance ? !Stances.Contains(s) : Stances.Contains(s))] };

    /// <summary>The address of <paramref name="page"/> under this filter.</summary>
    public string On(string page)
    {
        var query = new QueryBuilder();
        query.Add(ThemeKey, Themes);
        query.Add(StanceKey, Stances.Select(stance => stance.ToString().ToLowerInvariant()));
        return page + query.ToQueryString();
    }

    public IQueryable<Claim> Apply(IQueryable<Claim> claims)
    {
        if (Themes.Count > 0)
        {
            var (slugs, none) = (Themes.Where(t => t != NoTheme).ToList(), Themes.Contains(NoTheme));
            claims = claims.Where(c => c.Themes.Any(t => slugs.Contains(t.Slug)) || (none && !c.Themes.Any()));
        }

        return Stances.Count == 0 ? claims : claims.Where(c => Stances.Contains(c.Stance));
    }

    /// <summary>Events by their own themes and by the stances of their published claims.</summary>
    public IQueryable<PartnershipEvent> Apply(IQueryable<PartnershipEvent> events)
    {
        if (Themes.Count > 0)
        {
            var (slugs, none) = (Themes.Where(t => t != NoTheme).ToList(), Themes.Contains(NoTheme));
            events = events.Where(e => e.Themes.Any(t => slugs.Contains(t.Slug)) || (none && !e.Themes.Any()));
        }

        return Stances.Count == 0
            ? events
            : events.Where(e => e.Claims.Any(l => l.Claim!.State != PublicationState.Withdrawn && Stances.Contains(l.Claim.Stance)));
    }

    private static readonly Stance[] Ordered = [Stance.Competing, Stance.Complementary, Stance.Neutral];

    private static Stance? Parse(string value) =>
        Ordered.Cast<Stance?>().FirstOrDefault(stance => stance.ToString()!.Equals(value, StringComparison.OrdinalIgnoreCase));
}
