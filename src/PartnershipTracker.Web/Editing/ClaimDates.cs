using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>The date a claim is sorted and ranged by: the first known of happened, said, published.</summary>
internal static class ClaimDates
{
    public static async Task<EdtfDate?> FirstKnownAsync(WriteScope scope, EdtfDate? happened, EdtfDate? said, IEnumerable<Guid> documents)
    {
        if ((happened ?? said) is { } known)
        {
            return known;
        }

        var ids = documents.Distinct().ToList();
        var dates = await scope.Db.Documents.Where(d => ids.Contains(d.Id) && d.Published != null).Select(d => d.Published!).ToListAsync(scope.Stop);
        return dates.OrderBy(d => d.Earliest).ThenBy(d => d.Latest).FirstOrDefault();
    }

    /// <summary>Sets it anew, after the claim's dates, its evidence (which must be loaded) or a document's publication date changed.</summary>
    /// <returns>Whether it is another than before.</returns>
    public static async Task<bool> SettleAsync(WriteScope scope, Claim claim)
    {
        var date = await FirstKnownAsync(scope, claim.Happened, claim.Said, claim.Evidence.Select(e => e.DocumentId));
        var before = (claim.Earliest, claim.Latest);
        (claim.Earliest, claim.Latest) = (date?.Earliest, date?.Latest);
        return before != (claim.Earliest, claim.Latest);
    }

    /// <summary>Claims without a date of their own move with their document's publication date.</summary>
    public static async Task SettleUndatedAsync(WriteScope scope, Document document)
    {
        var undated = await Whole(scope).Where(c => c.Happened == null && c.Said == null && c.Evidence.Any(e => e.DocumentId == document.Id)).ToListAsync(scope.Stop);
        foreach (var claim in undated)
        {
            if (await SettleAsync(scope, claim))
            {
                scope.Because(claim, $"The publication date of “{document.Title}” is now {document.Published?.Value ?? "unknown"}");
            }
        }
    }

    /// <summary>Claims with all that their revisions keep.</summary>
    public static IQueryable<Claim> Whole(WriteScope scope) =>
        scope.Db.Claims.Include(c => c.Themes).Include(c => c.Parties).Include(c => c.Evidence).ThenInclude(e => e.Chain);
}
