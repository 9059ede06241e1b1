using System.Net;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>The dossier on the pages, beside the seed: 20 competing, 4 complementary and 12 neutral claims, all quoted.</summary>
public sealed class DossierPageTests(SeededApp seeded) : IClassFixture<SeededApp>
{
    private readonly HttpClient browser = seeded.App.Browser();
    private readonly DossierFile file = new();

    private int Competing => 20 + file.Stance("competing");
    private int Complementary => 4 + file.Stance("complementary");

    [Fact]
    public async Task The_overview_counts_both_and_says_how_many_are_quoted_and_how_many_cited()
    {
        var page = await browser.PageAsync(Links.Overview);
        Assert.Equal($"Microsoft and OpenAI: {Competing} competing, {Complementary} complementary points", page.QuerySelector("h1")!.Words());
        var lead = page.QuerySelector(".lead")!.Words();
        Assert.Contains("24 points open the very sentence they rest on", lead);
        Assert.Contains($"{file.Stance("competing") + file.Stance("complementary")} cite a public document only", lead);
        Assert.Contains($"Drawn from {36 + file.Claims.Count} claims on {1 + file.Documents.Count} documents, {file.Documents.Count} of them cited without their text.", lead);
        Assert.Contains("The curated dossier covers December 2015 to June 2026; what came after is not in it.", lead);
        Assert.Contains(file.Json["about"]!["note"]!.GetValue<string>(), (await browser.PageAsync(Links.About)).QuerySelector("main")!.Words());
    }

    [Fact]
    public async Task Points_show_few_of_each_side_quoted_first_and_lead_to_all()
    {
        var page = await browser.PageAsync(Links.Points);
        Assert.StartsWith($"{Competing} competing points, {Complementary} complementary points and {12 + file.Stance("neutral")} neutral claims", page.QuerySelector("p[role=status]")!.Words());
        foreach (var side in page.QuerySelectorAll(".sides > section"))
        {
            Assert.True(side.QuerySelectorAll("article.card").Length <= 5);
            var cards = side.QuerySelectorAll("article.card").Where(card => !card.Words().Contains("In full above", StringComparison.Ordinal)).ToList();
            Assert.Equal(cards.OrderBy(card => card.QuerySelector("blockquote") is null), cards);
            Assert.All(cards, card => Assert.Equal(card.QuerySelector("blockquote") is null, card.Words().Contains("Cited: ", StringComparison.Ordinal)));
        }

        var compute = page.QuerySelectorAll("section.section").Single(s => s.QuerySelector("h2")!.Words() == "Compute and cloud");
        var competing = file.Claims.Count(c => c!["stance"]!.GetValue<string>() == "competing" && c["themes"]!.AsArray().Any(t => t!.GetValue<string>() == "compute-cloud"));
        var all = compute.QuerySelectorAll(".sides > section a").First(a => a.Words().StartsWith("All ", StringComparison.Ordinal));
        Assert.Equal(Links.Theme("compute-cloud") + "?stance=competing", all.GetAttribute("href"));
        var theme = await browser.PageAsync(all.GetAttribute("href")!);
        Assert.Equal(all.Words(), $"All {theme.QuerySelectorAll(".sides > section")[0].QuerySelectorAll("article.card").Length}");
        Assert.True(int.Parse(all.Words()[4..]) >= competing);
    }

    [Fact]
    public async Task A_cited_claim_says_so_and_leads_to_the_document_and_the_original()
    {
        var page = await browser.PageAsync("/claims/the-october-2025-agreement-ended-microsofts-right-of-first-refusal-to-supply");
        var main = page.QuerySelector("main")!.Words();
        Assert.Contains("curated, not checked here", main);
        Assert.Contains("2 pieces of evidence (2 cited) from 2 origins.", main);
        Assert.Contains("VoiceNot given", main);
        Assert.Contains("Said28 October 2025", main);
        Assert.Contains("version 1 by dossier Imported from the curated dossier", main);
        var evidence = page.QuerySelectorAll(".evidence")[0];
        Assert.StartsWith("The filing says Microsoft no longer has the right. Cited, not quoted: ", evidence.Words());
        Assert.Contains("primary tier", evidence.Words());
        var original = evidence.QuerySelector("a")!;
        Assert.Equal(file.Document("sec-10q-2025")["url"]!.GetValue<string>(), original.GetAttribute("href"));
        Assert.Contains("noopener", original.GetAttribute("rel"));
        var document = await browser.PageAsync(evidence.QuerySelectorAll("a").Single(a => a.Words() == "About this document").GetAttribute("href")!);
        Assert.Contains("cited only", document.QuerySelector("main")!.Words());
        Assert.Contains("Tierprimary", document.QuerySelector("dl.facts")!.Words());
        Assert.Contains("Accessed22 November 2026", document.QuerySelector("dl.facts")!.Words());
        var supported = file.Claims.Concat(file.Events).Count(record => record!["citations"]!.AsArray().Any(c => c!["document"]!.GetValue<string>() == "sec-10q-2025"));
        Assert.Equal(supported, document.QuerySelectorAll(".cited > li > a").Length);
    }

    [Fact]
    public async Task What_supersedes_or_contradicts_a_claim_is_marked_on_its_page_and_on_its_card()
    {
        const string old = "The 2019 agreement made Microsoft OpenAI's exclusive cloud provider.";
        const string later = "The 2023 extension kept Azure as exclusive cloud for all OpenAI research, product and API workloads.";
        var card = (await browser.PageAsync(Links.Theme("exclusivity-ip"))).QuerySelectorAll("article.card").First(c => c.QuerySelector("h3")!.Words() == old);
        Assert.Contains($"Superseded by: {later}", card.Words());
        var page = await browser.PageAsync(card.QuerySelector("h3 a")!.GetAttribute("href")!);
        Assert.Equal(
            [$"Superseded by: Complementary: {later}", "Supersedes: Complementary: In 2016 OpenAI named Azure its primary cloud for deep-learning work."],
            page.QuerySelectorAll(".relations li").Select(li => li.Words()));
        var denied = await browser.PageAsync("/claims/coreweave-denied-that-any-contract-had-been-cancelled-or-walked-away-from");
        Assert.StartsWith("Contradicted by: Neutral: Microsoft passed up", denied.QuerySelector(".relations li")!.Words());
    }

    [Fact]
    public async Task The_timeline_keeps_within_its_rows_with_a_hundred_events()
    {
        var page = await browser.PageAsync(Links.Timeline);
        var lists = page.QuerySelectorAll("ol.events").ToList();
        Assert.Equal(file.Events.Count + 15 - DossierTests.Joined.Count, lists.Sum(list => list.QuerySelectorAll("li").Length));
        Assert.Equal(lists[0].QuerySelectorAll("li").Length, page.QuerySelectorAll(".drawing a").Length);
        Assert.True(int.Parse(page.QuerySelector(".drawing svg")!.GetAttribute("height")!) <= 620);
        Assert.Equal("EDTF 2015-12-11", lists[0].QuerySelector("li > .date")!.GetAttribute("title"));
    }

    [Fact]
    public async Task Sources_count_claims_they_are_quoted_and_cited_for()
    {
        var page = await browser.PageAsync(Links.Sources);
        var row = page.QuerySelectorAll("tbody tr").Single(tr => tr.QuerySelector("a")!.Words() == "The Information").QuerySelectorAll("td.number").Select(td => int.Parse(td.Words())).ToList();
        var cited = file.Claims.Count(c => c!["citations"]!.AsArray().Any(x => x!["attributed_to"]?.GetValue<string>() == "the-information"
            || file.Document(x["document"]!.GetValue<string>())["source"]!.GetValue<string>() == "the-information"));
        Assert.Equal(cited, row[4]);
        Assert.True(row[3] > 0);
    }

    [Theory]
    [InlineData(Links.Overview)]
    [InlineData(Links.Points)]
    [InlineData(Links.Timeline)]
    [InlineData(Links.Sources)]
    [InlineData("/themes/compute-cloud")]
    [InlineData("/sources/microsoft")]
    public async Task A_page_of_the_whole_has_at_most_100_KB(string address) =>
        Assert.InRange((await browser.GetByteArrayAsync(address)).Length, 1000, 100 * 1024);

    /// <summary>However much the store holds: twice the dossier asks no more often.</summary>
    [Fact]
    public async Task A_page_asks_the_store_as_often_however_much_it_holds()
    {
        await using var small = await TrackerApp.StartAsync(TrackerApp.SeedOnly);
        foreach (var address in new[] { Links.Overview, Links.Points, Links.Timeline, Links.Sources, Links.Themes, "/themes/enterprise-sales", "/sources/the-information", "/events/openai-signs-up-snap-and-instacart-as-customers" })
        {
            var (few, many) = (await Statements.CountAsync(small, address), await Statements.CountAsync(seeded.App, address));
            Assert.True(many <= Math.Min(few, 25), $"{address} asks {many} times, with few claims {few} times.");
        }
    }
}

/// <summary>An editor says which claims speak of an event.</summary>
public sealed class EventLinkTests : OwnTracker
{
    private const string Event = "/events/microsoft-invests-1-billion-and-becomes-exclusive-cloud-provider";
    private const string Claim = "Microsoft invested $1 billion in OpenAI in 2019.";

    [Fact]
    public async Task A_shared_cited_document_only_suggests_a_link_and_an_editor_makes_and_takes_it()
    {
        var reader = App.Browser();
        var page = await reader.PageAsync(Event);
        Assert.Contains("None yet.", page.QuerySelector("main")!.Words());
        Assert.Contains(page.QuerySelectorAll(".cited li > a"), a => a.Words() == Claim);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Empty(await ListedAsync(reader));

        var editor = await App.SignedInAsync();
        var form = (await editor.PageAsync(Event)).QuerySelectorAll(".cited li").Single(li => li.QuerySelector("a")!.Words() == Claim).QuerySelector("form")!;
        var linked = await editor.SubmitAsync((AngleSharp.Html.Dom.IHtmlFormElement)form);
        Assert.Contains(linked.QuerySelectorAll(".sides article h3"), h => h.Words() == Claim);
        Assert.Contains($"Linked to the claim “{Claim}”", linked.QuerySelector("main")!.Words());

        page = await reader.PageAsync(Event);
        Assert.Equal(["Complementary"], page.QuerySelectorAll(".row > .stance").Select(s => s.Words()));
        Assert.Contains("linked by an editor", page.QuerySelector(".sides")!.Words());
        Assert.DoesNotContain(page.QuerySelectorAll(".cited li > a"), a => a.Words() == Claim);
        Assert.Equal([Event], await ListedAsync(reader));

        await editor.SubmitAsync((await editor.PageAsync(Event)).Form(".sides form"));
        Assert.Empty(await ListedAsync(reader));
        await using var db = await App.OpenAsync();
        Assert.Equal(3, (await db.Events.SingleAsync(e => e.Slug == Event.Substring("/events/".Length))).Version);
    }

    [Fact]
    public async Task Readers_cannot_link_and_what_is_not_there_cannot_be_linked()
    {
        using var answer = await App.Browser(followRedirects: false).PostAsync(Links.LinkClaim("x"), new FormUrlEncodedContent([]));
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        var editor = await App.SignedInAsync();
        var form = (await editor.PageAsync(Event)).Form(".cited li form");
        ((AngleSharp.Html.Dom.IHtmlInputElement)form.QuerySelector("[name=claim]")!).Value = "no-such-claim";
        using var missing = await editor.PostFormAsync(form);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        await using var db = await App.OpenAsync();
        Assert.False(await db.ClaimEvents.AnyAsync(l => l.By == LinkedBy.Editor && l.Event!.Provenance == Provenance.Dossier));
    }

    private static async Task<List<string>> ListedAsync(HttpClient reader) =>
        [.. (await reader.PageAsync("/timeline?stance=complementary")).QuerySelectorAll("ol.events li > div > a").Select(a => a.GetAttribute("href")!.Split('?')[0])];
}
