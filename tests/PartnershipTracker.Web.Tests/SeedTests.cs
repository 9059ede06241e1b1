using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>The seed, as the store holds it after the first start, and what later starts may change.</summary>
public sealed class SeedTests
{
    private const string Article = "000_862f22007153cb7b.txt";
    private const string Decisions = "000_862f22007153cb7b.review.json";

    [Fact]
    public async Task Every_quote_equals_its_slice_and_its_hash()
    {
        await using var app = await TrackerApp.StartAsync(TrackerApp.SeedOnly);
        await using var db = await app.OpenAsync();
        var text = await db.Texts.SingleAsync();
        var evidence = await db.Evidence.ToListAsync();
        Assert.NotEmpty(evidence);
        Assert.All(evidence, e =>
        {
            Assert.Equal(e.Exact, text.Readable[e.Start!.Value..e.End!.Value]);
            Assert.Equal(e.ExactSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(e.Exact!))));
            Assert.EndsWith(e.Prefix!, text.Readable[..e.Start.Value]);
            Assert.StartsWith(e.Suffix!, text.Readable[e.End.Value..]);
        });
        Assert.Contains(evidence, e => e.Exact!.Contains("Auzre", StringComparison.Ordinal));
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(TrackerApp.Seeds, Article)), text.Bytes);
    }

    [Fact]
    public async Task The_decisions_make_36_claims_and_15_events_on_distinct_words()
    {
        await using var app = await TrackerApp.StartAsync(TrackerApp.SeedOnly);
        await using var db = await app.OpenAsync();
        var stances = await db.Claims.GroupBy(c => c.Stance).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        Assert.Equal(20, stances[Stance.Competing]);
        Assert.Equal(4, stances[Stance.Complementary]);
        Assert.Equal(12, stances[Stance.Neutral]);
        Assert.Equal(15, await db.Events.CountAsync());
        Assert.Equal(2, await db.Claims.CountAsync(c => c.Evidence.Count == 2));
        var spans = await db.Evidence.Select(e => new { IsClaim = e.ClaimId != null, e.Start, e.End }).ToListAsync();
        Assert.Equal(spans.Count, spans.Distinct().Count());
    }

    [Fact]
    public async Task Events_show_the_stances_of_claims_whose_quotes_overlap_theirs()
    {
        await using var app = await TrackerApp.StartAsync(TrackerApp.SeedOnly);
        await using var db = await app.OpenAsync();
        var evidence = await db.Evidence.ToListAsync();
        var expected = (
            from e in evidence
            where e.EventId is not null
            from c in evidence
            where c.ClaimId is not null && c.Start < e.End && e.Start < c.End
            select (c.ClaimId!.Value, e.EventId!.Value)).ToHashSet();
        var linked = (await db.ClaimEvents.Where(l => l.By == LinkedBy.Overlap).ToListAsync()).Select(l => (l.ClaimId, l.EventId)).ToHashSet();
        Assert.NotEmpty(expected);
        Assert.Subset(expected, linked);
        var byEditor = (await db.ClaimEvents.Where(l => l.By == LinkedBy.Editor).ToListAsync()).Select(l => (l.ClaimId, l.EventId));
        Assert.Subset(linked.Concat(byEditor).ToHashSet(), expected);
    }

    [Fact]
    public async Task Every_decided_proposal_names_what_came_of_it_and_the_rest_stay_pending()
    {
        await using var app = await TrackerApp.StartAsync(TrackerApp.SeedOnly);
        await using var db = await app.OpenAsync();
        var proposals = await db.Proposals.ToListAsync();
        var evidence = await db.Evidence.ToListAsync();
        Assert.Contains(proposals, p => p.State == ProposalState.Changed);
        Assert.All(proposals.Where(p => p.State is ProposalState.Accepted or ProposalState.Changed), p => Assert.NotNull(p.ResultId));
        foreach (var pending in proposals.Where(p => p.State == ProposalState.Pending && p.Kind != SuggestionKind.Source))
        {
            Assert.DoesNotContain(evidence, e =>
                (pending.Kind == SuggestionKind.Claim ? e.ClaimId : e.EventId) is not null && e.Start < pending.End && pending.Start < e.End);
        }
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        var app = await TrackerApp.StartAsync(TrackerApp.SeedOnly);
        var before = await FingerprintAsync(app);
        await app.StopAsync();
        await using var again = await TrackerApp.StartAsync(TrackerApp.SeedOnly, app.Folder);
        Assert.Equal(before, await FingerprintAsync(again));
    }

    [Fact]
    public async Task A_later_file_adds_its_new_ids_and_touches_nothing_else()
    {
        using var seeds = new SeedFolder();
        var held = seeds.Edit(decisions =>
        {
            var last = decisions[^1]!.DeepClone();
            decisions.RemoveAt(decisions.Count - 1);
            return last;
        });
        var app = await TrackerApp.StartAsync(seeds.Path);
        int before;
        await using (var db = await app.OpenAsync())
        {
            before = await db.Claims.CountAsync() + await db.Events.CountAsync();
            var touched = await db.Claims.OrderBy(c => c.Id).FirstAsync();
            await db.Claims.Where(c => c.Id == touched.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Statement, "What an editor made of it.").SetProperty(x => x.Version, 2));
        }

        await app.StopAsync();
        seeds.Edit(decisions =>
        {
            decisions.Add(held);
            return held;
        });
        await using var again = await TrackerApp.StartAsync(seeds.Path, app.Folder);
        await using var after = await again.OpenAsync();
        Assert.Equal(before + 1, await after.Claims.CountAsync() + await after.Events.CountAsync());
        Assert.Equal(1, await after.Documents.CountAsync());
        Assert.Equal(2, (await after.Claims.SingleAsync(c => c.Statement == "What an editor made of it.")).Version);
    }

    [Fact]
    public async Task A_decision_whose_quote_is_not_in_the_text_is_named_and_nothing_is_imported()
    {
        using var seeds = new SeedFolder();
        var id = seeds.Edit(decisions =>
        {
            decisions[3]!["quote"] = "Words that stand nowhere.";
            return decisions[3]!["id"]!.GetValue<string>();
        });
        await using var app = await TrackerApp.StartAsync(seeds.Path);
        await AssertSaysAsync(app, $"decision {id}: its quote is not in the text");
    }

    [Fact]
    public async Task Two_claims_on_the_same_words_are_refused()
    {
        using var seeds = new SeedFolder();
        var id = seeds.Edit(decisions =>
        {
            var twin = decisions.First(d => d!["kind"]!.GetValue<string>() == "claim")!.DeepClone();
            twin["id"] = "twin";
            decisions.Add(twin);
            return "twin";
        });
        await using var app = await TrackerApp.StartAsync(seeds.Path);
        await AssertSaysAsync(app, $"decision {id}: another claim rests on the same words");
    }

    [Fact]
    public async Task An_altered_article_is_said_and_touches_nothing()
    {
        using var seeds = new SeedFolder();
        await File.AppendAllTextAsync(Path.Combine(seeds.Path, Article), "\nOne more line.");
        await using var app = await TrackerApp.StartAsync(seeds.Path);
        await AssertSaysAsync(app, "Seed article altered");
    }

    [Fact]
    public async Task A_missing_article_is_said_and_touches_nothing()
    {
        using var seeds = new SeedFolder();
        File.Delete(Path.Combine(seeds.Path, Article));
        await using var app = await TrackerApp.StartAsync(seeds.Path);
        await AssertSaysAsync(app, "Seed article missing");
    }

    [Fact]
    public async Task Missing_seeds_leave_an_app_that_starts_and_says_what_to_do()
    {
        using var empty = new SeedFolder(copy: false);
        await using var app = await TrackerApp.StartAsync(empty.Path);
        await AssertSaysAsync(app, "No seed article");
        var overview = await app.Browser().PageAsync(Links.Overview);
        Assert.Equal(Links.NewClaim, overview.QuerySelector("main a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_file_that_is_not_ours_is_said_and_touches_nothing()
    {
        using var seeds = new SeedFolder();
        await File.WriteAllTextAsync(Path.Combine(seeds.Path, Decisions), "{\"document\": 7}");
        await using var app = await TrackerApp.StartAsync(seeds.Path);
        await AssertSaysAsync(app, "cannot be read");
    }

    private static async Task AssertSaysAsync(TrackerApp app, string message)
    {
        await using var db = await app.OpenAsync();
        Assert.Equal(0, await db.Claims.CountAsync() + await db.Documents.CountAsync() + await db.Proposals.CountAsync());
        var desk = await (await app.SignedInAsync()).PageAsync(Links.Desk);
        Assert.Contains(desk.QuerySelectorAll(".notice.fault"), notice => notice.Words().Contains(message, StringComparison.Ordinal));
    }

    private static async Task<string> FingerprintAsync(TrackerApp app)
    {
        await using var db = await app.OpenAsync();
        var revisions = await db.Revisions.OrderBy(r => r.SubjectId).ThenBy(r => r.Number).Select(r => r.Sha256 + r.Number + r.At).ToListAsync();
        var proposals = await db.Proposals.OrderBy(p => p.Id).Select(p => $"{p.Id} {p.State} {p.Version}").ToListAsync();
        return string.Join('\n', [.. revisions, .. proposals, $"{await db.Evidence.CountAsync()} {await db.Anchors.CountAsync()} {await db.SourceNames.CountAsync()}"]);
    }

    /// <summary>A copy of the seeds that a test may spoil.</summary>
    private sealed class SeedFolder : IDisposable
    {
        public SeedFolder(bool copy = true)
        {
            foreach (var file in copy ? Directory.GetFiles(TrackerApp.SeedOnly) : [])
            {
                File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("seeds-").FullName;

        public T Edit<T>(Func<JsonArray, T> edit)
        {
            var file = System.IO.Path.Combine(Path, Decisions);
            var json = JsonNode.Parse(File.ReadAllText(file))!;
            var result = edit(json["decisions"]!.AsArray());
            File.WriteAllText(file, json.ToJsonString());
            return result;
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
