using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>Filters read with what their slugs name, and the counts beside their values; one statement for each key.</summary>
public sealed class FacetQueries(IDbContextFactory<TrackerDb> databases)
{
    public async Task<List<ThemeRow>> ThemesAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Themes.AsNoTracking().OrderBy(t => t.Position).Select(t => new ThemeRow(t.Slug, t.Label)).ToListAsync(stop);
    }

    /// <summary>Reads the filter of an address; keys in <paramref name="except"/> mean nothing on the page.</summary>
    public async Task<(ClaimFilter Filter, FilterNames Names)> ReadAsync(
        IQueryCollection query, CancellationToken stop, params IReadOnlyList<string> except)
    {
        var themes = await ThemesAsync(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var (parties, sources) = (query[ClaimFilter.PartyKey].ToList(), query[ClaimFilter.SourceKey].ToList());
        var names = new FilterNames(
            themes,
            parties.Count == 0 ? FilterNames.None.Parties
                : await db.Parties.Where(p => parties.Contains(p.Slug)).ToDictionaryAsync(p => p.Slug, p => p.Name, stop),
            sources.Count == 0 ? FilterNames.None.Sources
                : await db.Sources.Where(s => sources.Contains(s.Slug)).ToDictionaryAsync(s => s.Slug, s => s.Name, stop));
        return (ClaimFilter.FromQuery(query, names, except), names);
    }

    public async Task<Facets> OfClaimsAsync(ClaimFilter filter, FilterNames names, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var stances = await filter.Without(ClaimFilter.StanceKey).Claims(db).GroupBy(c => c.Stance)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => FilterWords.Of(g.Key), g => g.Count, stop);
        var voices = await filter.Without(ClaimFilter.VoiceKey).Claims(db).GroupBy(c => c.Voice)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => FilterWords.Of(g.Key), g => g.Count, stop);
        return await new FacetCounts<Claim>(filter, names, f => f.Claims(db)).AllAsync(stances, voices, stop);
    }

    /// <summary>An event counts once for each stance and voice of its published claims.</summary>
    public async Task<Facets> OfEventsAsync(ClaimFilter filter, FilterNames names, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var stances = await filter.Without(ClaimFilter.StanceKey).Events(db)
            .SelectMany(e => e.Claims, (e, link) => new { e.Id, link.Claim!.Stance, link.Claim.State })
            .Where(link => link.State != PublicationState.Withdrawn)
            .Select(link => new { link.Id, link.Stance }).Distinct().GroupBy(link => link.Stance)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => FilterWords.Of(g.Key), g => g.Count, stop);
        var voices = await filter.Without(ClaimFilter.VoiceKey).Events(db)
            .SelectMany(e => e.Claims, (e, link) => new { e.Id, link.Claim!.Voice, link.Claim.State })
            .Where(link => link.State != PublicationState.Withdrawn)
            .Select(link => new { link.Id, link.Voice }).Distinct().GroupBy(link => link.Voice)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => FilterWords.Of(g.Key), g => g.Count, stop);
        return await new FacetCounts<PartnershipEvent>(filter, names, f => f.Events(db)).AllAsync(stances, voices, stop);
    }
}
