using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>A document with everything that rests on it.</summary>
public sealed class DocumentQueries(IDbContextFactory<TrackerDb> databases)
{
    /// <param name="slug">The document's.</param>
    /// <param name="atDesk">Editors also see documents that nothing published rests on yet.</param>
    /// <param name="stop">Cancels the reading.</param>
    public async Task<DocumentPage?> FindAsync(string slug, bool atDesk, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var visible = atDesk ? db.Documents.AsNoTracking() : db.PublicDocuments();
        var document = await visible.Include(d => d.Publisher).SingleOrDefaultAsync(d => d.Slug == slug, stop);
        if (document is null)
        {
            return null;
        }

        var evidence = await db.PublishedEvidence().Where(e => e.DocumentId == document.Id)
            .OrderBy(e => e.Start).ThenBy(e => e.End).ThenBy(e => e.EventId == null).ThenBy(e => e.Id)
            .Select(e => new { e.ClaimId, e.EventId, e.Start, e.End, e.Anchor, e.Note })
            .ToListAsync(stop);
        var claimIds = evidence.Where(e => e.ClaimId is not null).Select(e => e.ClaimId!.Value).ToHashSet();
        var eventIds = evidence.Where(e => e.EventId is not null).Select(e => e.EventId!.Value).ToHashSet();
        var claims = await db.Claims.AsNoTracking().Where(c => claimIds.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => new RestingRow(c.Slug, c.Statement, c.Stance), stop);
        var events = await db.Events.AsNoTracking().Where(h => eventIds.Contains(h.Id))
            .ToDictionaryAsync(h => h.Id, h => new RestingRow(h.Slug, h.Title, null), stop);
        var resting = evidence.Select(e => (e.Anchor, e.Start, e.End, e.Note, Row: e.ClaimId is { } id ? claims[id] : events[e.EventId!.Value])).ToList();
        return new DocumentPage
        {
            Document = document,
            Text = await db.Texts.AsNoTracking().Where(t => t.DocumentId == document.Id)
                .Select(t => new ShownText(t.Readable, t.BytesSha256, t.Marked)).SingleOrDefaultAsync(stop),
            Quotes =
            [
                .. resting.Where(r => r.Anchor is not null)
                    .GroupBy(r => r.Anchor!.Value)
                    .Select(g => new QuoteMark(g.Key, new TextSpan(g.First().Start!.Value, g.First().End!.Value), [.. g.Select(r => r.Row)])),
            ],
            Cited = [.. resting.Where(r => r.Anchor is null).Select(r => new CitedNote(r.Note ?? "", r.Row))],
        };
    }
}

public sealed record DocumentPage
{
    public required Document Document { get; init; }

    /// <summary>Null for a document that is only cited.</summary>
    public ShownText? Text { get; init; }

    /// <summary>Distinct quoted spans in text order.</summary>
    public required IReadOnlyList<QuoteMark> Quotes { get; init; }

    public required IReadOnlyList<CitedNote> Cited { get; init; }
}

/// <summary>What a page needs of a captured text; not the bytes.</summary>
public sealed record ShownText(string Readable, string BytesSha256, IReadOnlyList<MarkedLine> Marked);

/// <summary>One span of the text and what rests on it.</summary>
public sealed record QuoteMark(int Anchor, TextSpan Span, IReadOnlyList<RestingRow> Resting)
{
    /// <summary>How the mark looks: the side its claims are on, neutral when they disagree or only events rest on it.</summary>
    public Stance Stance => Resting.Select(r => r.Stance).OfType<Stance>().Distinct().ToList() is [var only] ? only : Stance.Neutral;

    /// <summary>Only events rest on it.</summary>
    public bool IsEvent => Resting.All(r => r.IsEvent);
}

/// <summary>A claim (with its stance) or an event (without) that rests on something.</summary>
public sealed record RestingRow(string Slug, string Words, Stance? Stance)
{
    public bool IsEvent => Stance is null;
}

public sealed record CitedNote(string Note, RestingRow Row);
