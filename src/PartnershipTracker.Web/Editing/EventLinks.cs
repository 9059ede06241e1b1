using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>Links claims and events: by an editor's word, and by quotes that overlap in one document.</summary>
internal static class EventLinks
{
    public static async Task LinkClaimAsync(WriteScope scope, Claim claim, IReadOnlyList<Guid> byEditor)
    {
        foreach (var eventId in byEditor)
        {
            scope.Db.ClaimEvents.Add(new ClaimEvent { ClaimId = claim.Id, EventId = eventId, By = LinkedBy.Editor });
        }

        var overlapping = await Overlapping(scope, claim.Evidence)
            .Where(e => e.EventId != null)
            .Select(e => e.EventId!.Value)
            .Distinct()
            .ToListAsync(scope.Stop);
        var linked = await scope.Db.ClaimEvents.Where(l => l.ClaimId == claim.Id).Select(l => l.EventId).ToListAsync(scope.Stop);
        foreach (var eventId in overlapping.Except(byEditor).Except(linked))
        {
            scope.Db.ClaimEvents.Add(new ClaimEvent { ClaimId = claim.Id, EventId = eventId, By = LinkedBy.Overlap });
        }
    }

    public static async Task LinkEventAsync(WriteScope scope, PartnershipEvent happening)
    {
        var overlapping = await Overlapping(scope, happening.Evidence)
            .Where(e => e.ClaimId != null)
            .Select(e => e.ClaimId!.Value)
            .Distinct()
            .ToListAsync(scope.Stop);
        var linked = await scope.Db.ClaimEvents.Where(l => l.EventId == happening.Id).Select(l => l.ClaimId).ToListAsync(scope.Stop);
        foreach (var claimId in overlapping.Except(linked))
        {
            scope.Db.ClaimEvents.Add(new ClaimEvent { ClaimId = claimId, EventId = happening.Id, By = LinkedBy.Overlap });
        }
    }

    /// <summary>By an editor's word; a link that stands already stays as it is.</summary>
    public static async Task LinkAsync(WriteScope scope, PartnershipEvent happening, Claim claim)
    {
        if (await scope.Db.ClaimEvents.AnyAsync(l => l.EventId == happening.Id && l.ClaimId == claim.Id, scope.Stop))
        {
            return;
        }

        scope.Db.ClaimEvents.Add(new ClaimEvent { ClaimId = claim.Id, EventId = happening.Id, By = LinkedBy.Editor });
        scope.Because(happening, $"Linked to the claim “{claim.Statement}”");
    }

    /// <summary>Takes an editor's link away. One by overlapping quotes lasts as long as the quotes.</summary>
    public static async Task UnlinkAsync(WriteScope scope, PartnershipEvent happening, Claim claim)
    {
        if (await scope.Db.ClaimEvents.SingleOrDefaultAsync(l => l.EventId == happening.Id && l.ClaimId == claim.Id && l.By == LinkedBy.Editor, scope.Stop) is { } link)
        {
            scope.Db.ClaimEvents.Remove(link);
            scope.Because(happening, $"No longer linked to the claim “{claim.Statement}”");
        }
    }

    private static IQueryable<Evidence> Overlapping(WriteScope scope, List<Evidence> evidence)
    {
        var ids = evidence.Where(e => e.Kind == EvidenceKind.Quoted).Select(e => e.Id).ToList();
        return
            from mine in scope.Db.Evidence
            where ids.Contains(mine.Id)
            from other in scope.Db.Evidence
            where other.DocumentId == mine.DocumentId && other.Start < mine.End && mine.Start < other.End
            select other;
    }
}
