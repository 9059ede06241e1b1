using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;
using PartnershipTracker.Tests;
using PartnershipTracker.Web.Editing;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Tests;

/// <summary>What search finds while the store changes.</summary>
public sealed class SearchIndexTests : OwnTracker
{
    protected override string Seeds => TrackerApp.SeedOnly;

    private const string Words = "Zanzibar zinc zephyrs reached Ouagadougou in spring. Quokkas quarrelled over quinoa quietly. Xylophones were heard.";

    private Writer Writer => App.Services.GetRequiredService<Writer>();

    [Fact]
    public async Task An_edit_is_found_at_once_and_the_old_words_no_more()
    {
        var slug = await ChangeAsync(claim => claim.Statement = "A zeppelin passed.");
        Assert.Equal([Links.Claim(slug)], await FoundAsync("zeppelin"));
        await ChangeAsync(claim => claim.Statement = "A côte was sold.");
        Assert.Empty(await FoundAsync("zeppelin"));
        Assert.Equal([Links.Claim(slug)], await FoundAsync("cote"));
        Assert.Equal([Links.Claim(slug)], await FoundAsync("Côte"));
        await ChangeAsync(claim => claim.Statement = "A cote was sold.");
        Assert.Equal([Links.Claim(slug)], await FoundAsync("Côte"));
    }

    [Fact]
    public async Task A_write_that_is_rolled_back_leaves_the_index_as_it_was()
    {
        var before = await IndexAsync();
        await Assert.ThrowsAsync<InvalidDataException>(() => Writer.WriteAsync<int>("test", async scope =>
        {
            var claim = await scope.Db.Claims.OrderBy(c => c.Id).FirstAsync();
            claim.Statement = "A zeppelin passed.";
            scope.Because(claim, "test");
            await scope.SaveAsync();
            throw new InvalidDataException();
        }, CancellationToken.None));
        Assert.Equal(before, await IndexAsync());
        Assert.Empty(await FoundAsync("zeppelin"));
    }

    [Fact]
    public async Task A_withdrawn_claim_vanishes_with_its_quote_s_place_in_counts_and_comes_back_when_restored()
    {
        var slug = await ChangeAsync(claim => claim.Statement = "A zeppelin passed.");
        await ChangeAsync(claim => claim.State = PublicationState.Withdrawn);
        Assert.Empty(await FoundAsync("zeppelin"));
        Assert.Contains("Nothing has", (await App.Browser().PageAsync("/search?q=zeppelin")).QuerySelector("main")!.Words());
        await ChangeAsync(claim => claim.State = PublicationState.Unreviewed);
        Assert.Equal([Links.Claim(slug)], await FoundAsync("zeppelin"));
    }

    [Fact]
    public async Task A_withdrawn_event_vanishes_and_comes_back()
    {
        async Task SetAsync(PublicationState state) => await Writer.WriteAsync("test", async scope =>
        {
            var happening = await scope.Db.Events.OrderBy(e => e.Id).FirstAsync();
            (happening.Summary, happening.State) = ("A zeppelin landed.", state);
            scope.Because(happening, "test");
            return 0;
        }, CancellationToken.None);
        await SetAsync(PublicationState.Unreviewed);
        Assert.Single(await FoundAsync("zeppelin"));
        await SetAsync(PublicationState.Withdrawn);
        Assert.Empty(await FoundAsync("zeppelin"));
        await SetAsync(PublicationState.Reviewed);
        Assert.Single(await FoundAsync("zeppelin"));
    }

    [Fact]
    public async Task A_text_is_found_from_its_first_published_claim_to_its_last()
    {
        var document = await AddTextAsync();
        await using (var db = await App.OpenAsync())
        {
            Assert.True(await db.Proposals.AnyAsync(p => p.DocumentId == document.Id && p.State == ProposalState.Pending));
        }

        foreach (var hidden in new[] { "zanzibar", "quokkas", "Ouagadou*", "zinkblatt", "wombats" })
        {
            Assert.Empty(await FoundAsync(hidden));
        }

        // Nor does a misspelt word give it away.
        Assert.DoesNotContain("quokkas", (await App.Browser().PageAsync("/search?q=quokkaz")).QuerySelector("main")!.Words());
        var claim = await Writer.WriteAsync("test", scope => App.Services.GetRequiredService<Review>().PublishAsync(scope, Draft(document), Provenance.Editor), CancellationToken.None);
        Assert.Equal([Links.Claim(claim.Slug), Links.Quote(document.Slug, 1)], await FoundAsync("zanzibar"));
        Assert.Equal([$"{Links.Document(document.Slug)}#text:~:text=Quokkas%20quarrelled%20over%20quinoa%20quietly.%20Xylophones%20were%20heard."], await FoundAsync("quokkas"));
        Assert.Single(await FoundAsync("wombats"));
        Assert.Single(await FoundAsync("zinkblatt"));
        Assert.Contains("quokkas", (await App.Browser().PageAsync("/search?q=quokkaz")).QuerySelector("main")!.Words());

        await WithdrawAsync(claim.Id, PublicationState.Withdrawn);
        Assert.Empty(await FoundAsync("zanzibar"));
        Assert.Empty(await FoundAsync("quokkas"));
        Assert.Empty(await FoundAsync("zinkblatt"));
        await WithdrawAsync(claim.Id, PublicationState.Unreviewed);
        Assert.Single(await FoundAsync("quokkas"));
    }

    [Fact]
    public async Task Of_a_document_that_shows_quotes_only_nothing_else_is_found()
    {
        var document = await AddTextAsync();
        var claim = await Writer.WriteAsync("test", async scope =>
        {
            (await scope.Db.Documents.SingleAsync(d => d.Id == document.Id, scope.Stop)).Shown = TextShown.Quotes;
            scope.Because(scope.Db.Documents.Local.Single(d => d.Id == document.Id), "test");
            return await App.Services.GetRequiredService<Review>().PublishAsync(scope, Draft(document), Provenance.Editor);
        }, CancellationToken.None);
        Assert.Equal([Links.Claim(claim.Slug), Links.Quote(document.Slug, 1)], await FoundAsync("ouagadougou"));
        Assert.Empty(await FoundAsync("quokkas"));
    }

    [Fact]
    public async Task A_source_is_found_by_any_name_once_something_published_names_it()
    {
        await Writer.WriteAsync("test", async scope =>
        {
            var known = await scope.Db.Sources.SingleAsync(s => s.Slug == "the-information", scope.Stop);
            await SourceRegister.AlsoKnownAsAsync(scope, known, "Zeitung Zwölf");
            await SourceRegister.ResolveAsync(scope, "Zeppelin Herald", SourceKind.Publication, "test");
            return 0;
        }, CancellationToken.None);
        Assert.Equal([Links.Source("the-information")], await FoundAsync("zwolf"));
        Assert.Empty(await FoundAsync("zeppelin"));
    }

    [Fact]
    public async Task A_store_from_before_there_was_search_is_indexed_the_same()
    {
        await AddTextAsync();
        var before = await IndexAsync();
        await using (var db = await App.OpenAsync())
        {
            var migrations = db.Database.GetMigrations().ToList();
            await db.GetService<IMigrator>().MigrateAsync(migrations[migrations.FindIndex(name => name.EndsWith("_Search", StringComparison.Ordinal)) - 1]);
        }

        await App.PrepareAgainAsync();
        Assert.Equal(before, await IndexAsync());
    }

    /// <summary>Every row of the index with its words, whatever its number.</summary>
    private async Task<List<string>> IndexAsync()
    {
        await using var db = await App.OpenAsync();
        await using var file = new SqliteConnection(db.Database.GetConnectionString());
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        command.CommandText = """
            SELECT concat_ws('|', r.Kind, r.SubjectId, r.Start, r."End", t.Title, t.Words) FROM SearchRows AS r LEFT JOIN SearchText AS t ON t.rowid = r.Row ORDER BY 1
            """;
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private async Task<Document> AddTextAsync()
    {
        var article = Assert.IsType<ReadResult.Read>(ArticleReader.Read(Words + "\n\nMicrosoft competes with OpenAI for wombats in 2023.", new ReadHints())).Article;
        return await Writer.WriteAsync("test", scope => App.Services.GetRequiredService<Intake>()
            .AddAsync(scope, article, new DocumentFields { Title = "A tale", Publisher = "Zinkblatt" }), CancellationToken.None);
    }

    private static ClaimDraft Draft(Document document) => new()
    {
        Statement = "Something came from Zanzibar.",
        Stance = Stance.Neutral,
        Voice = Voice.Fact,
        Themes = [],
        Evidence = [new EvidenceDraft(document.Id, new TextSpan(0, Words.IndexOf(" Quokkas", StringComparison.Ordinal)), null, [])],
    };

    private Task<int> WithdrawAsync(Guid id, PublicationState state) => Writer.WriteAsync("test", async scope =>
    {
        var claim = await scope.Db.Claims.SingleAsync(c => c.Id == id);
        claim.State = state;
        scope.Because(claim, "test");
        return 0;
    }, CancellationToken.None);

    private Task<string> ChangeAsync(Action<Claim> change) => Writer.WriteAsync("test", async scope =>
    {
        var claim = await scope.Db.Claims.OrderBy(c => c.Id).FirstAsync();
        change(claim);
        scope.Because(claim, "test");
        return claim.Slug;
    }, CancellationToken.None);

    private async Task<List<string>> FoundAsync(string typed) =>
        [.. (await App.Browser().PageAsync($"{Links.Search}?q={Uri.EscapeDataString(typed)}")).QuerySelectorAll(".found h3 a").Select(a => a.GetAttribute("href")!)];
}
