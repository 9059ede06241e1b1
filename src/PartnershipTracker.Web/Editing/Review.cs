using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>
/// Decisions on what the reading engine proposed. The same code serves the desk and the seed's recorded decisions.
/// </summary>
public sealed class Review(Writer writer, Recorder recorder, IDbContextFactory<TrackerDb> databases)
{
    /// <summary>Publishes a pending proposal just as it was suggested, or with the statement and stance given.</summary>
    /// <returns>The claim, event or source; a fault when it is no longer pending.</returns>
    public async Task<Outcome<IRevised>> AcceptAsync(
        string by, Guid proposalId, string? words, Stance? stance, CancellationToken stop)
    {
        return await writer.WriteAsync<Outcome<IRevised>>(by, async scope =>
        {
            if (await PendingAsync(scope, proposalId) is not { } proposal)
            {
                return NotPending;
            }

            var suggestion = proposal.Suggestion;
            var final = string.IsNullOrWhiteSpace(words) ? suggestion.Words : words.Trim();
            switch (proposal.Kind)
            {
                case SuggestionKind.Claim:
                    var claim = Suggested.Claim(proposal) with { Statement = final, Stance = stance ?? suggestion.Stance };
                    return claim.Faults() is [_, ..] faults ? faults : await PublishAsync(scope, claim, Provenance.Editor);
                case SuggestionKind.Event:
                    var happening = Suggested.Event(proposal) with { Title = final };
                    return happening.Faults() is [_, ..] wrong ? wrong : await PublishAsync(scope, happening, Provenance.Editor);
                default:
                    var kind = suggestion.Chain is [var named, ..] ? named.Kind : SourceKind.Publication;
                    var source = await SourceRegister.ResolveAsync(scope, final, kind, "accepted from a proposal");
                    await SourceRegister.AlsoKnownAsAsync(scope, source, suggestion.Words);
                    await scope.SaveAsync();
                    await SourceRegister.SettleProposalsAsync(scope, proposal.DocumentId, source);
                    return source;
            }
        }, stop);
    }

    public async Task<Outcome<Proposal>> RejectAsync(string by, Guid proposalId, string? reason, CancellationToken stop)
    {
        return await writer.WriteAsync<Outcome<Proposal>>(by, async scope =>
        {
            if (await PendingAsync(scope, proposalId) is not { } proposal)
            {
                return NotPending;
            }

            Settle(scope, proposal, ProposalState.Rejected, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), null);
            return proposal;
        }, stop);
    }

    /// <summary>
    /// Publishes a claim. Pending claim proposals on the words it quotes are thereby decided: accepted when it says just
    /// what they suggested, else changed. Where other documents say the same, their sentences become further evidence.
    /// </summary>
    public async Task<Claim> PublishAsync(WriteScope scope, ClaimDraft draft, Provenance provenance)
    {
        var covered = await DecidedAsync(scope, SuggestionKind.Claim, draft.Evidence, provenance);
        var same = covered.Any(p => Suggested.IsSame(Suggested.Claim(p), draft));
        var places = await PlacesAsync(scope, covered, draft.Evidence);
        draft = draft with { Evidence = [.. draft.Evidence, .. places.Select(Suggested.Evidence)] };
        var claim = await recorder.AddAsync(scope, draft, provenance, Why(covered.Count > 0, same, draft.Reason));
        SettleAll(scope, covered, same, draft.Reason, claim.Id);
        places.ForEach(place => FurtherEvidence.Settle(scope, place, claim.Id));
        await scope.SaveAsync();
        return claim;
    }

    /// <summary>The same for an event.</summary>
    public async Task<PartnershipEvent> PublishAsync(WriteScope scope, EventDraft draft, Provenance provenance)
    {
        var covered = await DecidedAsync(scope, SuggestionKind.Event, draft.Evidence, provenance);
        var same = covered.Any(p => Suggested.IsSame(Suggested.Event(p), draft));
        var places = await PlacesAsync(scope, covered, draft.Evidence);
        draft = draft with { Evidence = [.. draft.Evidence, .. places.Select(Suggested.Evidence)] };
        var happening = await recorder.AddAsync(scope, draft, provenance, Why(covered.Count > 0, same, draft.Reason));
        SettleAll(scope, covered, same, draft.Reason, happening.Id);
        places.ForEach(place => FurtherEvidence.Settle(scope, place, happening.Id));
        await scope.SaveAsync();
        return happening;
    }

    /// <summary>
    /// Adds what a draft quotes to an event that stands already; nothing else of the draft is taken. Pending event proposals
    /// on those words are thereby decided.
    /// </summary>
    public async Task<PartnershipEvent> SupportAsync(WriteScope scope, Guid eventId, EventDraft draft)
    {
        var covered = await CoveredAsync(scope, SuggestionKind.Event, draft.Evidence);
        var happening = await recorder.SupportAsync(scope, eventId, draft.Evidence, $"Quoted too, as the same happening. {draft.Reason}".TrimEnd());
        SettleAll(scope, covered, same: false, draft.Reason, happening.Id);
        await scope.SaveAsync();
        return happening;
    }

    /// <summary>Rejects the pending proposals of one kind on these words; nothing is published.</summary>
    public async Task RejectAsync(WriteScope scope, SuggestionKind kind, Guid documentId, TextSpan span, string? reason)
    {
        foreach (var proposal in await CoveredAsync(scope, kind, [new EvidenceDraft(documentId, span, null, [])]))
        {
            Settle(scope, proposal, ProposalState.Rejected, reason, null);
        }
    }

    public async Task<Proposal?> PendingAsync(Guid proposalId, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Proposals.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == proposalId && p.State == ProposalState.Pending, stop);
    }

    internal static void Settle(WriteScope scope, Proposal proposal, ProposalState state, string? reason, Guid? resultId)
    {
        proposal.State = state;
        proposal.Reason = reason;
        proposal.DecidedBy = scope.By;
        proposal.DecidedAt = scope.Now;
        proposal.ResultId = resultId;
    }

    private static Fault NotPending => new("proposal", "This proposal has been decided already, perhaps by someone else.");

    private static Task<Proposal?> PendingAsync(WriteScope scope, Guid id) =>
        scope.Db.Proposals.SingleOrDefaultAsync(p => p.Id == id && p.State == ProposalState.Pending, scope.Stop);

    private static async Task<List<Proposal>> CoveredAsync(
        WriteScope scope, SuggestionKind kind, IReadOnlyList<EvidenceDraft> evidence)
    {
        var covered = new List<Proposal>();
        foreach (var (documentId, span) in evidence.Where(e => e.Span is not null).Select(e => (e.DocumentId, e.Span!.Value)))
        {
            covered.AddRange(await scope.Db.Proposals
                .Where(p => p.State == ProposalState.Pending && p.Kind == kind && p.DocumentId == documentId)
                .Where(p => p.Start < span.End && span.Start < p.End)
                .ToListAsync(scope.Stop));
        }

        return [.. covered.Distinct()];
    }

    /// <summary>
    /// What a decision answers: the proposals on just these words, if there are any, so that the two halves of a sentence of
    /// two minds are decided apart; else, and for seed files, which decide on sentences whole, all that overlap.
    /// </summary>
    private static async Task<List<Proposal>> DecidedAsync(
        WriteScope scope, SuggestionKind kind, IReadOnlyList<EvidenceDraft> evidence, Provenance provenance)
    {
        var covered = await CoveredAsync(scope, kind, evidence);
        var exact = covered.FindAll(p => IsOn(p, evidence));
        return provenance == Provenance.Editor && exact.Count > 0 ? exact : covered;
    }

    /// <summary>Further places of the proposals that stand on just the words that are quoted.</summary>
    private static Task<List<Proposal>> PlacesAsync(WriteScope scope, List<Proposal> covered, IReadOnlyList<EvidenceDraft> evidence) =>
        FurtherEvidence.PlacesAsync(scope, [.. covered.Where(p => IsOn(p, evidence)).Select(p => p.Id)]);

    private static bool IsOn(Proposal proposal, IReadOnlyList<EvidenceDraft> evidence) =>
        evidence.Any(e => e.DocumentId == proposal.DocumentId && e.Span == new TextSpan(proposal.Start, proposal.End));

    private static void SettleAll(WriteScope scope, List<Proposal> covered, bool same, string? reason, Guid resultId)
    {
        foreach (var proposal in covered)
        {
            Settle(scope, proposal, same ? ProposalState.Accepted : ProposalState.Changed, reason, resultId);
        }
    }

    private static string Why(bool proposed, bool same, string? reason)
    {
        var how = (proposed, same) switch
        {
            (true, true) => "Accepted as proposed",
            (true, false) => "Changed from what was proposed",
            _ => "Added; nothing was proposed here",
        };
        return reason is null ? how : $"{how}. {reason}";
    }
}
