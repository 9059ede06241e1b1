using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>
/// Adds to a published claim or event the sentence of another document that says the same. What is proposed once is decided
/// once; its other places become evidence with it, or, when they turn up later, by an editor's word.
/// </summary>
public sealed class FurtherEvidence(Writer writer)
{
    /// <returns>The claim or event; a fault when there is nothing to add to, or it was decided already.</returns>
    public Task<Outcome<IRevised>> AddAsync(string by, Guid proposalId, CancellationToken stop) =>
        writer.WriteAsync<Outcome<IRevised>>(by, async scope =>
        {
            if (await OpenAsync(scope, proposalId) is not { } repeat || await ResultAsync(scope, repeat) is not { } resultId)
            {
                return Gone;
            }

            var why = $"Further evidence: the same is said in “{await scope.Db.Documents.Where(d => d.Id == repeat.DocumentId).Select(d => d.Title).SingleAsync(scope.Stop)}”";
            if (repeat.Kind == SuggestionKind.Claim)
            {
                return await AddToClaimAsync(scope, resultId, repeat, why) is { } claim ? claim : Gone;
            }

            return await AddToEventAsync(scope, resultId, repeat, why) is { } happening ? happening : Gone;
        }, stop);

    /// <summary>Leaves the place out; it is not offered again.</summary>
    public Task<Outcome<Proposal>> LeaveAsync(string by, Guid proposalId, CancellationToken stop) =>
        writer.WriteAsync<Outcome<Proposal>>(by, async scope =>
        {
            if (await OpenAsync(scope, proposalId) is not { } repeat)
            {
                return Gone;
            }

            Review.Settle(scope, repeat, ProposalState.Rejected, "not added as further evidence", null);
            return repeat;
        }, stop);

    /// <summary>The undecided further places of proposals, in the order of their documents.</summary>
    public static Task<List<Proposal>> PlacesAsync(WriteScope scope, IReadOnlyList<Guid> proposals) =>
        scope.Db.Proposals.Where(p => p.State == ProposalState.Repeated && p.ResultId == null && proposals.Contains(p.SameAsId!.Value))
            .OrderBy(p => p.Id).ToListAsync(scope.Stop);

    public static void Settle(WriteScope scope, Proposal repeat, Guid resultId) =>
        Review.Settle(scope, repeat, ProposalState.Repeated, "added as further evidence", resultId);

    private static Fault Gone => new("proposal", "This has been decided already, or what it would be evidence for is no longer published.");

    private static Task<Proposal?> OpenAsync(WriteScope scope, Guid id) =>
        scope.Db.Proposals.SingleOrDefaultAsync(p => p.Id == id && p.State == ProposalState.Repeated && p.ResultId == null, scope.Stop);

    /// <summary>What came of the earlier proposal, if it was published.</summary>
    private static Task<Guid?> ResultAsync(WriteScope scope, Proposal repeat) =>
        scope.Db.Proposals.Where(p => p.Id == repeat.SameAsId && (p.State == ProposalState.Accepted || p.State == ProposalState.Changed))
            .Select(p => p.ResultId).SingleOrDefaultAsync(scope.Stop);

    private static async Task<Claim?> AddToClaimAsync(WriteScope scope, Guid id, Proposal repeat, string why)
    {
        var claim = await ClaimDates.Whole(scope)
            .SingleOrDefaultAsync(c => c.Id == id && c.State != PublicationState.Withdrawn, scope.Stop);
        if (claim is null)
        {
            return null;
        }

        var added = await EvidenceRecorder.MakeAsync(scope, [Suggested.Evidence(repeat)], claim.Id, null, claim.Evidence.Count);
        scope.Db.Evidence.AddRange(added);
        await ClaimDates.SettleAsync(scope, claim);
        scope.Because(claim, why);
        await scope.SaveAsync();
        await EventLinks.LinkClaimAsync(scope, claim, []);
        Settle(scope, repeat, id);
        return claim;
    }

    private static async Task<PartnershipEvent?> AddToEventAsync(WriteScope scope, Guid id, Proposal repeat, string why)
    {
        var happening = await scope.Db.Events.Include(e => e.Themes).Include(e => e.Parties).Include(e => e.Evidence).ThenInclude(e => e.Chain)
            .SingleOrDefaultAsync(e => e.Id == id && e.State != PublicationState.Withdrawn, scope.Stop);
        if (happening is null)
        {
            return null;
        }

        var added = await EvidenceRecorder.MakeAsync(scope, [Suggested.Evidence(repeat)], null, happening.Id, happening.Evidence.Count);
        scope.Db.Evidence.AddRange(added);
        scope.Because(happening, why);
        await scope.SaveAsync();
        await EventLinks.LinkEventAsync(scope, happening);
        Settle(scope, repeat, id);
        return happening;
    }
}
