using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Web.Storage.Sqlite;

/// <summary>
/// Keeps the full-text index in step with what is saved, in the transaction of the save: a write that is rolled back leaves
/// the index as it was. Not done by triggers, because EF Core changes a column on SQLite by making the table anew, which
/// drops the table's triggers without a word and fails on other tables' triggers that name it.
/// The index holds withdrawn claims and texts that are not public too: what readers may see is decided where it is asked, by
/// the same conditions as on every other page, so that there is no second account of it to keep.
/// </summary>
internal sealed class SearchIndex : SaveChangesInterceptor
{
    public static readonly SearchIndex Instance = new();

    // What each index row is made of; {0} names the ids it is made for.
    private const string Claims = """
        SELECT 'claim' AS Kind, c.Id AS SubjectId, 0 AS Start, 0 AS "End", c.Statement AS Title,
            coalesce((SELECT group_concat(coalesce(e.Exact, e.Note), char(10) ORDER BY e.Position) FROM Evidence AS e WHERE e.ClaimId = c.Id), '') AS Words
        FROM Claims AS c WHERE c.Id IN {0}
        """;

    private const string Events = """
        SELECT 'event' AS Kind, h.Id AS SubjectId, 0 AS Start, 0 AS "End", h.Title AS Title,
            concat_ws(char(10), h.Summary, (SELECT group_concat(coalesce(e.Exact, e.Note), char(10) ORDER BY e.Position) FROM Evidence AS e WHERE e.EventId = h.Id)) AS Words
        FROM Events AS h WHERE h.Id IN {0}
        """;

    private const string Sources = """
        SELECT 'source' AS Kind, s.Id AS SubjectId, 0 AS Start, 0 AS "End", s.Name AS Title,
            coalesce((SELECT group_concat(n.Name, char(10) ORDER BY n.Name) FROM SourceNames AS n WHERE n.SourceId = s.Id AND n.Name <> s.Name), '') AS Words
        FROM Sources AS s WHERE s.Id IN {0}
        """;

    private const string Documents = """
        SELECT 'document' AS Kind, d.Id AS SubjectId, 0 AS Start, 0 AS "End", d.Title AS Title, '' AS Words FROM Documents AS d WHERE d.Id IN {0}
        """;

    // For documents of which readers see the quotes only.
    private const string Quotes = """
        SELECT DISTINCT 'quote' AS Kind, e.DocumentId AS SubjectId, e.Start AS Start, e."End" AS "End", '' AS Title, e.Exact AS Words
        FROM Evidence AS e WHERE e.Exact IS NOT NULL AND e.Id IN {0}
        """;

    private readonly ConditionalWeakTable<DbContext, Touched> pending = [];

    /// <summary>Makes the index anew from what the store holds; done after a migration.</summary>
    public static async Task RebuildAsync(TrackerDb db, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        Run(db, "DELETE FROM SearchText");
        Run(db, "DELETE FROM SearchRows");
        Write(db, Claims, "(SELECT Id FROM Claims)");
        Write(db, Events, "(SELECT Id FROM Events)");
        Write(db, Sources, "(SELECT Id FROM Sources)");
        Write(db, Documents, "(SELECT Id FROM Documents)");
        Write(db, Quotes, "(SELECT Id FROM Evidence)");
        foreach (var id in await db.Texts.Select(t => t.DocumentId).ToListAsync(stop))
        {
            var text = await db.Texts.AsNoTracking().Where(t => t.DocumentId == id).Select(t => new { t.Readable, t.Marked }).SingleAsync(stop);
            WritePassages(db, id, text.Readable, text.Marked);
        }

        await transaction.CommitAsync(stop);
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(SavingChanges(eventData, result));

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is TrackerDb db)
        {
            pending.AddOrUpdate(db, Touched.Of(db.ChangeTracker));
        }

        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        new(SavedChanges(eventData, result));

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (eventData.Context is TrackerDb db && pending.TryGetValue(db, out var touched))
        {
            pending.Remove(db);
            WriteAnew(db, Claims, "claim", touched.Claims);
            WriteAnew(db, Events, "event", touched.Events);
            WriteAnew(db, Sources, "source", touched.Sources);
            WriteAnew(db, Documents, "document", touched.Documents);
            if (touched.Evidence.Count > 0)
            {
                Write(db, Quotes, "(SELECT value FROM json_each({0}))", Json(touched.Evidence));
            }

            touched.Texts.ForEach(text => WritePassages(db, text.DocumentId, text.Readable, text.Marked));
        }

        return result;
    }

    private static void WriteAnew(TrackerDb db, string what, string kind, HashSet<Guid> ids)
    {
        if (ids.Count > 0)
        {
            Run(db, "DELETE FROM SearchText WHERE rowid IN (SELECT Row FROM SearchRows WHERE Kind = {1} AND SubjectId IN (SELECT value FROM json_each({0})))", Json(ids), kind);
            Write(db, what, "(SELECT value FROM json_each({0}))", Json(ids));
        }
    }

    /// <summary>A row keeps its number when its words change; one that already has words keeps those.</summary>
    private static void Write(TrackerDb db, string what, string ids, params object[] arguments)
    {
        var rows = what.Replace("{0}", ids, StringComparison.Ordinal);
        Run(db, $"INSERT OR IGNORE INTO SearchRows (Kind, SubjectId, Start, \"End\") SELECT Kind, SubjectId, Start, \"End\" FROM ({rows})", arguments);
        Run(db, $"""
            INSERT INTO SearchText (rowid, Kind, Title, Words)
            SELECT r.Row, x.Kind, x.Title, x.Words FROM ({rows}) AS x
            JOIN SearchRows AS r ON r.SubjectId = x.SubjectId AND r.Kind = x.Kind AND r.Start = x.Start AND r."End" = x."End"
            WHERE NOT EXISTS (SELECT 1 FROM SearchText AS t WHERE t.rowid = r.Row)
            """, arguments);
    }

    /// <summary>A text is never edited after its capture, so its passages are written once.</summary>
    private static void WritePassages(TrackerDb db, Guid document, string text, IReadOnlyList<MarkedLine> marked)
    {
        var passages = JsonSerializer.Serialize(SearchedPassages.Of(text, marked).Select(span => new { span.Start, span.End, Words = span.In(text) }));
        Write(
            db,
            "SELECT 'passage' AS Kind, {1} AS SubjectId, value ->> 'Start' AS Start, value ->> 'End' AS \"End\", '' AS Title, value ->> 'Words' AS Words FROM json_each({0})",
            "{0}",
            passages,
            Text(document));
    }

    private static void Run(TrackerDb db, string sql, params object[] arguments) => db.Database.ExecuteSqlRaw(sql, arguments);

    private static string Json(IEnumerable<Guid> ids) => JsonSerializer.Serialize(ids.Select(Text));

    // As EF Core stores it.
    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    /// <summary>What one save touches of all that is searched.</summary>
    private sealed class Touched
    {
        public HashSet<Guid> Claims { get; } = [];
        public HashSet<Guid> Events { get; } = [];
        public HashSet<Guid> Sources { get; } = [];
        public HashSet<Guid> Documents { get; } = [];
        public HashSet<Guid> Evidence { get; } = [];
        public List<DocumentText> Texts { get; } = [];

        public static Touched Of(ChangeTracker changes)
        {
            var touched = new Touched();
            foreach (var entry in changes.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                touched.Add(entry.Entity, isNew: entry.State == EntityState.Added);
            }

            return touched;
        }

        private void Add(object entity, bool isNew)
        {
            switch (entity)
            {
                case Claim claim:
                    Claims.Add(claim.Id);
                    break;
                case PartnershipEvent happening:
                    Events.Add(happening.Id);
                    break;
                case Source source:
                    Sources.Add(source.Id);
                    break;
                case SourceName name:
                    Sources.Add(name.SourceId);
                    break;
                case Document document:
                    Documents.Add(document.Id);
                    break;
                case DocumentText text when isNew:
                    Texts.Add(text);
                    break;
                case Evidence evidence:
                    Evidence.Add(evidence.Id);
                    (evidence.ClaimId is null ? Events : Claims).Add(evidence.ClaimId ?? evidence.EventId!.Value);
                    break;
            }
        }
    }
}
