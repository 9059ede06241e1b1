using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>A claim with all it can be ordered by, under one of its themes where lists are by theme.</summary>
internal sealed class Ranked
{
    public Guid? ThemeId { get; init; }
    public Guid ClaimId { get; init; }
    public Stance Stance { get; init; }

    /// <summary>What comes before the date: quoted before cited, or more origins before fewer; else 0.</summary>
    public int Rank { get; init; }
    public DateOnly? Earliest { get; init; }
    public DateOnly? Latest { get; init; }
    public DateTime RecordedAt { get; init; }
}

/// <summary>
/// The order of points, and the page after a given one (keyset: no row is counted, skipped or shown twice however long the
/// list). Every order ends with the id, so none is ambiguous; undated claims are last in either direction of time.
/// </summary>
internal static class PointOrder
{
    public static IQueryable<Ranked> Rank(this IQueryable<Claim> claims, PointSort sort)
    {
        var (strength, quoted) = (sort == PointSort.Strength, sort == PointSort.QuotedFirst);
        return claims.Select(c => new Ranked
        {
            ThemeId = null,
            ClaimId = c.Id,
            Stance = c.Stance,
            Rank = strength ? -c.Evidence.Select(e => e.Origin).Distinct().Count() : quoted && c.Evidence.All(e => e.Kind == EvidenceKind.Cited) ? 1 : 0,
            Earliest = c.Earliest,
            Latest = c.Latest,
            RecordedAt = c.RecordedAt,
        });
    }

    /// <summary>Once under each of its themes.</summary>
    public static IQueryable<Ranked> RankByTheme(this IQueryable<Claim> claims, PointSort sort)
    {
        var (strength, quoted) = (sort == PointSort.Strength, sort == PointSort.QuotedFirst);
        return claims.SelectMany(c => c.Themes, (c, t) => new Ranked
        {
            ThemeId = t.Id,
            ClaimId = c.Id,
            Stance = c.Stance,
            Rank = strength ? -c.Evidence.Select(e => e.Origin).Distinct().Count() : quoted && c.Evidence.All(e => e.Kind == EvidenceKind.Cited) ? 1 : 0,
            Earliest = c.Earliest,
            Latest = c.Latest,
            RecordedAt = c.RecordedAt,
        });
    }

    public static IQueryable<Ranked> InOrder(this IQueryable<Ranked> rows, PointSort sort) => sort switch
    {
        PointSort.Recorded => rows.OrderByDescending(r => r.RecordedAt).ThenByDescending(r => r.ClaimId),
        PointSort.Latest => rows.OrderBy(r => r.Earliest == null).ThenByDescending(r => r.Earliest).ThenByDescending(r => r.Latest).ThenByDescending(r => r.ClaimId),
        _ => rows.OrderBy(r => r.Rank).ThenBy(r => r.Earliest == null).ThenBy(r => r.Earliest).ThenBy(r => r.Latest).ThenBy(r => r.ClaimId),
    };

    /// <summary>The first <paramref name="most"/> of each theme and stance, in order.</summary>
    public static async Task<List<Ranked>> FirstOfEachAsync(this IQueryable<Ranked> rows, PointSort sort, int most, CancellationToken stop)
    {
        var groups = rows.GroupBy(r => new { r.ThemeId, r.Stance });
        var first = sort switch
        {
            PointSort.Recorded => groups.Select(g => g.OrderByDescending(r => r.RecordedAt).ThenByDescending(r => r.ClaimId).Take(most).ToList()),
            PointSort.Latest => groups.Select(g => g.OrderBy(r => r.Earliest == null).ThenByDescending(r => r.Earliest).ThenByDescending(r => r.Latest).ThenByDescending(r => r.ClaimId).Take(most).ToList()),
            _ => groups.Select(g => g.OrderBy(r => r.Rank).ThenBy(r => r.Earliest == null).ThenBy(r => r.Earliest).ThenBy(r => r.Latest).ThenBy(r => r.ClaimId).Take(most).ToList()),
        };
        return [.. (await first.ToListAsync(stop)).SelectMany(g => g)];
    }

    /// <summary>Where the claim of that slug stands in the order; null when there is none.</summary>
    public static Task<Ranked?> PlaceOfAsync(this TrackerDb db, string slug, PointSort sort, CancellationToken stop) =>
        db.Claims.AsNoTracking().Where(c => c.Slug == slug).Rank(sort).SingleOrDefaultAsync(stop);

    public static IQueryable<Ranked> After(this IQueryable<Ranked> rows, Ranked? last, PointSort sort)
    {
        if (last is null)
        {
            return rows;
        }

        var (id, rank, earliest, latest, recorded) = (last.ClaimId, last.Rank, last.Earliest, last.Latest, last.RecordedAt);
        return (sort, earliest) switch
        {
            (PointSort.Recorded, _) => rows.Where(r => r.RecordedAt < recorded || (r.RecordedAt == recorded && r.ClaimId.CompareTo(id) < 0)),
            (PointSort.Latest, null) => rows.Where(r => r.Earliest == null && r.ClaimId.CompareTo(id) < 0),
            (PointSort.Latest, _) => rows.Where(r => r.Earliest == null || r.Earliest < earliest
                || (r.Earliest == earliest && (r.Latest < latest || (r.Latest == latest && r.ClaimId.CompareTo(id) < 0)))),
            (_, null) => rows.Where(r => r.Rank > rank || (r.Rank == rank && r.Earliest == null && r.ClaimId.CompareTo(id) > 0)),
            _ => rows.Where(r => r.Rank > rank || (r.Rank == rank && (r.Earliest == null || r.Earliest > earliest
                || (r.Earliest == earliest && (r.Latest > latest || (r.Latest == latest && r.ClaimId.CompareTo(id) > 0)))))),
        };
    }
}
