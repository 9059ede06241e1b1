using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;
using PartnershipTracker.Web.Editing;
using PartnershipTracker.Web.Importing;

namespace PartnershipTracker.Web.Storage;

/// <summary>
/// Carries out the decisions of one file that were not carried out before. Known by (document hash, id): a second start
/// changes nothing, a longer file adds its new ids and touches nothing else.
/// </summary>
internal sealed class SeedReplay(WriteScope scope, Intake intake, Review review, SeedReview seed, Article article)
{
    private readonly Dictionary<string, Guid> events = [];
    private Dictionary<string, Guid> dossier = [];

    /// <returns>How many decisions were new.</returns>
    public async Task<int> RunAsync()
    {
        var done = await scope.Db.ImportedItems.Where(i => i.Batch == seed.Document.Sha256)
            .ToDictionaryAsync(i => i.ItemId, i => i.ResultId, scope.Stop);
        await ReadDossierAsync();
        var missing = seed.Decisions.Where(d => !done.ContainsKey(d.Id)).ToList();
        var apart = seed.Decisions.Where(d => Same(d) is { } same && done.GetValueOrDefault(d.Id) is { } own && own != same).ToList();
        if (missing.Count + apart.Count == 0)
        {
            return 0;
        }

        foreach (var (id, result) in done.Where(item => item.Value is not null))
        {
            events[id] = result!.Value;
        }

        var document = await intake.AddAsync(scope, article, Fields());

        // Events first: claims may name them.
        foreach (var decision in missing.OrderBy(d => d.Kind == SeedKind.Event ? 0 : 1))
        {
            var result = await CarryOutAsync(document.Id, decision);
            scope.Db.ImportedItems.Add(new ImportedItem { Batch = seed.Document.Sha256, ItemId = decision.Id, ResultId = result });
            await scope.SaveAsync();
        }

        foreach (var decision in apart)
        {
            await JoinAsync(document.Id, decision, done[decision.Id]!.Value, Same(decision)!.Value);
            await scope.SaveAsync();
        }

        return missing.Count;
    }

    /// <summary>The dossier's event that is the same happening as this decision's, where the store has it.</summary>
    private Guid? Same(SeedDecision decision) =>
        decision.Supports is { } id && dossier.TryGetValue(id, out var known) ? known : null;

    /// <summary>
    /// The decision was carried out before the dossier came. Its event is withdrawn in favour of the dossier's, unless an
    /// editor made something of it.
    /// </summary>
    private async Task JoinAsync(Guid documentId, SeedDecision decision, Guid own, Guid same)
    {
        var apart = await scope.Db.Events.Include(e => e.Themes).Include(e => e.Parties).Include(e => e.Evidence).ThenInclude(e => e.Chain)
            .SingleAsync(e => e.Id == own, scope.Stop);
        if (apart.Version > 1)
        {
            return;
        }

        var joined = await review.SupportAsync(scope, same, Event(documentId, decision));
        var linked = await scope.Db.ClaimEvents.Where(l => l.EventId == same).Select(l => l.ClaimId).ToListAsync(scope.Stop);
        var others = await scope.Db.ClaimEvents.Where(l => l.EventId == own && !linked.Contains(l.ClaimId)).ToListAsync(scope.Stop);
        scope.Db.ClaimEvents.AddRange(others.Select(l => new ClaimEvent { ClaimId = l.ClaimId, EventId = same, By = l.By }));
        (apart.State, apart.WithdrawnBecause) = (PublicationState.Withdrawn, $"The same happening stands as “{joined.Title}”, where its quotes are now.");
        scope.Because(apart, "Joined with the dossier’s event");
        var item = await scope.Db.ImportedItems.SingleAsync(i => i.Batch == seed.Document.Sha256 && i.ItemId == decision.Id, scope.Stop);
        item.ResultId = same;
    }

    private async Task ReadDossierAsync() =>
        dossier = await scope.Db.ImportedItems
            .Where(i => i.Batch == DossierImport.Batch && i.ItemId.StartsWith("event:") && i.ResultId != null)
            .ToDictionaryAsync(i => i.ItemId["event:".Length..], i => i.ResultId!.Value, scope.Stop);

    private DocumentFields Fields() => new()
    {
        Title = seed.Document.Title,
        Published = EdtfDate.TryParse(seed.Document.Published, out var date) ? date : null,
        PublishedBasis = seed.Document.PublishedBasis,
        Language = seed.Document.Language,
    };

    private async Task<Guid?> CarryOutAsync(Guid documentId, SeedDecision decision)
    {
        if (decision.Decision == SeedVerdict.Reject)
        {
            var kind = decision.Kind == SeedKind.Claim ? SuggestionKind.Claim : SuggestionKind.Event;
            await review.RejectAsync(scope, kind, documentId, decision.Places.First().In(article.Text)!.Value, decision.Reason);
            return null;
        }

        if (decision.Kind == SeedKind.Claim)
        {
            return (await review.PublishAsync(scope, Claim(documentId, decision), Provenance.SeedReview)).Id;
        }

        var draft = Event(documentId, decision);
        var happening = Same(decision) is { } known
            ? await review.SupportAsync(scope, known, draft)
            : await review.PublishAsync(scope, draft, Provenance.SeedReview);
        return events[decision.Id] = happening.Id;
    }

    private ClaimDraft Claim(Guid documentId, SeedDecision decision) => new()
    {
        Statement = decision.Statement!,
        Stance = decision.Stance!.Value,
        Voice = decision.Voice!.Value,
        Themes = decision.Themes,
        Happened = Date(decision),
        HappenedWords = decision.DateWords,
        Evidence = Evidence(documentId, decision),
        Events = decision.Event is null ? [] : [events[decision.Event]],
        Reason = decision.Reason,
    };

    private EventDraft Event(Guid documentId, SeedDecision decision) => new()
    {
        Title = decision.Title!,
        Summary = decision.Summary,
        Themes = decision.Themes,
        Date = Date(decision),
        DateWords = decision.DateWords,
        Evidence = Evidence(documentId, decision),
        Reason = decision.Reason,
    };

    private static EdtfDate? Date(SeedDecision decision) => decision.Date is null ? null : EdtfDate.Parse(decision.Date);

    private List<EvidenceDraft> Evidence(Guid documentId, SeedDecision decision)
    {
        var chain = decision.Chain.Select(link => new ChainDraft(link.Name, link.Kind, link.Words ?? link.Name)).ToList();
        return [.. decision.Places.Select(place => new EvidenceDraft(documentId, place.In(article.Text), null, chain))];
    }
}
