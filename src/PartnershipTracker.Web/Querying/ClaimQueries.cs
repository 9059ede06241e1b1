using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>One claim in full, and lists of claims.</summary>
public sealed class ClaimQueries(IDbContextFactory<TrackerDb> databases)
{
    public async Task<ClaimPage?> FindAsync(string slug, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var claim = await db.Claims.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, stop);
        if (claim is null)
        {
            return null;
        }

        var row = (await db.ClaimRowsAsync([claim.Id], stop)).Single();
        return new ClaimPage
        {
            Row = row,
            Claim = claim,
            Parties = await db.Claims.Where(c => c.Id == claim.Id).SelectMany(c => c.Parties)
                .OrderBy(p => p.Name).Select(p => p.Name).ToListAsync(stop),
            Events = await db.EventRowsAsync(db.PublishedEvents().Where(e => e.Claims.Any(l => l.ClaimId == claim.Id)), stop),
            SameDocument = await db.EventRowsAsync(db.PublishedEvents().Where(e => !e.Claims.Any(l => l.ClaimId == claim.Id)
                && e.Evidence.Any(x => x.Kind == EvidenceKind.Cited && db.Evidence.Any(mine => mine.ClaimId == claim.Id && mine.DocumentId == x.DocumentId))), stop),
            Contexts = await db.ContextsAsync(row.Evidence, stop),
            Revisions = await db.RevisionRowsAsync(claim.Id, stop),
        };
    }
}

/// <summary>Everything the page of one claim shows.</summary>
public sealed record ClaimPage
{
    public required ClaimRow Row { get; init; }
    public required Claim Claim { get; init; }
    public required IReadOnlyList<string> Parties { get; init; }
    public required IReadOnlyList<EventRow> Events { get; init; }

    /// <summary>Events that are not linked and cite a document the claim cites too.</summary>
    public required IReadOnlyList<EventRow> SameDocument { get; init; }
    public required IReadOnlyDictionary<Guid, QuoteContext> Contexts { get; init; }
    public required IReadOnlyList<RevisionRow> Revisions { get; init; }
}

public sealed record RevisionRow(int Number, DateTime At, string By, string Why);

/// <summary>
/// The words around a quote within its paragraph, and the other places of the same words in the same text.
/// </summary>
public sealed record QuoteContext(string Before, string After, IReadOnlyList<TextSpan> AlsoAt)
{
    private const int Reach = 280;

    public static QuoteContext Of(string text, TextSpan span)
    {
        var line = span.Start == 0 ? 0 : text.LastIndexOf('\n', span.Start - 1) + 1;
        var end = text.IndexOf('\n', span.End) is var found and >= 0 ? found : text.Length;
        var before = text[line..span.Start];
        var after = text[span.End..end];
        return new QuoteContext(
            before.Length <= Reach ? before : "… " + before[WordStart(before, before.Length - Reach)..],
            after.Length <= Reach ? after : after[..WordEnd(after, Reach)] + " …",
            Others(text, span));
    }

    private static List<TextSpan> Others(string text, TextSpan span)
    {
        var words = span.In(text);
        var others = new List<TextSpan>();
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (at != span.Start)
            {
                others.Add(new TextSpan(at, at + words.Length));
            }
        }

        return others;
    }

    private static int WordStart(string text, int from) => text.IndexOf(' ', from) is var space and >= 0 ? space + 1 : from;

    private static int WordEnd(string text, int upTo) => text.LastIndexOf(' ', upTo) is var space and > 0 ? space : upTo;
}
