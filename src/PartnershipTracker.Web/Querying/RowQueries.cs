using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>
/// Rows with all they show, in a fixed number of statements however many rows: claims, themes, evidence, chains.
/// </summary>
internal static class RowQueries
{
    /// <summary>In the order of <paramref name="ids"/>.</summary>
    public static async Task<List<ClaimRow>> ClaimRowsAsync(this TrackerDb db, IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        var rows = await db.Claims.AsNoTracking()
            .Where(c => ids.Contains(c.Id))
            .Select(c => new ClaimRow
            {
                Id = c.Id,
                Slug = c.Slug,
                Statement = c.Statement,
                Stance = c.Stance,
                Voice = c.Voice,
                State = c.State,
                Provenance = c.Provenance,
                Happened = c.Happened,
                Said = c.Said,
                Themes = c.Themes.OrderBy(t => t.Position).Select(t => new ThemeRow(t.Slug, t.Label)).ToList(),
            })
            .ToListAsync(stop);
        var evidence = await db.EvidenceRowsAsync(db.Evidence.Where(e => ids.Contains(e.ClaimId!.Value)), stop);
        var relations = await db.RelationRowsAsync(ids, stop);
        var byId = rows.ToDictionary(row => row.Id, row => row with { Evidence = [.. evidence[row.Id]], Relations = [.. relations[row.Id]] });
        return [.. ids.Select(id => byId[id])];
    }

    /// <summary>By claim, what bears most on whether it still stands first.</summary>
    private static async Task<ILookup<Guid, RelationRow>> RelationRowsAsync(this TrackerDb db, IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        var recorded = await db.ClaimRelations.AsNoTracking().Where(r => ids.Contains(r.ClaimId) && r.Other!.State != PublicationState.Withdrawn)
            .Select(r => new { Of = r.ClaimId, r.Kind, r.Other!.Slug, r.Other.Statement, r.Other.Stance, r.Other.Earliest }).ToListAsync(stop);
        var pointing = await db.ClaimRelations.AsNoTracking().Where(r => ids.Contains(r.OtherId) && r.Claim!.State != PublicationState.Withdrawn)
            .Select(r => new { Of = r.OtherId, r.Kind, r.Claim!.Slug, r.Claim.Statement, r.Claim.Stance, r.Claim.Earliest }).ToListAsync(stop);
        return recorded.Select(r => (Row: r, Seen: Seen(r.Kind, pointing: false))).Concat(pointing.Select(r => (Row: r, Seen: Seen(r.Kind, pointing: true))))
            .OrderBy(r => r.Seen).ThenBy(r => r.Row.Earliest).ThenBy(r => r.Row.Slug, StringComparer.Ordinal)
            .ToLookup(r => r.Row.Of, r => new RelationRow(r.Seen, r.Row.Slug, r.Row.Statement, r.Row.Stance));
    }

    private static RelationSeen Seen(RelationKind kind, bool pointing) => (kind, pointing) switch
    {
        (RelationKind.Contradicts, _) => RelationSeen.ContradictedBy,
        (RelationKind.SameAs, _) => RelationSeen.SameAs,
        (RelationKind.Supersedes, true) => RelationSeen.SupersededBy,
        (RelationKind.Supersedes, false) => RelationSeen.Supersedes,
        (_, true) => RelationSeen.QualifiedBy,
        _ => RelationSeen.Qualifies,
    };

    /// <summary>By claim or event, quoted before cited, each in its own order.</summary>
    public static async Task<ILookup<Guid, EvidenceRow>> EvidenceRowsAsync(
        this TrackerDb db, IQueryable<Evidence> evidence, CancellationToken stop)
    {
        var rows = await evidence.AsNoTracking()
            .OrderBy(e => e.Kind == EvidenceKind.Cited).ThenBy(e => e.Position)
            .Select(e => new EvidenceRow
            {
                Id = e.Id,
                SubjectId = e.ClaimId ?? e.EventId!.Value,
                Kind = e.Kind,
                Start = e.Start,
                End = e.End,
                Exact = e.Exact,
                Anchor = e.Anchor,
                Note = e.Note,
                Origin = e.Origin,
                DocumentId = e.DocumentId,
                DocumentSlug = e.Document!.Slug,
                DocumentTitle = e.Document.Title,
                DocumentAddress = e.Document.Address,
                Publisher = e.Document.Publisher!.Name,
                Published = e.Document.Published,
                Tier = e.Document.Tier,
                Chain = e.Chain.OrderBy(l => l.Position)
                    .Select(l => new ChainRow(l.Source!.Slug, l.Source.Name, l.Words, l.Source.Kind)).ToList(),
            })
            .ToListAsync(stop);
        return rows.ToLookup(row => row.SubjectId);
    }

    /// <summary>By date, undated last.</summary>
    public static Task<List<EventRow>> EventRowsAsync(
        this TrackerDb db, IQueryable<PartnershipEvent> events, CancellationToken stop, int most = int.MaxValue) =>
        events
            .OrderBy(e => e.Earliest == null).ThenBy(e => e.Earliest).ThenBy(e => e.Latest).ThenBy(e => e.Id)
            .Take(most)
            .Select(e => new EventRow
            {
                Id = e.Id,
                Slug = e.Slug,
                Title = e.Title,
                Summary = e.Summary,
                Date = e.Date,
                DateWords = e.DateWords,
                State = e.State,
                Provenance = e.Provenance,
                Themes = e.Themes.OrderBy(t => t.Position).Select(t => new ThemeRow(t.Slug, t.Label)).ToList(),
                Quoted = e.Evidence.Count(x => x.Kind == EvidenceKind.Quoted),
                Cited = e.Evidence.Count(x => x.Kind == EvidenceKind.Cited),
                Stances = e.Claims.Where(l => l.Claim!.State != PublicationState.Withdrawn)
                    .Select(l => l.Claim!.Stance).ToList(),
            })
            .ToListAsync(stop);

    public static async Task<Dictionary<Guid, QuoteContext>> ContextsAsync(
        this TrackerDb db, IReadOnlyList<EvidenceRow> evidence, CancellationToken stop)
    {
        var documents = evidence.Where(e => e.Span is not null).Select(e => e.DocumentId).Distinct().ToList();
        var texts = await db.Texts.AsNoTracking().Where(t => documents.Contains(t.DocumentId))
            .Select(t => new { t.DocumentId, t.Readable }).ToDictionaryAsync(t => t.DocumentId, t => t.Readable, stop);
        return evidence.Where(e => e.Span is not null)
            .ToDictionary(e => e.Id, e => QuoteContext.Of(texts[e.DocumentId], e.Span!.Value));
    }

    public static Task<List<RevisionRow>> RevisionRowsAsync(this TrackerDb db, Guid subject, CancellationToken stop) =>
        db.Revisions.AsNoTracking().Where(r => r.SubjectId == subject).OrderByDescending(r => r.Number)
            .Select(r => new RevisionRow(r.Number, r.At, r.By, r.Why)).ToListAsync(stop);
}
