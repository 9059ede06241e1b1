using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>
/// One app with some ten thousand claims: those of the seed and the dossier, over and over, each copy with a stance, a voice
/// and a date of its own. Copied inside the store, past the writer, which would take minutes.
/// </summary>
public sealed class LargeStore : IAsyncLifetime
{
    private const int Copies = 56;
    private TrackerApp? app;

    public TrackerApp App => app ?? throw new InvalidOperationException("The app has not started.");

    public async Task InitializeAsync()
    {
        app = await TrackerApp.StartAsync();
        await using var db = await App.OpenAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync(Insert, Copies);
        await transaction.CommitAsync();
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    private const string NewId = "substr(hex(randomblob(16)), 1, 8) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))";

    // Turn says which stance, voice and date the copy gets; every ninth has none, every fifth is known to the year only.
    private const string Insert =
        $$"""
        CREATE TEMP TABLE CopyOf AS
            WITH RECURSIVE Round(N) AS (SELECT 1 UNION ALL SELECT N + 1 FROM Round WHERE N < {0})
            SELECT c.Id AS Old, N, {{NewId}} AS New, c.rowid * 31 + N * 7 AS Turn FROM Claims c, Round;
        CREATE INDEX temp.CopyOfOld ON CopyOf (Old);
        INSERT INTO Claims (Id, Slug, Statement, Stance, Voice, Happened, Earliest, Latest, State, Provenance, Author, RecordedAt, Version)
            SELECT New, substr(Slug, 1, 70) || '-copy-' || c.rowid || '-' || N, Statement || ' (' || N || ')',
                CASE Turn % 3 WHEN 0 THEN 'Competing' WHEN 1 THEN 'Complementary' ELSE 'Neutral' END,
                CASE Turn % 4 WHEN 0 THEN 'Fact' WHEN 1 THEN 'Opinion' WHEN 2 THEN 'Reported' ELSE 'NotGiven' END,
                CASE WHEN Turn % 9 = 0 THEN NULL WHEN Turn % 5 = 0 THEN '' || (2010 + Turn % 17) ELSE (2010 + Turn % 17) || '-0' || (1 + Turn % 9) || '-1' || (Turn % 10) END,
                CASE WHEN Turn % 9 = 0 THEN NULL WHEN Turn % 5 = 0 THEN (2010 + Turn % 17) || '-01-01' ELSE (2010 + Turn % 17) || '-0' || (1 + Turn % 9) || '-1' || (Turn % 10) END,
                CASE WHEN Turn % 9 = 0 THEN NULL WHEN Turn % 5 = 0 THEN (2010 + Turn % 17) || '-12-31' ELSE (2010 + Turn % 17) || '-0' || (1 + Turn % 9) || '-1' || (Turn % 10) END,
                State, Provenance, Author, RecordedAt, 1
            FROM Claims c JOIN CopyOf ON Old = Id;
        INSERT INTO ClaimTheme (ClaimId, ThemesId) SELECT New, ThemesId FROM ClaimTheme JOIN CopyOf ON Old = ClaimId;
        INSERT INTO ClaimParty (ClaimId, PartiesId) SELECT New, PartiesId FROM ClaimParty JOIN CopyOf ON Old = ClaimId;
        CREATE TEMP TABLE EvidenceOf AS SELECT e.Id AS Old, c.New AS Claim, {{NewId}} AS New FROM Evidence e JOIN CopyOf c ON c.Old = e.ClaimId;
        INSERT INTO Evidence (Id, ClaimId, DocumentId, Position, Kind, Start, "End", Exact, Prefix, Suffix, ExactSha256, Anchor, Note, Origin)
            SELECT New, Claim, DocumentId, Position, Kind, Start, "End", Exact, Prefix, Suffix, ExactSha256, Anchor, Note, Origin
            FROM Evidence JOIN EvidenceOf ON Old = Id;
        INSERT INTO ChainLinks (EvidenceId, Position, SourceId, Words) SELECT New, Position, SourceId, Words FROM ChainLinks JOIN EvidenceOf ON Old = EvidenceId;
        DROP TABLE CopyOf;
        DROP TABLE EvidenceOf;
        """;
}
