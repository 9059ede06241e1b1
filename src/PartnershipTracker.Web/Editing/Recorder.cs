using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Web.Security;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>Enters a decided claim or event into the store, inside a write.</summary>
public sealed class Recorder(Vocabulary vocabulary, SafeMarkup markup)
{
    public async Task<Claim> AddAsync(WriteScope scope, ClaimDraft draft, Provenance provenance, string why)
    {
        var id = Guid.CreateVersion7();
        var evidence = await EvidenceRecorder.MakeAsync(scope, draft.Evidence, claimId: id, eventId: null);
        var date = await ClaimDates.FirstKnownAsync(scope, draft.Happened, draft.Said, draft.Evidence.Select(e => e.DocumentId));
        var claim = new Claim
        {
            Id = id,
            Slug = await Slugs.FreeAsync(draft.Statement, scope.Db.Claims.Select(c => c.Slug), scope.Stop),
            Statement = draft.Statement.Trim(),
            Stance = draft.Stance,
            Voice = draft.Voice,
            Happened = draft.Happened,
            HappenedWords = draft.HappenedWords,
            Said = draft.Said,
            Earliest = date?.Earliest,
            Latest = date?.Latest,
            Note = draft.Note,
            NoteHtml = draft.Note is null ? null : markup.Render(draft.Note),
            State = PublicationState.Unreviewed,
            Provenance = provenance,
            Author = scope.By,
            RecordedAt = scope.Now,
            Themes = await ThemesAsync(scope, draft.Themes),
            Parties = await PartiesAsync(scope, [draft.Statement, .. evidence.Select(e => e.Exact ?? "")]),
            Evidence = evidence,
        };
        scope.Db.Claims.Add(claim);
        scope.Because(claim, why);
        await scope.SaveAsync();
        await EventLinks.LinkClaimAsync(scope, claim, draft.Events);
        return claim;
    }

    public async Task<PartnershipEvent> AddAsync(WriteScope scope, EventDraft draft, Provenance provenance, string why)
    {
        var id = Guid.CreateVersion7();
        var evidence = await EvidenceRecorder.MakeAsync(scope, draft.Evidence, claimId: null, eventId: id);
        var happening = new PartnershipEvent
        {
            Id = id,
            Slug = await Slugs.FreeAsync(draft.Title, scope.Db.Events.Select(e => e.Slug), scope.Stop),
            Title = draft.Title.Trim(),
            Summary = draft.Summary,
            Date = draft.Date,
            DateWords = draft.DateWords,
            Earliest = draft.Date?.Earliest,
            Latest = draft.Date?.Latest,
            State = PublicationState.Unreviewed,
            Provenance = provenance,
            Author = scope.By,
            RecordedAt = scope.Now,
            Themes = await ThemesAsync(scope, draft.Themes),
            Parties = await PartiesAsync(scope, [draft.Title, .. evidence.Select(e => e.Exact ?? "")]),
            Evidence = evidence,
        };
        scope.Db.Events.Add(happening);
        scope.Because(happening, why);
        await scope.SaveAsync();
        await EventLinks.LinkEventAsync(scope, happening);
        return happening;
    }

    /// <summary>Adds evidence to an event, and the links that follow from it.</summary>
    public async Task<PartnershipEvent> SupportAsync(WriteScope scope, Guid eventId, IReadOnlyList<EvidenceDraft> drafts, string why)
    {
        var evidence = await EvidenceRecorder.MakeAsync(scope, drafts, claimId: null, eventId);
        var happening = await scope.Db.Events.Include(e => e.Themes).Include(e => e.Parties)
            .Include(e => e.Evidence).ThenInclude(e => e.Chain).SingleAsync(e => e.Id == eventId, scope.Stop);
        scope.Db.Evidence.AddRange(evidence);
        scope.Because(happening, why);
        await scope.SaveAsync();
        await EventLinks.LinkEventAsync(scope, happening);
        return happening;
    }

    private static Task<List<Theme>> ThemesAsync(WriteScope scope, IReadOnlyList<string> slugs) =>
        scope.Db.Themes.Where(t => slugs.Contains(t.Slug)).OrderBy(t => t.Position).ToListAsync(scope.Stop);

    private Task<List<Party>> PartiesAsync(WriteScope scope, IReadOnlyList<string> texts)
    {
        var slugs = texts.SelectMany(vocabulary.PartiesIn).Select(known => known.Slug).Distinct().ToList();
        return scope.Db.Parties.Where(p => slugs.Contains(p.Slug)).OrderBy(p => p.Name).ToListAsync(scope.Stop);
    }
}
