using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>Events in order of time, and one event in full.</summary>
public sealed class TimelineQueries(IDbContextFactory<TrackerDb> databases)
{
    /// <summary>Dated events first to last, then the undated ones.</summary>
    public async Task<List<EventRow>> ListAsync(ClaimFilter filter, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.EventRowsAsync(filter.Events(db), stop);
    }

    private const int MostSuggested = 12;

    private static Task<List<SuggestedClaim>> SuggestedAsync(TrackerDb db, Guid eventId, CancellationToken stop)
    {
        var documents = db.Evidence.Where(e => e.EventId == eventId && e.Kind == EvidenceKind.Cited).Select(e => e.DocumentId);
        return db.PublishedClaims().Where(c => !c.Events.Any(l => l.EventId == eventId))
            .Select(c => new { Claim = c, Shared = c.Evidence.Count(e => e.Kind == EvidenceKind.Cited && documents.Contains(e.DocumentId)) })
            .Where(c => c.Shared > 0)
            .OrderByDescending(c => c.Shared).ThenBy(c => c.Claim.Stance == Stance.Neutral).ThenBy(c => c.Claim.Earliest).ThenBy(c => c.Claim.Id)
            .Take(MostSuggested)
            .Select(c => new SuggestedClaim(c.Claim.Slug, c.Claim.Statement, c.Claim.Stance, c.Claim.Said))
            .ToListAsync(stop);
    }

    public async Task<EventPage?> FindAsync(string slug, ClaimFilter filter, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var happening = await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Slug == slug, stop);
        if (happening is null)
        {
            return null;
        }

        var claims = await db.PublishedClaims().Where(c => c.Events.Any(l => l.EventId == happening.Id))
            .OrderBy(c => c.Stance).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(stop);
        var evidence = (await db.EvidenceRowsAsync(db.Evidence.Where(e => e.EventId == happening.Id), stop))[happening.Id].ToList();
        var order = await db.EventRowsAsync(filter.Events(db), stop);
        var place = order.FindIndex(e => e.Id == happening.Id);
        return new EventPage
        {
            Event = happening,
            Row = (await db.EventRowsAsync(db.Events.AsNoTracking().Where(e => e.Id == happening.Id), stop)).Single(),
            Parties = await db.Events.Where(e => e.Id == happening.Id).SelectMany(e => e.Parties)
                .OrderBy(p => p.Name).Select(p => p.Name).ToListAsync(stop),
            Claims = await db.ClaimRowsAsync(claims, stop),
            ByEditor = (await db.ClaimEvents.Where(l => l.EventId == happening.Id && l.By == LinkedBy.Editor).Select(l => l.ClaimId).ToListAsync(stop)).ToHashSet(),
            Suggested = await SuggestedAsync(db, happening.Id, stop),
            Evidence = evidence,
            Contexts = await db.ContextsAsync(evidence, stop),
            Previous = place > 0 ? order[place - 1] : null,
            Next = place >= 0 && place + 1 < order.Count ? order[place + 1] : null,
            Revisions = await db.RevisionRowsAsync(happening.Id, stop),
        };
    }
}

/// <summary>A claim that cites a document the event cites too; perhaps it speaks of it.</summary>
public sealed record SuggestedClaim(string Slug, string Statement, Stance Stance, EdtfDate? Said);

/// <summary>Everything the page of one event shows.</summary>
public sealed record EventPage
{
    public required PartnershipEvent Event { get; init; }
    public required EventRow Row { get; init; }
    public required IReadOnlyList<string> Parties { get; init; }
    public required IReadOnlyList<ClaimRow> Claims { get; init; }

    /// <summary>Those of <see cref="Claims"/> that an editor linked; the others' quotes overlap the event's.</summary>
    public required IReadOnlySet<Guid> ByEditor { get; init; }

    /// <summary>Claims that are not linked and cite one of its cited documents, those that share most first.</summary>
    public required IReadOnlyList<SuggestedClaim> Suggested { get; init; }
    public required IReadOnlyList<EvidenceRow> Evidence { get; init; }
    public required IReadOnlyDictionary<Guid, QuoteContext> Contexts { get; init; }
    public EventRow? Previous { get; init; }
    public EventRow? Next { get; init; }
    public required IReadOnlyList<RevisionRow> Revisions { get; init; }
}
