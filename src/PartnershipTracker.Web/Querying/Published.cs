using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>What readers may see in lists: nothing withdrawn, and only documents that something published rests on.</summary>
public static class Published
{
    public static IQueryable<Claim> PublishedClaims(this TrackerDb db) =>
        db.Claims.AsNoTracking().Where(c => c.State != PublicationState.Withdrawn);

    public static IQueryable<PartnershipEvent> PublishedEvents(this TrackerDb db) =>
        db.Events.AsNoTracking().Where(e => e.State != PublicationState.Withdrawn);

    public static IQueryable<Evidence> PublishedEvidence(this TrackerDb db) =>
        db.Evidence.AsNoTracking().Where(e =>
            db.Claims.Any(c => c.Id == e.ClaimId && c.State != PublicationState.Withdrawn)
            || db.Events.Any(h => h.Id == e.EventId && h.State != PublicationState.Withdrawn));

    public static IQueryable<Document> PublicDocuments(this TrackerDb db) =>
        db.Documents.AsNoTracking().Where(d => db.PublishedEvidence().Any(e => e.DocumentId == d.Id));
}
