using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;
using PartnershipTracker.Web.Editing;

namespace PartnershipTracker.Web.Storage;

/// <summary>
/// Carries out the decisions of one file that were not carried out before. Known by (document hash, id): a second start
/// changes nothing, a longer file adds its new ids and touches nothing else.
/// </summary>
internal sealed class SeedReplay(WriteScope scope, Intake intake, Review review, SeedReview seed, Article article)
{
    private readonly Dictionary<string, Guid> events = [];

    /// <returns>How many decisions were new.</returns>
    public async Task<int> RunAsync()
    {
        var done = await scope.Db.ImportedItems.Where(i => i.Batch == seed.Document.Sha256)
            .ToDictionaryAsync(i => i.ItemId, i => i.ResultId, scope.Stop);
        var missing = seed.Decisions.Where(d => !done.ContainsKey(d.Id)).ToList();
        if (missing.Count == 0)
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

        return missing.Count;
    }

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

        var happening = await review.PublishAsync(scope, Event(documentId, decision), Provenance.SeedReview);
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
