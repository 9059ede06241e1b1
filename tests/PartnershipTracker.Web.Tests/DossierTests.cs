using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Model;
using PartnershipTracker.Tests;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Tests;

/// <summary>The dossier in the store after the first import, and what another import may change.</summary>
public sealed class DossierTests : OwnTracker
{
    private readonly DossierFile file = new();

    private Writer Writer => App.Services.GetRequiredService<Writer>();

    [Fact]
    public async Task The_store_holds_what_the_file_says()
    {
        await using var db = await App.OpenAsync();
        var claims = await db.Claims.Where(c => c.Provenance == Provenance.Dossier).ToListAsync();
        Assert.Equal(file.Claims.Count, claims.Count);
        Assert.Equal(file.Stance("competing"), claims.Count(c => c.Stance == Stance.Competing));
        Assert.Equal(file.Stance("complementary"), claims.Count(c => c.Stance == Stance.Complementary));
        Assert.All(claims, claim => Assert.Equal(Voice.NotGiven, claim.Voice));
        Assert.Equal(
            file.Claims.Select(c => (c!["statement"]!.GetValue<string>(), c["made_on"]!.GetValue<string>())).Order(),
            claims.Select(c => (c.Statement, c.Said!.Value)).Order());
        Assert.Equal(
            file.Events.Select(e => (e!["title"]!.GetValue<string>(), e["date"]!.GetValue<string>())).Order(),
            (await db.Events.Where(e => e.Provenance == Provenance.Dossier).ToListAsync()).Select(e => (e.Title, e.Date!.Value)).Order());
        var cited = await db.Evidence.Where(e => e.Kind == EvidenceKind.Cited).ToListAsync();
        Assert.Equal(file.Citations, cited.Count);
        Assert.All(cited, e => Assert.True(e is { Start: null, Exact: null, Anchor: null, Note.Length: > 0 }));
        Assert.Equal(file.Documents.Count, await db.Documents.CountAsync(d => d.Text == null && d.Tier != null));
        Assert.Equal(file.Claims.Sum(c => c!["supersedes"]!.AsArray().Count), await db.ClaimRelations.CountAsync(r => r.Kind == RelationKind.Supersedes));
        var contradicting = file.Claims.SelectMany(c => c!["contradicts"]!.AsArray(), (c, other) => new[] { DossierFile.Id(c), other!.GetValue<string>() }.Order()).Select(pair => string.Join(' ', pair)).Distinct();
        Assert.Equal(contradicting.Count(), await db.ClaimRelations.CountAsync(r => r.Kind == RelationKind.Contradicts));
    }

    [Fact]
    public async Task A_source_that_a_seed_and_the_dossier_name_is_one()
    {
        await using var db = await App.OpenAsync();
        var information = await db.Sources.SingleAsync(s => s.Name == "The Information");
        Assert.Equal("https://www.theinformation.com", information.Address);
        var kinds = await db.ChainLinks.Where(l => l.SourceId == information.Id)
            .Join(db.Evidence, l => l.EvidenceId, e => e.Id, (l, e) => e.Kind).Distinct().ToListAsync();
        Assert.Equal(2, kinds.Count);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var before = await RevisionsAsync();
        var report = await file.ImportAsync(App);
        Assert.Equal(("0 added, 0 updated, ", 0, 0), (report.Summary[..20], report.Left.Count, report.Gone.Count));
        Assert.Equal(file.Claims.Count + file.Events.Count + file.Documents.Count + file.Sources.Count, report.Unchanged);
        Assert.Equal(before, await RevisionsAsync());
    }

    [Fact]
    public async Task What_nobody_touched_is_updated_and_what_an_editor_touched_is_left_and_named()
    {
        await EditAsync("From April 2026 OpenAI may serve", claim => claim.Statement = "What an editor made of it.");
        foreach (var id in new[] { "anycloud-2026", "ip-2032" })
        {
            file.Claim(id)["statement"] = $"The file says otherwise of {id}.";
            file.Claim(id)["stance"] = "neutral";
            file.Claim(id)["made_on"] = "2026-05~";
            file.Claim(id)["themes"]!.AsArray().Clear();
            file.Claim(id)["citations"]!.AsArray().RemoveAt(0);
            file.Claim(id)["citations"]!.AsArray().Add(System.Text.Json.Nodes.JsonNode.Parse("{\"document\": \"zdnet-2023\", \"attributed_to\": \"openai\", \"support\": \"Says so now.\"}"));
        }

        file.Event("mou-2025")["end"] = "2025-09-12";
        file.Document("zdnet-2023")["published"] = "2023-01-24";
        var report = await file.ImportAsync(App);
        Assert.Equal(["claim anycloud-2026: statement"], report.Left);
        Assert.Equal((0, 4), (report.Added, report.Updated));
        await using var db = await App.OpenAsync();
        var all = db.Claims.Include(c => c.Evidence).ThenInclude(e => e.Chain).Include(c => c.Themes);
        foreach (var claim in new[] { await all.SingleAsync(c => c.Statement == "What an editor made of it."), await all.SingleAsync(c => c.Statement == "The file says otherwise of ip-2032.") })
        {
            Assert.Equal((Stance.Neutral, "2026-05~", new DateOnly(2026, 5, 1)), (claim.Stance, claim.Said!.Value, claim.Earliest!.Value));
            Assert.Empty(claim.Themes);
            var added = claim.Evidence.Single(e => e.Note == "Says so now.");
            Assert.Equal($"source:{Assert.Single(added.Chain).SourceId}", added.Origin);
            Assert.Equal(claim.Version, await db.Revisions.CountAsync(r => r.SubjectId == claim.Id));
        }

        Assert.Equal("2025-09-11/2025-09-12", (await db.Events.SingleAsync(e => e.Title.Contains("non-binding"))).Date!.Value);

        // Still so, and still said, the next time.
        Assert.Equal(["claim anycloud-2026: statement"], (await file.ImportAsync(App)).Left);
    }

    [Fact]
    public async Task What_is_new_is_added_and_what_is_gone_is_named_and_stays()
    {
        var twin = file.Claim("musk-monopoly").DeepClone();
        (twin["id"], twin["statement"]) = ("new-one", "Something that no edition said before.");
        file.Claims.Add(twin);
        file.Claims.Remove(file.Claim("musk-monopoly"));
        file.Events.Remove(file.Event("mou-2025"));
        var report = await file.ImportAsync(App);
        Assert.Equal((1, 0), (report.Added, report.Updated));
        Assert.Equal(["claim musk-monopoly", "event mou-2025"], report.Gone);
        var browser = App.Browser();
        Assert.Null((await browser.PageAsync("/claims/musk-alleged-that-microsoft-and-openai-together-sought-to-monopolise-generative")).QuerySelector(".notice.fault"));
        Assert.NotNull((await browser.PageAsync("/claims/something-that-no-edition-said-before")).QuerySelector("h1"));
    }

    [Fact]
    public async Task A_relation_follows_the_file_until_an_editor_changes_it()
    {
        file.Claim("disclosure-thin")["contradicts"]!.AsArray().Clear();
        file.Claim("disclosure-gaap")["contradicts"]!.AsArray().Clear();
        file.Claim("ip-2032")["supersedes"]!.AsArray().RemoveAt(1);
        await Writer.WriteAsync("editor", async scope =>
        {
            var relation = await scope.Db.ClaimRelations.SingleAsync(r => r.Kind == RelationKind.Contradicts
                && (scope.Db.Claims.Any(c => c.Id == r.ClaimId && c.Statement.StartsWith("CoreWeave denied")) || scope.Db.Claims.Any(c => c.Id == r.OtherId && c.Statement.StartsWith("CoreWeave denied"))));
            scope.Db.ClaimRelations.Remove(relation);
            return 0;
        }, CancellationToken.None);
        var report = await file.ImportAsync(App);
        Assert.Equal(["claim coreweave-denies: contradicts", "claim coreweave-withdrew: contradicts"], report.Left.Order());
        await using var db = await App.OpenAsync();
        Assert.Equal(file.Claims.Sum(c => c!["supersedes"]!.AsArray().Count), await db.ClaimRelations.CountAsync(r => r.Kind == RelationKind.Supersedes));
        Assert.False(await db.ClaimRelations.AnyAsync(r => r.Other!.Statement.StartsWith("Microsoft says its audited") || db.Claims.Any(c => c.Id == r.ClaimId && c.Statement.StartsWith("Microsoft says its audited"))));
    }

    [Fact]
    public async Task Events_that_a_file_gives_to_a_claim_are_linked()
    {
        file.Claim("invest-1bn")["events"] = new System.Text.Json.Nodes.JsonArray("invest-1bn-2019");
        Assert.Equal(1, (await file.ImportAsync(App)).Updated);
        var page = await App.Browser().PageAsync("/events/microsoft-invests-1-billion-and-becomes-exclusive-cloud-provider");
        Assert.Contains("Microsoft invested $1 billion in OpenAI in 2019.", page.QuerySelectorAll(".sides h3").Select(h => h.Words()));
        file.Claim("invest-1bn")["events"]!.AsArray().Clear();
        await file.ImportAsync(App);
        await using var db = await App.OpenAsync();
        Assert.False(await db.ClaimEvents.AnyAsync(l => l.Claim!.Statement.StartsWith("Microsoft invested $1 billion")));
    }

    [Fact]
    public async Task A_start_does_not_turn_back_a_newer_edition()
    {
        file.Claim("ip-2032")["statement"] = "A newer edition says this.";
        var first = await TrackerApp.StartAsync();
        await file.ImportAsync(first);
        await first.StopAsync();
        await using var again = await TrackerApp.StartAsync(folder: first.Folder);
        await using var db = await again.OpenAsync();
        Assert.True(await db.Claims.AnyAsync(c => c.Statement == "A newer edition says this."));
    }

    [Fact]
    public async Task A_document_that_is_here_already_is_known_by_its_address_and_a_source_by_another_of_its_names()
    {
        await using var fresh = await TrackerApp.StartAsync(TrackerApp.SeedOnly);
        var theirs = file.Document("zdnet-2023")["url"]!.GetValue<string>();
        await fresh.Services.GetRequiredService<Writer>().WriteAsync("editor", async scope =>
        {
            var source = await Editing.SourceRegister.ResolveAsync(scope, "The Journal", SourceKind.Publication, "test");
            await Editing.SourceRegister.AlsoKnownAsAsync(scope, source, "The Wall Street Journal");
            var document = new Document
            {
                Id = Guid.CreateVersion7(),
                Slug = "an-editors-own",
                Title = "An editor’s own title",
                Address = theirs.Replace("https://www.", "http://") + "/?utm_source=feed#top",
                RecordedAt = scope.Now,
            };
            scope.Db.Documents.Add(document);
            scope.Because(document, "test");
            return 0;
        }, CancellationToken.None);
        var report = await file.ImportAsync(fresh);
        Assert.Equal(["document zdnet-2023: title, url"], report.Left);
        await using var db = await fresh.OpenAsync();
        Assert.Equal(file.Documents.Count + 1, await db.Documents.CountAsync());
        Assert.Equal(file.Document("zdnet-2023")["tier"]!.GetValue<string>(), (await db.Documents.SingleAsync(d => d.Slug == "an-editors-own")).Tier.ToString()!.ToLowerInvariant());
        var journal = await db.Sources.SingleAsync(s => s.Name == "The Journal");
        Assert.True(await db.ChainLinks.AnyAsync(l => l.SourceId == journal.Id));
        Assert.False(await db.Sources.AnyAsync(s => s.Name == "The Wall Street Journal"));
    }

    /// <summary>Seed event, dossier event: the same happenings.</summary>
    public static readonly Dictionary<string, string> Joined = new()
    {
        ["e06"] = "gpt4-bing-2023",
        ["e07"] = "gpt4-azure-2023",
        ["e08"] = "extend-2023",
        ["e09"] = "openai-founded",
        ["e10"] = "openai-lp-2019",
        ["e12"] = "chatgpt-plugins-2023",
    };

    [Fact]
    public async Task No_happening_stands_twice()
    {
        await using var db = await App.OpenAsync();
        await AssertJoinedAsync(db);
        Assert.Equal(file.Events.Count + 15 - Joined.Count, await db.Events.CountAsync());
        var plugins = await App.Browser().PageAsync("/events/openai-launches-chatgpt-plugins");
        Assert.Contains("In March this year, OpenAI even announced the release of a plug-in feature", plugins.QuerySelector(".evidence mark")!.Words());
        Assert.Contains("23 March 2023", plugins.QuerySelector("main")!.Words());
    }

    [Fact]
    public async Task A_store_that_had_the_seed_before_the_dossier_joins_them_at_the_next_start_once()
    {
        var early = await TrackerApp.StartAsync(TrackerApp.SeedOnly);
        await early.StopAsync();
        var later = await TrackerApp.StartAsync(folder: early.Folder);
        int revisions;
        await using (var db = await later.OpenAsync())
        {
            await AssertJoinedAsync(db);
            Assert.Equal(Joined.Count, await db.Events.CountAsync(e => e.State == PublicationState.Withdrawn));
            revisions = await db.Revisions.CountAsync();
        }

        await later.StopAsync();
        await using var last = await TrackerApp.StartAsync(folder: early.Folder);
        await using var after = await last.OpenAsync();
        Assert.Equal(revisions, await after.Revisions.CountAsync());
    }

    /// <summary>The dossier's events have the seed's quotes, and the claims that quote the same words.</summary>
    private async Task AssertJoinedAsync(TrackerDb db)
    {
        var decisions = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(TrackerApp.Seeds, "000_862f22007153cb7b.review.json")))!["decisions"]!.AsArray();
        foreach (var (seed, id) in Joined)
        {
            var decision = decisions.Single(d => DossierFile.Id(d) == seed)!;
            var title = file.Event(id)["title"]!.GetValue<string>();
            var happening = await db.Events.Include(e => e.Evidence).Include(e => e.Claims).SingleAsync(e => e.Title == title);
            Assert.Equal(decision["quote"]!.GetValue<string>(), happening.Evidence.Single(e => e.Kind == EvidenceKind.Quoted).Exact);
            Assert.Equal(file.Event(id)["citations"]!.AsArray().Count, happening.Evidence.Count(e => e.Kind == EvidenceKind.Cited));
            Assert.Contains(happening.Claims, l => l.By == LinkedBy.Overlap);
            Assert.False(await db.Events.AnyAsync(e => e.Title == decision["title"]!.GetValue<string>() && e.State != PublicationState.Withdrawn));
        }
    }

    private async Task EditAsync(string begins, Action<Claim> edit) =>
        await Writer.WriteAsync("editor", async scope =>
        {
            var claim = await scope.Db.Claims.SingleAsync(c => c.Statement.StartsWith(begins));
            edit(claim);
            scope.Because(claim, "test");
            return 0;
        }, CancellationToken.None);

    private async Task<List<string>> RevisionsAsync()
    {
        await using var db = await App.OpenAsync();
        return await db.Revisions.OrderBy(r => r.SubjectId).ThenBy(r => r.Number).Select(r => r.Sha256).ToListAsync();
    }
}
