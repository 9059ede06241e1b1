using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>Points by theme, of one theme or source, and as a table; all read page by page.</summary>
public sealed class PointQueries(IDbContextFactory<TrackerDb> databases)
{
    /// <summary>How many claims of one theme and side stand on a page of several themes; the theme's page has all.</summary>
    public const int OfEachTheme = 5;

    /// <summary>The same on a page of one theme or source.</summary>
    public const int OfOneTheme = 20;

    private const int TableRows = 50;

    /// <summary>One section per theme that has claims under <paramref name="filter"/>, those without a theme last.</summary>
    public async Task<List<PointSection>> SectionsAsync(ClaimFilter filter, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var claims = filter.Claims(db);
        var (themed, loose) = (claims.RankByTheme(filter.Sort), claims.Where(c => !c.Themes.Any()).Rank(filter.Sort));
        List<(Guid? ThemeId, Stance Stance, int Count)> counts = [.. await CountsAsync(themed, stop), .. await CountsAsync(loose, stop)];
        var (one, neutral) = (filter.Themes.Count == 1, ShowsNeutral(filter));
        List<Ranked> first =
        [
            .. await themed.Where(r => neutral || r.Stance != Stance.Neutral).FirstOfEachAsync(filter.Sort, one ? OfOneTheme : OfEachTheme, stop),
            .. await loose.Where(r => neutral || r.Stance != Stance.Neutral).FirstOfEachAsync(filter.Sort, one ? OfOneTheme : OfEachTheme, stop),
        ];
        var rows = (await db.ClaimRowsAsync([.. first.Select(r => r.ClaimId).Distinct()], stop)).ToDictionary(row => row.Id);
        var themes = await db.Themes.AsNoTracking().OrderBy(t => t.Position).Select(t => new { t.Id, t.Slug, t.Label }).ToListAsync(stop);
        var (balances, firsts) = (counts.ToLookup(c => c.ThemeId, c => (c.Stance, c.Count)), first.ToLookup(r => r.ThemeId, r => rows[r.ClaimId]));
        return
        [
            .. from section in themes.Select(t => ((Guid?)t.Id, (ThemeRow?)new ThemeRow(t.Slug, t.Label))).Append((null, null))
               where balances.Contains(section.Item1)
               where filter.Themes.Count == 0 || filter.Themes.Contains(section.Item2?.Slug ?? ClaimFilter.NoTheme)
               select new PointSection(section.Item2, Balance.Of(balances[section.Item1]), [.. firsts[section.Item1]]),
        ];
    }

    /// <summary>With several themes on one page, neutral claims are counted and linked, and shown only when asked for alone.</summary>
    public static bool ShowsNeutral(ClaimFilter filter) => filter.Themes.Count == 1 || filter.Stances is [Stance.Neutral];

    /// <summary>Both sides of one theme or source, each from where <see cref="ClaimFilter.After"/> says.</summary>
    public async Task<PointSection> SidesAsync(ClaimFilter filter, ThemeRow? theme, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var ranked = filter.Claims(db).Rank(filter.Sort);
        var last = filter.After is null ? null : await db.PlaceOfAsync(filter.After, filter.Sort, stop);
        var counts = await CountsAsync(ranked, stop);
        var first = (await ranked.After(last, filter.Sort).FirstOfEachAsync(filter.Sort, OfOneTheme + 1, stop)).ToLookup(r => r.Stance, r => r.ClaimId);
        var rows = await db.ClaimRowsAsync([.. first.SelectMany(side => side.Take(OfOneTheme))], stop);
        return new PointSection(theme, Balance.Of(counts.Select(c => (c.Stance, c.Count))), rows)
        {
            More = [.. first.Where(side => side.Count() > OfOneTheme).Select(side => side.Key)],
            IsAfterUnknown = filter.After is not null && last is null,
        };
    }

    /// <summary>Every claim once, in order, from where <see cref="ClaimFilter.After"/> says.</summary>
    public async Task<PointPage> TableAsync(ClaimFilter filter, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var last = filter.After is null ? null : await db.PlaceOfAsync(filter.After, filter.Sort, stop);
        var ids = await filter.Claims(db).Rank(filter.Sort).After(last, filter.Sort).InOrder(filter.Sort)
            .Select(r => r.ClaimId).Take(TableRows + 1).ToListAsync(stop);
        return new PointPage(await db.ClaimRowsAsync([.. ids.Take(TableRows)], stop), ids.Count > TableRows, filter.After is not null && last is null);
    }

    private static async Task<List<(Guid? ThemeId, Stance Stance, int Count)>> CountsAsync(IQueryable<Ranked> ranked, CancellationToken stop) =>
    [
        .. (await ranked.GroupBy(r => new { r.ThemeId, r.Stance }).Select(g => new { g.Key.ThemeId, g.Key.Stance, Count = g.Count() }).ToListAsync(stop))
            .Select(c => (c.ThemeId, c.Stance, c.Count)),
    ];
}

/// <summary>
/// The claims of one theme; <see cref="Theme"/> is null for those without one. <see cref="Balance"/> counts all,
/// <see cref="Claims"/> may be the first few of each stance.
/// </summary>
public sealed record PointSection(ThemeRow? Theme, Balance Balance, IReadOnlyList<ClaimRow> Claims)
{
    /// <summary>Stances with claims after those here.</summary>
    public IReadOnlyList<Stance> More { get; init; } = [];

    /// <summary>Claims that stand in full under an earlier theme of the same page.</summary>
    public IReadOnlyDictionary<Guid, ThemeRow> Above { get; init; } = new Dictionary<Guid, ThemeRow>();

    /// <summary>The address names a claim to go on after which there is not; this is the first page.</summary>
    public bool IsAfterUnknown { get; init; }

    public IEnumerable<ClaimRow> Of(Stance stance) => Claims.Where(c => c.Stance == stance);
}

/// <summary>A page of claims.</summary>
/// <param name="Claims">In the order asked for.</param>
/// <param name="HasMore">There are claims after these.</param>
/// <param name="IsAfterUnknown">The address names a claim to go on after which there is not; this is the first page.</param>
public sealed record PointPage(IReadOnlyList<ClaimRow> Claims, bool HasMore, bool IsAfterUnknown)
{
    public static readonly PointPage None = new([], false, false);
}
