using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Tests;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Tests;

/// <summary>What the store promises about every write.</summary>
public sealed class StoreTests : OwnTracker
{
    protected override string Seeds => TrackerApp.SeedOnly;

    private Writer Writer => App.Services.GetRequiredService<Writer>();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task Every_connection_is_durable_and_checked(string pragma, string value)
    {
        await using var db = await App.OpenAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        Assert.Equal(value, (await command.ExecuteScalarAsync())!.ToString());
    }

    [Fact]
    public async Task The_store_lies_in_the_data_folder_under_the_content_root()
    {
        Assert.True(File.Exists(Path.Combine(App.Folder, "data", "tracker.db")));
        await using var file = new SqliteConnection($"Data Source={Path.Combine(App.Folder, "data", "tracker.db")};Mode=ReadOnly");
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        command.CommandText = "PRAGMA foreign_key_check";
        Assert.Null(await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_store_of_the_first_version_is_brought_up_to_date_and_keeps_everything()
    {
        var app = await TrackerApp.StartAsync();
        int proposals;
        await using (var db = await app.OpenAsync())
        {
            proposals = await db.Proposals.CountAsync();
            await db.GetService<IMigrator>().MigrateAsync("Initial");
        }

        await app.StopAsync();
        await using var again = await TrackerApp.StartAsync(folder: app.Folder);
        await using var after = await again.OpenAsync();
        Assert.Equal(proposals, await after.Proposals.CountAsync(p => p.SameAsId == null && (p.WordsKey != null || p.Kind == SuggestionKind.Source)));
        Assert.True(await after.Shingles.AnyAsync());
        Assert.Empty(await after.Database.SqlQueryRaw<string>("SELECT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync());
    }

    [Fact]
    public async Task Every_record_has_as_many_revisions_as_its_version_says()
    {
        await using var db = await App.OpenAsync();
        List<IRevised> all =
        [
            .. await db.Claims.ToListAsync(), .. await db.Events.ToListAsync(), .. await db.Documents.ToListAsync(),
            .. await db.Sources.ToListAsync(), .. await db.Themes.ToListAsync(),
        ];
        var revisions = (await db.Revisions.ToListAsync()).ToLookup(r => r.SubjectId);
        Assert.All(all, subject => Assert.Equal(Enumerable.Range(1, subject.Version), revisions[subject.Id].Select(r => r.Number).Order()));
        Assert.Equal(all.Count, revisions.Count);
        Assert.All(revisions.SelectMany(r => r), r => Assert.Equal(r.Sha256, Snapshots.Sha256Hex(r.Snapshot)));
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => Writer.WriteAsync<int>("test", async scope =>
        {
            var claim = await scope.Db.Claims.FirstAsync();
            claim.Statement = "Half done.";
            scope.Because(claim, "test");
            await scope.SaveAsync();
            throw new InvalidDataException();
        }, CancellationToken.None));
        await using var db = await App.OpenAsync();
        Assert.False(await db.Claims.AnyAsync(c => c.Statement == "Half done."));
        Assert.False(await db.Revisions.AnyAsync(r => r.By == "test"));
    }

    [Fact]
    public async Task A_change_without_a_reason_is_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Writer.WriteAsync("test", async scope =>
        {
            (await scope.Db.Claims.FirstAsync()).Statement = "No reason given.";
            return 0;
        }, CancellationToken.None));

    [Fact]
    public async Task The_second_of_two_writes_on_one_version_is_refused()
    {
        await using var stale = await App.OpenAsync();
        var seen = await stale.Claims.OrderBy(c => c.Id).FirstAsync();
        await Writer.WriteAsync("first", async scope =>
        {
            var claim = await scope.Db.Claims.SingleAsync(c => c.Id == seen.Id);
            claim.Statement = "The first editor's words.";
            scope.Because(claim, "test");
            return 0;
        }, CancellationToken.None);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Writer.WriteAsync("second", scope =>
        {
            scope.Db.Attach(seen);
            seen.Statement = "The second editor's words.";
            scope.Because(seen, "test");
            return Task.FromResult(0);
        }, CancellationToken.None));
        await using var db = await App.OpenAsync();
        Assert.Equal("The first editor's words.", (await db.Claims.SingleAsync(c => c.Id == seen.Id)).Statement);
        Assert.Equal(2, await db.Revisions.CountAsync(r => r.SubjectId == seen.Id));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await using var before = await App.OpenAsync();
        var id = (await before.Claims.OrderBy(c => c.Id).FirstAsync()).Id;
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => Writer.WriteAsync($"writer {n}", async scope =>
        {
            var claim = await scope.Db.Claims.SingleAsync(c => c.Id == id);
            claim.Statement = $"Version {claim.Version + 1}";
            scope.Because(claim, "test");
            return 0;
        }, CancellationToken.None))));
        await using var db = await App.OpenAsync();
        Assert.Equal(("Version 41", 41), await db.Claims.Where(c => c.Id == id).Select(c => new ValueTuple<string, int>(c.Statement, c.Version)).SingleAsync());
        Assert.Equal(41, await db.Revisions.CountAsync(r => r.SubjectId == id));
    }

    [Fact]
    public async Task A_withdrawn_claim_keeps_its_page_and_leaves_every_list()
    {
        await using var before = await App.OpenAsync();
        var slug = (await before.Claims.Where(c => c.Stance == Stance.Complementary).OrderBy(c => c.Id).FirstAsync()).Slug;
        await Writer.WriteAsync("test", async scope =>
        {
            var claim = await scope.Db.Claims.SingleAsync(c => c.Slug == slug);
            (claim.State, claim.WithdrawnBecause) = (PublicationState.Withdrawn, "The quote was misread.");
            scope.Because(claim, "test");
            return 0;
        }, CancellationToken.None);
        var browser = App.Browser();
        var page = await browser.PageAsync(Links.Claim(slug));
        Assert.Contains("The quote was misread.", page.QuerySelector(".notice")!.Words());
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        foreach (var list in new[] { Links.Overview, Links.Points, Links.Themes })
        {
            Assert.Null((await browser.PageAsync(list)).QuerySelector($"a[href='{Links.Claim(slug)}']"));
        }

        Assert.Matches("^20 competing points, 3 complementary points", (await browser.PageAsync(Links.Points)).QuerySelector("p[role=status]")!.Words());
    }

    [Fact]
    public async Task A_document_shown_in_quotes_shows_no_more_than_two_sentences_around_them()
    {
        await Writer.WriteAsync("test", async scope =>
        {
            var document = await scope.Db.Documents.SingleAsync();
            document.Shown = TextShown.Quotes;
            scope.Because(document, "test");
            foreach (var claim in await scope.Db.Claims.ToListAsync())
            {
                claim.State = claim.Statement.StartsWith("Relations between", StringComparison.Ordinal) ? claim.State : PublicationState.Withdrawn;
                scope.Because(claim, "test");
            }

            foreach (var happening in await scope.Db.Events.ToListAsync())
            {
                happening.State = PublicationState.Withdrawn;
                scope.Because(happening, "test");
            }

            return 0;
        }, CancellationToken.None);
        await using var db = await App.OpenAsync();
        var page = await App.Browser().PageAsync(Links.Document((await db.Documents.SingleAsync()).Slug));
        Assert.Equal("Microsoft and OpenAI's relationship is becoming delicate.", page.QuerySelector(".text mark")!.TextContent[..57]);
        Assert.Single(page.QuerySelectorAll(".text p"));
    }
}
