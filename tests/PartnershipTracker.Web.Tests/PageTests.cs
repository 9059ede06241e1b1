using System.Net;
using AngleSharp.Dom;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

public sealed class PageTests(SeededApp seeded) : IClassFixture<SeededApp>
{
    private readonly HttpClient browser = seeded.App.Browser();

    public static TheoryData<string> Lists => [Links.Overview, Links.Timeline, Links.Points, Links.Sources, Links.Themes, Links.About, Links.SignIn];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_reader_page_has_one_heading_landmarks_and_no_script(string address)
    {
        var page = await browser.PageAsync(address);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.NotNull(page.QuerySelector("header nav[aria-label]"));
        Assert.Equal("#main", new Uri(page.QuerySelector("a.skip")!.GetAttribute("href")!, UriKind.RelativeOrAbsolute).OriginalString.Replace(address, ""));
        Assert.Empty(page.QuerySelectorAll("script, [style], [onclick]"));
        Assert.NotEqual("", page.Title);
    }

    [Fact]
    public async Task Points_stand_by_theme_with_both_sides_and_those_without_a_theme_last()
    {
        var page = await browser.PageAsync(Links.Points);
        var sections = page.QuerySelectorAll("section.section").ToList();
        Assert.Equal("No theme", sections[^1].QuerySelector("h2")!.Words());
        Assert.All(sections, section => Assert.Equal(["Competing", "Complementary"], section.QuerySelectorAll("h3 > .stance").Select(s => s.Words())));
        Assert.Contains("No complementary point recorded.", sections[^1].Words());
    }

    [Fact]
    public async Task Every_point_opens_the_sentence_it_quotes_or_the_document_it_cites()
    {
        var page = await browser.PageAsync(Links.Points);
        var cards = page.QuerySelectorAll("article.card").Where(card => !card.Words().Contains("In full above", StringComparison.Ordinal))
            .ToLookup(card => card.QuerySelector("blockquote") is not null);
        Assert.NotEmpty(cards[false]);
        Assert.NotEmpty(cards[true]);
        foreach (var card in cards[true])
        {
            var quote = Shown(card.QuerySelector("blockquote")!);
            var whole = card.QuerySelector(".cut") is null;
            var opens = card.QuerySelectorAll("a").Single(a => a.Words() == "Open the sentence").GetAttribute("href")!;
            var document = await browser.PageAsync(opens);
            var mark = document.GetElementById(opens.Split('#')[1])!;
            Assert.Equal(quote, whole ? Shown(mark) : Shown(mark)[..quote.Length]);
            Assert.Contains("asked", mark.ClassList);
        }

        foreach (var card in cards[false])
        {
            var cites = card.QuerySelectorAll(".foot a").First(a => a.ParentElement!.Words().StartsWith("Cited: ", StringComparison.Ordinal));
            var document = await browser.PageAsync(cites.GetAttribute("href")!);
            Assert.Contains(document.QuerySelectorAll(".cited a"), a => a.GetAttribute("href") == card.QuerySelector("h3 a")!.GetAttribute("href"));
            Assert.StartsWith("http", document.QuerySelectorAll("dl.facts a").Single(a => a.GetAttribute("rel") == "noopener noreferrer").GetAttribute("href"));
        }
    }

    [Fact]
    public async Task A_document_shows_every_word_of_its_file()
    {
        var documents = await browser.PageAsync(Links.Overview);
        var address = documents.QuerySelector("a[href^='/documents/']:not([href*='#'])")!.GetAttribute("href")!;
        var page = await browser.PageAsync(address);
        var shown = page.QuerySelectorAll(".text p, .text h3").Select(Shown).ToList();
        var file = await File.ReadAllTextAsync(Path.Combine(TrackerApp.Seeds, "000_862f22007153cb7b.txt"));
        Assert.Equal(file.Split('\n').Where(line => line.Trim().Length > 0), shown);
    }

    [Theory]
    [InlineData(Links.Points + "?view=table", "table.points th[scope=row] > a")]
    [InlineData(Links.Timeline, "ol.events > li > div > a")]
    public async Task A_theme_chip_counts_what_the_page_lists_when_it_is_chosen(string address, string listed)
    {
        var chips = await ThemeChipsAsync(address);
        Assert.True(chips.Count > 5);
        foreach (var chip in chips)
        {
            Assert.Equal(chip.Count, (await ListedAsync(chip.Address, listed)).Count);
        }
    }

    [Theory]
    [InlineData(Links.Points + "?view=table", "table.points th[scope=row] > a")]
    [InlineData(Links.Timeline, "ol.events > li > div > a")]
    public async Task A_stance_chip_counts_what_all_themes_together_list_when_it_is_chosen(string address, string listed)
    {
        var page = await browser.PageAsync(address);
        foreach (var chip in page.QuerySelectorAll(".filters ul[aria-label=Stance] a.chip").Where(chip => chip.QuerySelector(".n") is not null))
        {
            var all = new HashSet<string>();
            foreach (var theme in await ThemeChipsAsync(chip.GetAttribute("href")!))
            {
                all.UnionWith(await ListedAsync(theme.Address, listed));
            }

            Assert.Equal(int.Parse(chip.QuerySelector(".n")!.TextContent), all.Count);
        }
    }

    [Fact]
    public async Task Theme_and_stance_narrow_each_other_down_and_the_title_says_so()
    {
        var page = await browser.PageAsync("/points?theme=enterprise-sales&stance=complementary");
        Assert.Equal("Points: Enterprise sales, complementary", page.Title);
        var cards = page.QuerySelectorAll("article.card").ToList();
        Assert.Equal(1 + new DossierFile().Claims.Count(c => c!["stance"]!.GetValue<string>() == "complementary" && c["themes"]!.AsArray().Any(t => t!.GetValue<string>() == "enterprise-sales")), cards.Count);
        Assert.All(cards, card => Assert.Contains("complementary", card.ClassList));
        Assert.Contains("Left out by the filter.", page.QuerySelector("main")!.Words());
    }

    [Theory]
    [InlineData("/points?theme=nonsense&stance=competing", "“theme=nonsense”")]
    [InlineData("/points?stance=sideways", "“stance=sideways”")]
    [InlineData("/timeline?stance=1", "“stance=1”")]
    [InlineData("/timeline?colour=red", "“colour”")]
    [InlineData("/points?theme=%3Cscript%3E", "“theme=<script>”")]
    [InlineData("/points?theme=", "“theme=”")]
    public async Task What_a_filter_does_not_understand_is_left_out_and_named(string address, string named)
    {
        var page = await browser.PageAsync(address);
        Assert.Contains($"Not understood and left out: {named}", page.QuerySelector(".notice")!.Words());
    }

    [Fact]
    public async Task A_filter_that_matches_nothing_says_so_and_offers_a_way_out()
    {
        var page = await browser.PageAsync("/points?theme=talent&stance=neutral");
        Assert.Equal(Links.Points, page.QuerySelectorAll(".notice a").Last()!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("article.card"));
    }

    [Theory]
    [InlineData("/claims/nothing-here")]
    [InlineData("/events/nothing-here")]
    [InlineData("/documents/nothing-here")]
    [InlineData("/sources/nothing-here")]
    [InlineData("/themes/nothing-here")]
    [InlineData("/nothing-here")]
    public async Task An_unknown_address_is_a_404_with_our_page(string address)
    {
        var page = await browser.PageAsync(address, HttpStatusCode.NotFound);
        Assert.Equal("Nothing at this address", page.QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task The_timeline_orders_dated_events_at_their_own_precision_and_lists_undated_ones_apart()
    {
        var page = await browser.PageAsync(Links.Timeline);
        var lists = page.QuerySelectorAll("ol.events").ToList();
        Assert.Equal(2, lists.Count);
        var dates = lists[0].QuerySelectorAll("li > .date").Select(date => date.GetAttribute("title")!).ToList();
        Assert.Equal("EDTF 2015-12-11", dates[0]);

        // Of the seed's fifteen, twelve are dated; five of those and an undated one are the dossier's too.
        var count = new DossierFile().Events.Count + 12 - 5;
        Assert.Equal(count, dates.Count);
        Assert.Contains("EDTF 2023-06~", dates);
        Assert.Contains("EDTF 2023-03", dates);
        Assert.Equal(2, lists[1].QuerySelectorAll("li").Length);
        Assert.All(lists[1].QuerySelectorAll("li > .date"), date => Assert.Equal("Date unknown", date.Words()));
        Assert.Equal(count, page.QuerySelectorAll(".drawing a").Length);
    }

    [Fact]
    public async Task Previous_and_next_walk_the_timeline_within_the_filter()
    {
        var timeline = await browser.PageAsync("/timeline?stance=competing");
        var listed = timeline.QuerySelectorAll("ol.events li > div > a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.True(listed.Count > 3);
        var walked = new List<string>();
        for (var next = listed[0]; next is not null;)
        {
            walked.Add(next);
            next = (await browser.PageAsync(next)).QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(listed, walked);
    }

    [Fact]
    public async Task A_claim_shows_its_quote_in_context_its_chain_its_dates_and_its_history()
    {
        var sources = await browser.PageAsync("/sources/the-information");
        var claim = await browser.PageAsync(sources.QuerySelector("article.card h3 a")!.GetAttribute("href")!);
        var main = claim.QuerySelector("main")!.Words();
        Assert.Contains("The Information", claim.QuerySelector(".evidence figcaption")!.Words());
        Assert.Contains("the same words stand 1 more time", main);
        Assert.Contains("Recorded here", main);
        Assert.Contains("version 1 by seed", main);
        Assert.Contains("seed review", main);
    }

    [Theory]
    [InlineData(Links.Points, HttpStatusCode.OK)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    public async Task Asking_for_the_head_alone_gets_it(string address, HttpStatusCode status)
    {
        using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Headers_forbid_foreign_code_and_frames()
    {
        using var answer = await browser.GetAsync(Links.Points);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    private async Task<List<(string Address, int Count)>> ThemeChipsAsync(string address) =>
    [
        .. (await browser.PageAsync(address)).QuerySelectorAll(".filters ul[aria-label=Theme] a.chip")
            .Where(chip => chip.QuerySelector(".n") is not null)
            .Select(chip => (chip.GetAttribute("href")!, int.Parse(chip.QuerySelector(".n")!.TextContent))),
    ];

    private async Task<HashSet<string>> ListedAsync(string address, string selector) =>
        [.. (await browser.PageAsync(address)).QuerySelectorAll(selector).Select(a => a.GetAttribute("href")!.Split('?')[0])];

    /// <summary>The document's own words in an element, without our references and labels.</summary>
    private static string Shown(IElement paragraph)
    {
        var copy = (IElement)paragraph.Clone();
        copy.QuerySelectorAll(".ref, span").ToList().ForEach(ours => ours.Remove());
        return copy.TextContent;
    }
}
