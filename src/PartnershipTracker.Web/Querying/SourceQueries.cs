using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>Who says what.</summary>
public sealed class SourceQueries(IDbContextFactory<TrackerDb> databases)
{
    private const int MostDocuments = 40;

    /// <summary>Sources that something published rests on, with the most quoted first.</summary>
    public async Task<List<SourceRow>> ListAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var counts = (await SaidBy(db)
            .GroupBy(said => new { said.SourceId, said.Stance })
            .Select(g => new { g.Key.SourceId, g.Key.Stance, Count = g.Select(said => said.ClaimId).Distinct().Count() })
            .ToListAsync(stop)).ToLookup(c => c.SourceId, c => (c.Stance, c.Count));
        var kinds = (await SaidBy(db)
            .GroupBy(said => new { said.SourceId, said.Kind })
            .Select(g => new { g.Key.SourceId, g.Key.Kind, Count = g.Select(said => said.ClaimId).Distinct().Count() })
            .ToListAsync(stop)).ToDictionary(c => (c.SourceId, c.Kind), c => c.Count);
        var documents = await db.PublicDocuments().Where(d => d.PublisherId != null)
            .GroupBy(d => d.PublisherId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var ids = counts.Select(g => g.Key).Union(documents.Keys).ToList();
        var sources = await db.Sources.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(stop);
        return
        [
            .. sources
                .Select(s => new SourceRow(
                    s.Slug, s.Name, s.Kind, s.Reliability, documents.GetValueOrDefault(s.Id), Balance.Of(counts[s.Id]),
                    kinds.GetValueOrDefault((s.Id, EvidenceKind.Quoted)), kinds.GetValueOrDefault((s.Id, EvidenceKind.Cited))))
                .OrderByDescending(row => row.Balance.All).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    public async Task<SourcePage?> FindAsync(string slug, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == slug, stop);
        if (source is null)
        {
            return null;
        }

        var kinds = await new ClaimFilter { Sources = [slug] }.Claims(db)
            .Select(c => new { c.Stance, Quoted = c.Evidence.Any(e => e.Kind == EvidenceKind.Quoted), Single = c.Evidence.Select(e => e.Origin).Distinct().Count() == 1 })
            .GroupBy(c => c).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var published = db.PublicDocuments().Where(d => d.PublisherId == source.Id);
        var documents = await published.OrderBy(d => d.Title).ThenBy(d => d.Id).Take(MostDocuments)
            .Select(d => new DocumentRow(d.Slug, d.Title, d.Publisher!.Name, d.Published, d.Text == null)).ToListAsync(stop);
        if (kinds.Count == 0 && documents.Count == 0 && !await IsOnPublishedEventAsync(db, source.Id, stop))
        {
            return null;
        }

        return new SourcePage
        {
            Source = source,
            AlsoKnownAs = await db.SourceNames.Where(n => n.SourceId == source.Id && n.Name != source.Name)
                .OrderBy(n => n.Name).Select(n => n.Name).ToListAsync(stop),
            Balance = Balance.Of(kinds.Select(k => (k.Key.Stance, k.Count))),
            Quoted = kinds.Where(k => k.Key.Quoted).Sum(k => k.Count),
            SingleOrigin = kinds.Where(k => k.Key.Single).Sum(k => k.Count),
            Documents = documents,
            DocumentCount = await published.CountAsync(stop),
        };
    }

    private static Task<bool> IsOnPublishedEventAsync(TrackerDb db, Guid sourceId, CancellationToken stop) =>
        db.PublishedEvidence().AnyAsync(e => e.Chain.Any(l => l.SourceId == sourceId), stop);

    /// <summary>A source says a published claim when it is any link of a chain or publishes the document.</summary>
    private static IQueryable<Said> SaidBy(TrackerDb db)
    {
        var evidence =
            from claim in db.PublishedClaims()
            from e in claim.Evidence
            select new { claim.Id, claim.Stance, Evidence = e };
        var byLink = evidence.SelectMany(e => e.Evidence.Chain, (e, l) => new Said { SourceId = l.SourceId, ClaimId = e.Id, Stance = e.Stance, Kind = e.Evidence.Kind });
        var byPublisher = evidence.Where(e => e.Evidence.Document!.PublisherId != null)
            .Select(e => new Said { SourceId = e.Evidence.Document!.PublisherId!.Value, ClaimId = e.Id, Stance = e.Stance, Kind = e.Evidence.Kind });
        return byLink.Concat(byPublisher);
    }

    private sealed class Said
    {
        public Guid SourceId { get; init; }
        public Guid ClaimId { get; init; }
        public Stance Stance { get; init; }
        public EvidenceKind Kind { get; init; }
    }
}

/// <param name="Slug">Its address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reliability">As editors rate it.</param>
/// <param name="Documents">How many it published.</param>
/// <param name="Balance">Claims it says, by stance.</param>
/// <param name="Quoted">Claims for which it is quoted.</param>
/// <param name="Cited">Claims for which it is cited; a claim may count on both sides.</param>
public sealed record SourceRow(
    string Slug, string Name, SourceKind Kind, Reliability? Reliability, int Documents, Balance Balance, int Quoted, int Cited);

public sealed record SourcePage
{
    public required Source Source { get; init; }
    public required IReadOnlyList<string> AlsoKnownAs { get; init; }
    public required Balance Balance { get; init; }

    /// <summary>How many of the claims quote a sentence; the others only cite documents.</summary>
    public required int Quoted { get; init; }

    /// <summary>How many of the claims rest on one origin only.</summary>
    public required int SingleOrigin { get; init; }

    /// <summary>The first of <see cref="DocumentCount"/> by title.</summary>
    public required IReadOnlyList<DocumentRow> Documents { get; init; }
    public required int DocumentCount { get; init; }
}
