using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>What documents have in common: shared text, and sentences that say what is published or proposed already.</summary>
public sealed class RepeatQueries(IDbContextFactory<TrackerDb> databases)
{
    public const int Most = 50;

    /// <summary>Documents that share much text, those that share most first.</summary>
    /// <param name="document">Slug of one of the two; null for pairs in which either has proposals waiting.</param>
    /// <param name="stop">Cancels the reading.</param>
    public async Task<List<OverlapRow>> OverlapsAsync(string? document, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var waiting = db.Proposals.Where(p => p.State == ProposalState.Pending).Select(p => p.DocumentId);
        return await (
            from o in db.Overlaps.AsNoTracking()
            join later in db.Documents on o.DocumentId equals later.Id
            join earlier in db.Documents on o.EarlierId equals earlier.Id
            where document == null ? waiting.Contains(later.Id) || waiting.Contains(earlier.Id) : later.Slug == document || earlier.Slug == document
            orderby (o.Share > o.EarlierShare ? o.Share : o.EarlierShare) descending, o.DocumentId
            select new OverlapRow(later.Slug, later.Title, o.Share, earlier.Slug, earlier.Title, o.EarlierShare)).Take(Most).ToListAsync(stop);
    }

    /// <summary>Sentences that say what was published from an earlier document, to be added as evidence or left.</summary>
    public async Task<List<OfferRow>> OffersAsync(string? document, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await (
            from p in db.Proposals.AsNoTracking()
            where p.State == ProposalState.Repeated && p.ResultId == null
            join root in db.Proposals on p.SameAsId equals root.Id
            where root.State == ProposalState.Accepted || root.State == ProposalState.Changed
            join d in db.Documents on p.DocumentId equals d.Id
            where document == null || d.Slug == document
            let claim = db.Claims.FirstOrDefault(c => c.Id == root.ResultId && c.State != PublicationState.Withdrawn)
            let happening = db.Events.FirstOrDefault(e => e.Id == root.ResultId && e.State != PublicationState.Withdrawn)
            where claim != null || happening != null
            orderby p.DocumentId, p.Start
            select new OfferRow(
                p.Id, d.Slug, d.Title, d.Text!.Readable.Substring(p.Start, p.End - p.Start), p.Kind == SuggestionKind.Event,
                claim != null ? claim.Slug : happening!.Slug, claim != null ? claim.Statement : happening!.Title)).Take(Most).ToListAsync(stop);
    }

    /// <summary>How many of a document's sentences were proposed before, from earlier documents.</summary>
    public async Task<int> RepeatedAsync(string document, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Proposals.CountAsync(p => p.SameAsId != null && db.Documents.Any(d => d.Id == p.DocumentId && d.Slug == document), stop);
    }
}

/// <summary>Two documents, with the share of each one's text that stands in the other, 0 to 1.</summary>
public sealed record OverlapRow(string Slug, string Title, double Share, string EarlierSlug, string EarlierTitle, double EarlierShare)
{
    /// <summary>The same seen from the other document.</summary>
    public OverlapRow Turned => new(EarlierSlug, EarlierTitle, EarlierShare, Slug, Title, Share);
}

/// <summary>A proposal that repeats an earlier one, and the claim or event that was published from that.</summary>
public sealed record OfferRow(Guid Id, string Slug, string Title, string Quote, bool IsEvent, string ResultSlug, string ResultWords);
