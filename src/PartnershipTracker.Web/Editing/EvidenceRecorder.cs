using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>Turns evidence drafts into stored evidence: the quote cut from the text, its anchor, its chain, its origin.</summary>
internal static class EvidenceRecorder
{
    /// <summary>In order, to be added together with the claim or event they belong to.</summary>
    /// <param name="scope">The write.</param>
    /// <param name="drafts">What is quoted or cited.</param>
    /// <param name="claimId">The claim's id; null for an event's evidence.</param>
    /// <param name="eventId">The event's id; null for a claim's evidence.</param>
    /// <param name="before">How many pieces of evidence it has already.</param>
    public static async Task<List<Evidence>> MakeAsync(
        WriteScope scope, IReadOnlyList<EvidenceDraft> drafts, Guid? claimId, Guid? eventId, int before = 0)
    {
        var recorded = new List<Evidence>();
        foreach (var draft in drafts)
        {
            recorded.Add(await MakeAsync(scope, draft, claimId, eventId, before + recorded.Count));
        }

        return recorded;
    }

    private static async Task<Evidence> MakeAsync(
        WriteScope scope, EvidenceDraft draft, Guid? claimId, Guid? eventId, int position)
    {
        var id = Guid.CreateVersion7();
        var chain = await ChainAsync(scope, draft, id);
        var quote = draft.Span is { } span ? await QuoteAsync(scope, draft.DocumentId, span) : null;
        return new Evidence
        {
            Id = id,
            ClaimId = claimId,
            EventId = eventId,
            DocumentId = draft.DocumentId,
            Position = position,
            Kind = quote is null ? EvidenceKind.Cited : EvidenceKind.Quoted,
            Start = quote?.Span.Start,
            End = quote?.Span.End,
            Exact = quote?.Exact,
            Prefix = quote?.Prefix,
            Suffix = quote?.Suffix,
            ExactSha256 = quote is null ? null : Snapshots.Sha256Hex(quote.Exact),
            Anchor = quote is null ? null : await AnchorAsync(scope, draft.DocumentId, quote.Span),
            Note = draft.Note,
            Origin = await OriginAsync(scope, draft.DocumentId, chain),
            Chain = chain,
        };
    }

    private static async Task<List<ChainLink>> ChainAsync(WriteScope scope, EvidenceDraft draft, Guid evidenceId)
    {
        var chain = new List<ChainLink>();
        foreach (var link in draft.Chain)
        {
            var source = await SourceRegister.ResolveAsync(scope, link.Name, link.Kind, "named as a source");
            await SourceRegister.AlsoKnownAsAsync(scope, source, link.Words);
            chain.Add(new ChainLink
            {
                EvidenceId = evidenceId,
                Position = chain.Count,
                SourceId = source.Id,
                Source = source,
                Words = link.Words,
            });
        }

        await scope.SaveAsync();
        foreach (var link in chain)
        {
            await SourceRegister.SettleProposalsAsync(scope, draft.DocumentId, link.Source!);
        }

        return chain;
    }

    private static async Task<Quote> QuoteAsync(WriteScope scope, Guid documentId, TextSpan span)
    {
        var text = await scope.Db.Texts.Where(t => t.DocumentId == documentId).Select(t => t.Readable).SingleAsync(scope.Stop);
        return Quote.From(text, span);
    }

    private static async Task<int> AnchorAsync(WriteScope scope, Guid documentId, TextSpan span)
    {
        var anchors = scope.Db.Anchors.Where(a => a.DocumentId == documentId);
        if (await anchors.SingleOrDefaultAsync(a => a.Start == span.Start && a.End == span.End, scope.Stop) is { } known)
        {
            return known.Number;
        }

        var next = 1 + (await anchors.MaxAsync(a => (int?)a.Number, scope.Stop) ?? 0);
        scope.Db.Anchors.Add(new QuoteAnchor { DocumentId = documentId, Number = next, Start = span.Start, End = span.End });

        // Stored at once, so that the next quote of this write counts on from it.
        await scope.SaveAsync();
        return next;
    }

    private static async Task<string> OriginAsync(WriteScope scope, Guid documentId, List<ChainLink> chain)
    {
        if (chain.LastOrDefault(link => link.Source!.Kind != SourceKind.Unnamed) is { } named)
        {
            return $"source:{named.SourceId}";
        }

        if (chain.Count > 0)
        {
            return $"unnamed:{documentId}";
        }

        var publisher = await scope.Db.Documents.Where(d => d.Id == documentId).Select(d => d.PublisherId).SingleAsync(scope.Stop);
        return publisher is null ? $"document:{documentId}" : $"source:{publisher}";
    }
}
