using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>
/// Counts beside the filter chips: the rows a page would list were that value the only one of its key, other keys kept.
/// </summary>
public sealed class FacetQueries(IDbContextFactory<TrackerDb> databases)
{
    public async Task<List<ThemeRow>> ThemesAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Themes.AsNoTracking().OrderBy(t => t.Position).Select(t => new ThemeRow(t.Slug, t.Label)).ToListAsync(stop);
    }

    public async Task<Facets> OfClaimsAsync(ClaimFilter filter, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var anyTheme = (filter with { Themes = [] }).Apply(db.PublishedClaims());
        var themes = await anyTheme.SelectMany(c => c.Themes).GroupBy(t => t.Slug)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        themes[ClaimFilter.NoTheme] = await anyTheme.CountAsync(c => !c.Themes.Any(), stop);
        var stances = await (filter with { Stances = [] }).Apply(db.PublishedClaims()).GroupBy(c => c.Stance)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return new Facets(themes, stances);
    }

    public async Task<Facets> OfEventsAsync(ClaimFilter filter, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var anyTheme = (filter with { Themes = [] }).Apply(db.PublishedEvents());
        var themes = await anyTheme.SelectMany(e => e.Themes).GroupBy(t => t.Slug)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        themes[ClaimFilter.NoTheme] = await anyTheme.CountAsync(e => !e.Themes.Any(), stop);
        var stances = await (filter with { Stances = [] }).Apply(db.PublishedEvents())
            .SelectMany(e => e.Claims, (e, link) => new { e.Id, link.Claim!.Stance, link.Claim.State })
            .Where(link => link.State != PublicationState.Withdrawn)
            .Select(link => new { link.Id, link.Stance }).Distinct()
            .GroupBy(link => link.Stance)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return new Facets(themes, stances);
    }
}

/// <summary>Counts by theme slug (<see cref="ClaimFilter.NoTheme"/> included) and by stance; a missing one is 0.</summary>
public sealed record Facets(IReadOnlyDictionary<string, int> Themes, IReadOnlyDictionary<Stance, int> Stances)
{
    public static readonly Facets None = new(new Dictionary<string, int>(), new Dictionary<Stance, int>());
}
