using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;
using PartnershipTracker.Web.Storage.Sqlite;

namespace PartnershipTracker.Web.Querying;

/// <summary>
/// Full-text search over what readers may see. The index finds, the conditions of every other page decide: nothing
/// withdrawn, no text that is not public.
/// </summary>
public sealed class SearchQueries(IDbContextFactory<TrackerDb> databases)
{
    /// <summary>How many of each group are shown together, and how many of one group a page lists.</summary>
    public const int FewOfEach = 5;
    public const int PageSize = 20;

    private static readonly string[] ClaimKind = ["claim"];
    private static readonly string[] EventKind = ["event"];
    private static readonly string[] PlaceKinds = ["document", "passage", "quote"];
    private static readonly string[] SourceKinds = ["source"];

    public async Task<SearchResults> FindAsync(SearchRequest request, CancellationToken stop)
    {
        if (!request.Words.CanBeFound)
        {
            return SearchResults.None;
        }

        await using var db = await databases.CreateDbContextAsync(stop);
        var counts = await CountsAsync(db, request, stop);
        if (counts.Values.Sum() == 0 && request.Words.AsBeginnings() is { } begun)
        {
            var wider = await ListAsync(db, request with { Words = begun }, await CountsAsync(db, request with { Words = begun }, stop), stop);
            if (wider.All > 0)
            {
                return wider with { AsBeginnings = true };
            }
        }

        return counts.Values.Sum() > 0
            ? await ListAsync(db, request, counts, stop)
            : new SearchResults { Counts = counts, WaysOut = await new WaysOut(db, request).FindAsync(stop) };
    }

    internal static async Task<Dictionary<SearchGroup, int>> CountsAsync(TrackerDb db, SearchRequest request, CancellationToken stop) => new()
    {
        [SearchGroup.Claims] = await Claims(db, request.Words, request.Filter).CountAsync(stop),
        [SearchGroup.Events] = await Events(db, request.Words, request.Filter).CountAsync(stop),
        [SearchGroup.Documents] = request.Filter.IsEmpty ? await Places(db, request.Words).CountAsync(stop) : 0,
        [SearchGroup.Sources] = request.Filter.IsEmpty ? await Sources(db, request.Words).CountAsync(stop) : 0,
    };

    private static IQueryable<FullText.Hit> Claims(TrackerDb db, SearchWords words, ClaimFilter filter, long after = 0) =>
        from hit in FullText.Hits(db, words, ClaimKind, after)
        join claim in filter.Claims(db) on hit.SubjectId equals claim.Id
        select hit;

    private static IQueryable<FullText.Hit> Events(TrackerDb db, SearchWords words, ClaimFilter filter, long after = 0) =>
        from hit in FullText.Hits(db, words, EventKind, after)
        join happening in filter.Events(db) on hit.SubjectId equals happening.Id
        select hit;

    /// <summary>
    /// Titles of public documents and passages of their texts; of a document that shows its quotes only, those that something
    /// published rests on.
    /// </summary>
    private static IQueryable<FullText.Hit> Places(TrackerDb db, SearchWords words, long after = 0) =>
        from hit in FullText.Hits(db, words, PlaceKinds, after)
        join document in db.PublicDocuments() on hit.SubjectId equals document.Id
        where hit.Kind == "document"
            || (hit.Kind == "passage" && document.Shown == TextShown.Whole)
            || (hit.Kind == "quote" && document.Shown == TextShown.Quotes
                && db.PublishedEvidence().Any(e => e.DocumentId == document.Id && e.Start == hit.Start && e.End == hit.End))
        select hit;

    /// <summary>Sources that have a page: publishers of public documents and those named in the chain of something published.</summary>
    private static IQueryable<FullText.Hit> Sources(TrackerDb db, SearchWords words, long after = 0) =>
        from hit in FullText.Hits(db, words, SourceKinds, after)
        where db.PublicDocuments().Any(d => d.PublisherId == hit.SubjectId)
            || db.ChainLinks.Any(l => l.SourceId == hit.SubjectId && db.PublishedEvidence().Any(e => e.Id == l.EvidenceId))
        select hit;

    private static async Task<SearchResults> ListAsync(TrackerDb db, SearchRequest request, Dictionary<SearchGroup, int> counts, CancellationToken stop)
    {
        var (words, filter, after) = (request.Words, request.Filter, request.After);
        bool Wanted(SearchGroup group) => counts[group] > 0 && (request.Group ?? group) == group;
        var claims = Wanted(SearchGroup.Claims) ? await TakeAsync(Claims(db, words, filter, after), request, stop) : [];
        var events = Wanted(SearchGroup.Events) ? await TakeAsync(Events(db, words, filter, after), request, stop) : [];
        var places = Wanted(SearchGroup.Documents) && filter.IsEmpty ? await TakeAsync(Places(db, words, after), request, stop) : [];
        var sources = Wanted(SearchGroup.Sources) && filter.IsEmpty ? await TakeAsync(Sources(db, words, after), request, stop) : [];
        List<List<FullText.Hit>> lists = [claims, events, places, sources];
        if (after > 0 && lists.All(list => list.Count == 0) && counts[request.Group!.Value] > 0)
        {
            return await ListAsync(db, request with { After = 0 }, counts, stop) with { IsLost = true };
        }

        var next = request.Group is not null && lists.FirstOrDefault(list => list.Count > PageSize) is { } longer ? longer[PageSize - 1].Row : (long?)null;
        var most = request.Group is null ? FewOfEach : PageSize;
        var found = new FoundRows(db, words, stop);
        return new SearchResults
        {
            Counts = counts,
            Facets = await FacetsAsync(db, request, stop),
            Claims = await found.ClaimsAsync([.. claims.Take(most)], ClaimKind),
            Events = await found.EventsAsync([.. events.Take(most)], EventKind),
            Places = await found.PlacesAsync([.. places.Take(most)], PlaceKinds),
            Sources = await found.SourcesAsync([.. sources.Take(most)], SourceKinds),
            Next = next,
        };
    }

    /// <summary>One more than the page shows, to know whether it goes on.</summary>
    private static Task<List<FullText.Hit>> TakeAsync(IQueryable<FullText.Hit> hits, SearchRequest request, CancellationToken stop) =>
        hits.OrderBy(hit => hit.Below).ThenBy(hit => hit.Rank).ThenBy(hit => hit.Row)
            .Take(request.Group is null ? FewOfEach : PageSize + 1).ToListAsync(stop);

    /// <summary>The claims and events that would be listed were the value the only one of its key.</summary>
    private static async Task<SearchFacets> FacetsAsync(TrackerDb db, SearchRequest request, CancellationToken stop)
    {
        var themes = new Dictionary<string, int>();
        var stances = new Dictionary<Stance, int>();
        var (anyTheme, anyStance) = (request.Filter with { Themes = [] }, request.Filter with { Stances = [] });
        if ((request.Group ?? SearchGroup.Claims) == SearchGroup.Claims)
        {
            var hits = FullText.Hits(db, request.Words, ClaimKind);
            var claims = anyTheme.Claims(db).Where(c => hits.Any(hit => hit.SubjectId == c.Id));
            Add(themes, await claims.SelectMany(c => c.Themes).GroupBy(t => t.Slug).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop));
            Add(themes, new() { [ClaimFilter.NoTheme] = await claims.CountAsync(c => !c.Themes.Any(), stop) });
            Add(stances, await anyStance.Claims(db).Where(c => hits.Any(hit => hit.SubjectId == c.Id))
                .GroupBy(c => c.Stance).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop));
        }

        if ((request.Group ?? SearchGroup.Events) == SearchGroup.Events)
        {
            var hits = FullText.Hits(db, request.Words, EventKind);
            var events = anyTheme.Events(db).Where(h => hits.Any(hit => hit.SubjectId == h.Id));
            Add(themes, await events.SelectMany(h => h.Themes).GroupBy(t => t.Slug).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop));
            Add(themes, new() { [ClaimFilter.NoTheme] = await events.CountAsync(h => !h.Themes.Any(), stop) });
            Add(stances, await anyStance.Events(db).Where(h => hits.Any(hit => hit.SubjectId == h.Id))
                .SelectMany(h => h.Claims, (h, link) => new { h.Id, link.Claim!.Stance, link.Claim.State }).Where(link => link.State != PublicationState.Withdrawn)
                .Select(link => new { link.Id, link.Stance }).Distinct()
                .GroupBy(link => link.Stance).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop));
        }

        return new SearchFacets(themes, stances);
    }

    private static void Add<TKey>(Dictionary<TKey, int> counts, Dictionary<TKey, int> more)
        where TKey : notnull
    {
        foreach (var (key, count) in more)
        {
            counts[key] = counts.GetValueOrDefault(key) + count;
        }
    }
}
