using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Editing;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>What editors see and readers do not.</summary>
public sealed class DeskQueries(IDbContextFactory<TrackerDb> databases)
{
    public const int PageSize = 50;

    /// <summary>Pending proposals in text order, at most <see cref="PageSize"/>, and how many there are in all.</summary>
    /// <param name="document">Slug of the one document to show those of; null for all.</param>
    /// <param name="stop">Cancels the reading.</param>
    public async Task<(List<ProposalRow> Rows, int Total)> PendingAsync(string? document, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var pending = db.Proposals.AsNoTracking().Where(p => p.State == ProposalState.Pending)
            .Where(p => document == null || db.Documents.Any(d => d.Id == p.DocumentId && d.Slug == document));
        var page = await pending.OrderBy(p => p.DocumentId).ThenBy(p => p.Start).ThenBy(p => p.Kind).ThenBy(p => p.Id).Take(PageSize).ToListAsync(stop);
        var ids = page.Select(p => p.DocumentId).Distinct().ToList();
        var documents = await db.Documents.AsNoTracking().Where(d => ids.Contains(d.Id))
            .Select(d => new { d.Id, d.Slug, d.Title, d.Text!.Readable }).ToDictionaryAsync(d => d.Id, stop);
        var parties = await db.Parties.AsNoTracking().ToDictionaryAsync(p => p.Slug, p => p.Name, stop);
        var places = await PlacesAsync(db, [.. page.Select(p => p.Id)], stop);
        var labels = await db.Themes.AsNoTracking().ToDictionaryAsync(t => t.Slug, t => t.Label, stop);
        var rows = page.Select(p => new ProposalRow(
            p, documents[p.DocumentId].Slug, documents[p.DocumentId].Title,
            new TextSpan(p.Start, p.End).In(documents[p.DocumentId].Readable),
            [.. p.Suggestion.Themes.Select(slug => labels.GetValueOrDefault(slug, slug))],
            [.. p.Suggestion.Parties.Select(slug => parties.GetValueOrDefault(slug, slug))],
            [.. places[p.Id]])).ToList();
        return (rows, await pending.CountAsync(stop));
    }

    private static async Task<ILookup<Guid, PlaceRow>> PlacesAsync(TrackerDb db, List<Guid> proposals, CancellationToken stop)
    {
        var places = await (
            from p in db.Proposals.AsNoTracking()
            where p.State == ProposalState.Repeated && proposals.Contains(p.SameAsId!.Value)
            join d in db.Documents on p.DocumentId equals d.Id
            orderby p.Id
            select new { p.SameAsId, Row = new PlaceRow(d.Slug, d.Title, d.Text!.Readable.Substring(p.Start, p.End - p.Start)) }).ToListAsync(stop);
        return places.ToLookup(p => p.SameAsId!.Value, p => p.Row);
    }

    /// <summary>Title of a document; null where there is none of that slug.</summary>
    public async Task<string?> TitleAsync(string slug, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Documents.Where(d => d.Slug == slug).Select(d => d.Title).SingleOrDefaultAsync(stop);
    }

    /// <summary>What editors see of one document; null where there is none of that slug.</summary>
    public async Task<DeskDocumentPage?> DocumentAsync(string slug, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.Documents.AsNoTracking().Include(d => d.Publisher).SingleOrDefaultAsync(d => d.Slug == slug, stop) is not { } document)
        {
            return null;
        }

        return new DeskDocumentPage(
            document,
            await db.Proposals.CountAsync(p => p.DocumentId == document.Id && p.State == ProposalState.Pending, stop),
            await Rereadings.OfAsync(db, document, stop),
            await db.RevisionRowsAsync(document.Id, stop));
    }

    /// <summary>All documents, newest first, for choosing one.</summary>
    public async Task<List<DocumentChoice>> DocumentsAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Documents.AsNoTracking().OrderByDescending(d => d.RecordedAt).ThenByDescending(d => d.Id)
            .Select(d => new DocumentChoice(d.Slug, d.Title, d.Text != null)).ToListAsync(stop);
    }

    /// <summary>The claim form filled with what a proposal suggests.</summary>
    public async Task<ClaimForm> FormAsync(Proposal proposal, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var document = await db.Documents.AsNoTracking().Where(d => d.Id == proposal.DocumentId)
            .Select(d => new { d.Slug, d.Text!.Readable }).SingleAsync(stop);
        var suggestion = proposal.Suggestion;
        return new ClaimForm
        {
            Document = document.Slug,
            Quote = new TextSpan(proposal.Start, proposal.End).In(document.Readable),
            Statement = suggestion.Words,
            Stance = suggestion.Stance.ToString(),
            Voice = suggestion.Voice.ToString(),
            Themes = [.. suggestion.Themes],
            Chain = string.Join('\n', suggestion.Chain.Select(named => named.Name)),
            Happened = suggestion.Date?.Edtf?.Value,
        };
    }

    public async Task<List<string>> SourceNamesAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Sources.AsNoTracking().OrderBy(s => s.Name).Select(s => s.Name).ToListAsync(stop);
    }
}

public sealed record ProposalRow(
    Proposal Proposal, string DocumentSlug, string DocumentTitle, string Quote, IReadOnlyList<string> Themes, IReadOnlyList<string> Parties,
    IReadOnlyList<PlaceRow> AlsoIn);

/// <summary>A document as editors see it, with how many proposals wait and which published dates now read otherwise.</summary>
public sealed record DeskDocumentPage(Document Document, int Waiting, IReadOnlyList<Rereading> Rereadings, IReadOnlyList<RevisionRow> Revisions);

/// <summary>Another document that says the same, in its own words.</summary>
public sealed record PlaceRow(string Slug, string Title, string Quote);

public sealed record DocumentChoice(string Slug, string Title, bool HasText);
