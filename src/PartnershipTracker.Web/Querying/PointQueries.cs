using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>The table of points: per theme, both sides.</summary>
public sealed class PointQueries(IDbContextFactory<TrackerDb> databases)
{
    /// <summary>
    /// How many claims of one theme and stance the table shows; the theme's page shows all. With five, the page of all
    /// themes had 145 KB.
    /// </summary>
    private const int Shown = 3;

    /// <summary>The same for themes the reader asked for.</summary>
    private const int ShownWhenChosen = 50;

    /// <summary>One section per theme that has claims under <paramref name="filter"/>, those without a theme last.</summary>
    public async Task<List<PointSection>> SectionsAsync(ClaimFilter filter, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var claims = filter.Apply(db.PublishedClaims());
        var themed = claims.SelectMany(c => c.Themes, (c, t) => new Placed { ThemeId = t.Id, Stance = c.Stance, IsCited = c.Evidence.All(e => e.Kind == EvidenceKind.Cited), Earliest = c.Earliest, ClaimId = c.Id });
        var loose = claims.Where(c => !c.Themes.Any())
            .Select(c => new Placed { ThemeId = null, Stance = c.Stance, IsCited = c.Evidence.All(e => e.Kind == EvidenceKind.Cited), Earliest = c.Earliest, ClaimId = c.Id });
        var counts = await CountsAsync(themed.Concat(loose), stop);
        var most = filter.Themes.Count == 0 ? Shown : ShownWhenChosen;
        List<Placed> first = [.. await FirstAsync(themed, most, stop), .. await FirstAsync(loose, most, stop)];
        var rows = (await db.ClaimRowsAsync([.. first.Select(p => p.ClaimId).Distinct()], stop)).ToDictionary(row => row.Id);
        var themes = await db.Themes.AsNoTracking().OrderBy(t => t.Position).Select(t => new { t.Id, t.Slug, t.Label }).ToListAsync(stop);
        var wanted = themes.Select(t => ((Guid?)t.Id, (ThemeRow?)new ThemeRow(t.Slug, t.Label))).Append((null, null));
        return
        [
            .. from section in wanted
               where counts.Contains(section.Item1)
               where filter.Themes.Count == 0 || filter.Themes.Contains(section.Item2?.Slug ?? ClaimFilter.NoTheme)
               let mine = first.Where(p => p.ThemeId == section.Item1).Select(p => rows[p.ClaimId]).ToList()
               select new PointSection(section.Item2, Balance.Of(counts[section.Item1]), mine),
        ];
    }

    /// <summary>All claims of one theme.</summary>
    public async Task<PointSection> ThemeAsync(ThemeRow theme, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var ids = await db.PublishedClaims().Where(c => c.Themes.Any(t => t.Slug == theme.Slug))
            .OrderBy(c => c.Evidence.All(e => e.Kind == EvidenceKind.Cited)).ThenBy(c => c.Earliest == null).ThenBy(c => c.Earliest).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(stop);
        var rows = await db.ClaimRowsAsync(ids, stop);
        return new PointSection(theme, Balance.Of(rows.Select(row => (row.Stance, 1))), rows);
    }

    private static async Task<ILookup<Guid?, (Stance, int)>> CountsAsync(IQueryable<Placed> placed, CancellationToken stop)
    {
        var counts = await placed.GroupBy(p => new { p.ThemeId, p.Stance })
            .Select(g => new { g.Key.ThemeId, g.Key.Stance, Count = g.Count() }).ToListAsync(stop);
        return counts.ToLookup(c => c.ThemeId, c => (c.Stance, c.Count));
    }

    private static async Task<List<Placed>> FirstAsync(IQueryable<Placed> placed, int most, CancellationToken stop)
    {
        var groups = await placed.GroupBy(p => new { p.ThemeId, p.Stance })
            .Select(g => g.OrderBy(p => p.IsCited).ThenBy(p => p.Earliest == null).ThenBy(p => p.Earliest).ThenBy(p => p.ClaimId).Take(most).ToList())
            .ToListAsync(stop);
        return [.. groups.SelectMany(g => g)];
    }

    private sealed class Placed
    {
        public Guid? ThemeId { get; init; }
        public Stance Stance { get; init; }

        /// <summary>Nothing is quoted for it; what is quoted ranks above.</summary>
        public bool IsCited { get; init; }
        public DateOnly? Earliest { get; init; }
        public Guid ClaimId { get; init; }
    }
}

/// <summary>The claims of one theme; <see cref="Theme"/> is null for those without one. <see cref="Balance"/> counts all, <see cref="Claims"/> may be the first few of each stance.</summary>
public sealed record PointSection(ThemeRow? Theme, Balance Balance, IReadOnlyList<ClaimRow> Claims)
{
    public IEnumerable<ClaimRow> Of(Stance stance) => Claims.Where(c => c.Stance == stance);
}
