using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Importing;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>The finding at a glance, and the figures behind it.</summary>
public sealed class OverviewQueries(IDbContextFactory<TrackerDb> databases)
{
    private const int Latest = 6;

    /// <summary>How many events and documents stand under a theme's points.</summary>
    private const int MostListed = 20;

    public async Task<Overview> ReadAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var claims = db.PublishedClaims();
        var latest = await claims.Where(c => c.Stance != Stance.Neutral)
            .OrderByDescending(c => c.RecordedAt).ThenByDescending(c => c.Id).Select(c => c.Id).Take(Latest).ToListAsync(stop);
        return new Overview
        {
            Balance = await BalanceAsync(claims, stop),
            Quoted = await claims.CountAsync(c => c.Stance != Stance.Neutral && c.Evidence.Any(e => e.Kind == EvidenceKind.Quoted), stop),
            Cited = await claims.CountAsync(c => c.Stance != Stance.Neutral && c.Evidence.All(e => e.Kind == EvidenceKind.Cited), stop),
            Events = await db.PublishedEvents().CountAsync(stop),
            Documents = await db.PublicDocuments().CountAsync(stop),
            CitedDocuments = await db.PublicDocuments().CountAsync(d => d.Text == null, stop),
            Dossier = await DossierAsync(db, stop),
            Unreviewed = await claims.CountAsync(c => c.State == PublicationState.Unreviewed, stop),
            Reviewed = await claims.CountAsync(c => c.State == PublicationState.Reviewed, stop),
            Updated = await claims.MaxAsync(c => (DateTime?)c.RecordedAt, stop),
            From = await claims.MinAsync(c => c.Earliest, stop),
            To = await claims.MaxAsync(c => c.Latest, stop),
            Themes = await ThemesAsync(db, stop),
            Claims = await db.ClaimRowsAsync(latest, stop),
            Newest = await db.PublicDocuments().OrderByDescending(d => d.RecordedAt).ThenByDescending(d => d.Id)
                .Select(d => new DocumentRow(d.Slug, d.Title, d.Publisher!.Name, d.Published, d.Text == null)).Take(Latest).ToListAsync(stop),
        };
    }

    /// <summary>Every theme with its balance, those without claims included; the last has no theme.</summary>
    public async Task<List<ThemeBalance>> ThemesAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await ThemesAsync(db, stop);
    }

    /// <summary>One theme with what rests on it, or null.</summary>
    public async Task<ThemePage?> ThemeAsync(string slug, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var theme = await db.Themes.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == slug, stop);
        if (theme is null)
        {
            return null;
        }

        var events = db.PublishedEvents().Where(e => e.Themes.Any(t => t.Id == theme.Id));
        var documents = db.Documents.AsNoTracking().Where(d => db.Evidence.Any(e => e.DocumentId == d.Id && db.Claims.Any(c =>
            c.Id == e.ClaimId && c.State != PublicationState.Withdrawn && c.Themes.Any(t => t.Id == theme.Id))));
        var listed = await db.EventRowsAsync(events, stop, MostListed + 1);
        return new ThemePage
        {
            Theme = new ThemeRow(theme.Slug, theme.Label),
            Definition = theme.Definition,
            Events = [.. listed.Take(MostListed)],
            HasMoreEvents = listed.Count > MostListed,
            Documents = await documents.OrderBy(d => d.Title).ThenBy(d => d.Id)
                .Select(d => new DocumentRow(d.Slug, d.Title, d.Publisher!.Name, d.Published, d.Text == null)).Take(MostListed).ToListAsync(stop),
            DocumentCount = await documents.CountAsync(stop),
        };
    }

    private static async Task<List<ThemeBalance>> ThemesAsync(TrackerDb db, CancellationToken stop)
    {
        var counts = await db.PublishedClaims().SelectMany(c => c.Themes, (c, t) => new { t.Slug, c.Stance })
            .GroupBy(p => p).Select(g => new { g.Key.Slug, g.Key.Stance, Count = g.Count() }).ToListAsync(stop);
        var bySlug = counts.ToLookup(c => c.Slug, c => (c.Stance, c.Count));
        var themes = await db.Themes.AsNoTracking().OrderBy(t => t.Position)
            .Select(t => new { t.Slug, t.Label, t.Definition }).ToListAsync(stop);
        var loose = await BalanceAsync(db.PublishedClaims().Where(c => !c.Themes.Any()), stop);
        return
        [
            .. themes.Select(t => new ThemeBalance(new ThemeRow(t.Slug, t.Label), t.Definition, Balance.Of(bySlug[t.Slug]))),
            new ThemeBalance(null, "Claims about the relation as a whole that fit no theme of the list.", loose),
        ];
    }

    private static async Task<DossierAbout?> DossierAsync(TrackerDb db, CancellationToken stop)
    {
        var about = await db.ImportedItems.AsNoTracking()
            .Where(i => i.Batch == DossierImport.Batch && i.ItemId == DossierImport.AboutId).Select(i => i.Fields).SingleOrDefaultAsync(stop);
        return about is null
            ? null
            : new DossierAbout(
                about["title"],
                EdtfDate.TryParse(about["covers"], out var covers) ? covers : null,
                DateOnly.TryParse(about["compiled"], System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : null,
                about["note"]);
    }

    private static async Task<Balance> BalanceAsync(IQueryable<Claim> claims, CancellationToken stop)
    {
        var counts = await claims.GroupBy(c => c.Stance).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        return Balance.Of(counts.Select(c => (c.Key, c.Count)));
    }
}

public sealed record Overview
{
    public required Balance Balance { get; init; }

    /// <summary>Points with at least one quoted sentence.</summary>
    public required int Quoted { get; init; }

    /// <summary>Points that rest on cited documents only.</summary>
    public required int Cited { get; init; }

    public required int Events { get; init; }
    public required int Documents { get; init; }

    /// <summary>Those without text.</summary>
    public required int CitedDocuments { get; init; }

    /// <summary>The curated dossier's own account of itself; null where none was imported.</summary>
    public DossierAbout? Dossier { get; init; }

    public required int Unreviewed { get; init; }
    public required int Reviewed { get; init; }

    /// <summary>UTC; null while there are no claims.</summary>
    public DateTime? Updated { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public required IReadOnlyList<ThemeBalance> Themes { get; init; }
    public required IReadOnlyList<ClaimRow> Claims { get; init; }
    public required IReadOnlyList<DocumentRow> Newest { get; init; }
}

public sealed record ThemeBalance(ThemeRow? Theme, string Definition, Balance Balance);

public sealed record ThemePage
{
    public required ThemeRow Theme { get; init; }
    public required string Definition { get; init; }

    /// <summary>The earliest; the timeline has all.</summary>
    public required IReadOnlyList<EventRow> Events { get; init; }
    public required bool HasMoreEvents { get; init; }

    /// <summary>Some of <see cref="DocumentCount"/>, by title.</summary>
    public required IReadOnlyList<DocumentRow> Documents { get; init; }
    public required int DocumentCount { get; init; }
}

/// <param name="Slug">Its address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Published">When.</param>
/// <param name="IsCited">Its text is not held.</param>
public sealed record DocumentRow(string Slug, string Title, string? Publisher, EdtfDate? Published, bool IsCited);
