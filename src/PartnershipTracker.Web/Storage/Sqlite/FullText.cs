using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Web.Querying;

namespace PartnershipTracker.Web.Storage.Sqlite;

/// <summary>
/// The one place that asks the full-text index: FTS5 here, what another store has there. It finds; what of it readers may
/// see is for <see cref="SearchQueries"/>.
/// </summary>
internal static class FullText
{
    // Noncharacters: they stand for the ends of a hit and in no text that was ever exchanged.
    private const char HitStart = '\uFDD0';
    private const char HitEnd = '\uFDD1';

    // Words of the title weigh eight times those of the text; the kind is no word at all. A row that has all words in its title
    // comes before any that has not.
    private const string Ranked = """
        WITH Hits AS MATERIALIZED (SELECT rowid AS Row, bm25(SearchText, 0.0, 8.0, 1.0) AS Rank FROM SearchText WHERE SearchText MATCH {0}),
        Titled AS MATERIALIZED (SELECT rowid AS Row FROM SearchText WHERE SearchText MATCH {1}),
        Ranked AS MATERIALIZED (SELECT Row, Row NOT IN (SELECT Row FROM Titled) AS Below, Rank FROM Hits)
        SELECT r.Row, r.Kind, r.SubjectId, r.Start, r."End", h.Below, h.Rank FROM Ranked AS h JOIN SearchRows AS r ON r.Row = h.Row
        WHERE {2} = 0 OR (h.Below, h.Rank, h.Row) > (SELECT Below, Rank, Row FROM Ranked WHERE Row = {2})
        """;

    /// <param name="db">The store.</param>
    /// <param name="words">At least one is wanted.</param>
    /// <param name="kinds">Kinds of index rows.</param>
    /// <param name="after">Row after which to go on; 0 for all. Nothing comes after a row that is not among the hits.</param>
    public static IQueryable<Hit> Hits(TrackerDb db, SearchWords words, string[] kinds, long after = 0) =>
        db.Database.SqlQueryRaw<Hit>(Ranked, Expression(words, kinds, "{Title Words}"), Expression(words, kinds, "{Title}"), after);

    /// <summary>Title and words of rows, with their hits.</summary>
    public static async Task<Dictionary<long, (HitText Title, HitText Words)>> TextsAsync(
        TrackerDb db, SearchWords words, string[] kinds, IEnumerable<long> rows, CancellationToken stop)
    {
        var texts = await db.Database.SqlQueryRaw<Highlighted>(
            """
            SELECT rowid AS Row, highlight(SearchText, 1, {2}, {3}) AS Title, highlight(SearchText, 2, {2}, {3}) AS Words
            FROM SearchText WHERE SearchText MATCH {0} AND rowid IN (SELECT value FROM json_each({1}))
            """,
            Expression(words with { Unwanted = [] }, kinds, "{Title Words}"), JsonSerializer.Serialize(rows), HitStart.ToString(), HitEnd.ToString()).ToListAsync(stop);
        return texts.ToDictionary(text => text.Row, text => (HitText.Read(text.Title, HitStart, HitEnd), HitText.Read(text.Words, HitStart, HitEnd)));
    }

    /// <summary>Words of the index that begin like <paramref name="word"/> and are about as long, the most frequent first.</summary>
    public static Task<List<string>> AlikeAsync(TrackerDb db, string word, CancellationToken stop) =>
        db.Database.SqlQueryRaw<string>(
            """
            SELECT term AS Value FROM SearchVocabulary WHERE term >= {0} AND term < {0} || char(1114111) AND abs(length(term) - {1}) <= 2
            ORDER BY doc DESC LIMIT 2000
            """, word[..1], word.Length).ToListAsync(stop);

    /// <summary>
    /// What was typed never reaches the engine as it is: every term becomes a quoted string, and the rest of the expression
    /// is ours.
    /// </summary>
    private static string Expression(SearchWords words, string[] kinds, string columns)
    {
        var wanted = string.Join(" AND ", words.Wanted.Select(Quoted));
        var unwanted = words.Unwanted.Count == 0 ? "" : $" NOT {{Title Words}} : ({string.Join(" OR ", words.Unwanted.Select(Quoted))})";
        return $"({{Kind}} : ({string.Join(" OR ", kinds)}) AND {columns} : ({wanted})){unwanted}";
    }

    private static string Quoted(SearchTerm term) => $"\"{term.Words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(term.IsPrefix ? " *" : "")}";

    internal sealed record Hit
    {
        public required long Row { get; init; }
        public required string Kind { get; init; }

        /// <summary>The claim, event or source; of a passage or quote its document.</summary>
        public required Guid SubjectId { get; init; }
        public required int Start { get; init; }
        public required int End { get; init; }

        /// <summary>1 unless the title has all words.</summary>
        public required int Below { get; init; }

        /// <summary>The lower the better.</summary>
        public required double Rank { get; init; }
    }

    private sealed record Highlighted
    {
        public required long Row { get; init; }
        public required string Title { get; init; }
        public required string Words { get; init; }
    }
}
