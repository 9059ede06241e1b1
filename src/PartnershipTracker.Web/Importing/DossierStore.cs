using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Editing;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Importing;

/// <summary>
/// What the store holds that an import may meet, read in a fixed number of statements and kept in memory: record by record
/// it would take seconds.
/// </summary>
internal sealed class DossierStore
{
    private readonly WriteScope scope;
    private readonly Dictionary<string, ImportedItem> items;

    private DossierStore(WriteScope scope, Dictionary<string, ImportedItem> items) => (this.scope, this.items) = (scope, items);

    public required List<Theme> Themes { get; init; }
    public required List<Party> Parties { get; init; }
    public required Dictionary<Guid, Source> Sources { get; init; }

    /// <summary>Of the sources that stood here before this import.</summary>
    public required Dictionary<string, Guid> SlugsBefore { get; init; }
    public required Dictionary<string, Guid> SourceNames { get; init; }
    public required Dictionary<Guid, Document> Documents { get; init; }
    public required Dictionary<Guid, PartnershipEvent> Events { get; init; }
    public required Dictionary<Guid, Claim> Claims { get; init; }
    public required List<ClaimRelation> Relations { get; init; }
    public required HashSet<string> DocumentSlugs { get; init; }
    public required HashSet<string> SourceSlugs { get; init; }
    public required HashSet<string> EventSlugs { get; init; }
    public required HashSet<string> ClaimSlugs { get; init; }

    public static async Task<DossierStore> ReadAsync(WriteScope scope)
    {
        var (db, stop) = (scope.Db, scope.Stop);
        var items = await db.ImportedItems.Where(i => i.Batch == DossierImport.Batch).ToDictionaryAsync(i => i.ItemId, stop);
        var results = db.ImportedItems.Where(i => i.Batch == DossierImport.Batch).Select(i => i.ResultId);
        var claims = await db.Claims.Where(c => results.Contains(c.Id))
            .Include(c => c.Themes).Include(c => c.Parties).Include(c => c.Evidence).ThenInclude(e => e.Chain).Include(c => c.Relations).Include(c => c.Events)
            .AsSplitQuery().ToDictionaryAsync(c => c.Id, stop);
        return new DossierStore(scope, items)
        {
            Themes = await db.Themes.OrderBy(t => t.Position).ToListAsync(stop),
            Parties = await db.Parties.ToListAsync(stop),
            Sources = await db.Sources.ToDictionaryAsync(s => s.Id, stop),
            SlugsBefore = await db.Sources.Where(s => s.Kind != SourceKind.Unnamed).ToDictionaryAsync(s => s.Slug, s => s.Id, stop),
            SourceNames = await db.SourceNames.ToDictionaryAsync(n => n.Key, n => n.SourceId, stop),
            Documents = await db.Documents.ToDictionaryAsync(d => d.Id, stop),
            Events = await db.Events.Where(e => results.Contains(e.Id))
                .Include(e => e.Themes).Include(e => e.Parties).Include(e => e.Evidence).ThenInclude(e => e.Chain)
                .ToDictionaryAsync(e => e.Id, stop),
            Claims = claims,
            Relations = await db.ClaimRelations.Where(r => results.Contains(r.ClaimId) || results.Contains(r.OtherId)).ToListAsync(stop),
            DocumentSlugs = [.. await db.Documents.Select(d => d.Slug).ToListAsync(stop)],
            SourceSlugs = [.. await db.Sources.Select(s => s.Slug).ToListAsync(stop)],
            EventSlugs = [.. await db.Events.Select(e => e.Slug).ToListAsync(stop)],
            ClaimSlugs = [.. await db.Claims.Select(c => c.Slug).ToListAsync(stop)],
        };
    }

    /// <summary>The items of earlier imports whose ids are not among these.</summary>
    public IEnumerable<ImportedItem> Without(IReadOnlySet<string> ids) =>
        items.Values.Where(i => i.ResultId is not null && !ids.Contains(i.ItemId)).OrderBy(i => i.ItemId, StringComparer.Ordinal);

    /// <summary>What remembers this record, and whether it is known from an earlier import.</summary>
    public ImportedItem Item(string id)
    {
        if (!items.TryGetValue(id, out var item))
        {
            scope.Db.ImportedItems.Add(item = items[id] = new ImportedItem { Batch = DossierImport.Batch, ItemId = id });
        }

        return item;
    }

    /// <summary>By the vocabulary's slug or by name; a party nobody knew is entered.</summary>
    public Party Party(string slug, string name)
    {
        if (Parties.FirstOrDefault(p => p.Slug == slug || p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }

        var party = new Party { Id = Guid.CreateVersion7(), Slug = slug, Name = name };
        scope.Db.Parties.Add(party);
        Parties.Add(party);
        return party;
    }

    /// <summary>Lists a source under one more name, unless another has it.</summary>
    public void Name(Source source, string name)
    {
        var key = SourceRegister.Key(name);
        if (SourceNames.TryAdd(key, source.Id))
        {
            scope.Db.SourceNames.Add(new SourceName { Key = key, Name = name, SourceId = source.Id });
        }
    }
}
