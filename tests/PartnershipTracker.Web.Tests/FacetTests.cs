using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>Filters on pages: what is counted is what is listed, and whatever is asked is answered.</summary>
public sealed class FacetTests(SeededApp seeded) : IClassFixture<SeededApp>
{
    private const int Filters = 12;
    private readonly HttpClient browser = seeded.App.Browser();

    [Theory]
    [InlineData(Links.Points, 1)]
    [InlineData(Links.Timeline, 2)]
    public async Task Every_count_is_what_the_page_lists_with_that_value_alone(string page, int seed)
    {
        var random = new Random(seed);
        for (var n = 0; n < Filters; n++)
        {
            var address = await RandomAsync(page, random);
            var facets = (await browser.PageAsync(address)).Facets(address);
            Assert.NotEmpty(facets);
            foreach (var (key, value, count) in facets.GroupBy(f => f.Key).Select(of => of.ElementAt(random.Next(of.Count()))))
            {
                var asked = Listing.With(address, key, value);
                var listed = page == Links.Points ? await browser.TableAsync(asked) : await browser.EventsAsync(asked);
                Assert.True(count == listed.Count, $"{asked} lists {listed.Count}, its count on {address} says {count}.");
                Assert.Equal(listed.Distinct(), listed);
            }
        }
    }

    [Fact]
    public async Task A_theme_s_page_counts_what_it_lists()
    {
        foreach (var (key, value, count) in (await browser.PageAsync("/themes/funding")).Facets("/themes/funding"))
        {
            var page = await browser.PageAsync(Listing.With("/themes/funding", key, value));
            Assert.Equal(count, page.QuerySelectorAll("article.card").Length);
        }
    }

    [Theory]
    [InlineData("/points?voice=opinion", "Points: voice opinion")]
    [InlineData("/points?party=openai&evidence=quoted", "Points: about OpenAI, quoted")]
    [InlineData("/points?source=the-information&source=reuters", "Points: said by Reuters or The Information")]
    [InlineData("/points?to=2024&from=2022-01&year=2023", "Points: dated 2023, from January 2022, to 2024")]
    [InlineData("/timeline?voice=not-given&theme=none&theme=search", "Timeline: Search or no theme, voice not given")]
    [InlineData("/themes/funding?stance=competing&evidence=cited", "Funding: competing, cited")]
    [InlineData("/sources/microsoft?year=2023", "Microsoft: dated 2023")]
    public async Task The_title_and_one_sentence_say_what_is_shown(string address, string title)
    {
        var page = await browser.PageAsync(address);
        Assert.Equal(title, page.Title);
        Assert.Contains(title[title.IndexOf(':')..], page.QuerySelector("p[role=status], .no-match")!.Words());
    }

    [Fact]
    public async Task Equal_filters_have_one_address()
    {
        var page = await browser.PageAsync("/points?to=2024&stance=complementary&theme=search&stance=competing&theme=funding&from=2022&colour=red");
        Assert.Equal("/points?theme=funding&theme=search&stance=competing&stance=complementary&from=2022&to=2024", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_range_the_wrong_way_round_is_swapped_and_said()
    {
        var page = await browser.PageAsync("/points?from=2024&to=2022-06");
        Assert.Contains("The range was given the wrong way round; it is read from June 2022 to 2024.", page.QuerySelector(".notice")!.Words());
        Assert.Equal(await browser.TableAsync("/points?from=2022-06&to=2024"), await browser.TableAsync("/points?from=2024&to=2022-06"));
    }

    [Fact]
    public async Task A_date_belongs_to_every_range_it_overlaps_and_undated_rows_are_numbered()
    {
        var all = await browser.EventsAsync("/timeline");
        var within = await browser.PageAsync("/timeline?from=2023-03-10&to=2023-03-20");
        Assert.Contains("EDTF 2023-03", within.QuerySelectorAll("ol.events .date").Select(d => d.GetAttribute("title")));
        Assert.Contains("2 more have no known date", within.QuerySelector("p[role=status]")!.Words());
        var (before, after) = (await browser.EventsAsync("/timeline?to=2023-03-15"), await browser.EventsAsync("/timeline?from=2023-03-16"));
        Assert.Equal(all.Count - 2, before.Union(after).Count());
        Assert.NotEmpty(before.Intersect(after));
    }

    [Fact]
    public async Task What_matches_nothing_says_which_single_filter_to_drop_for_how_many()
    {
        var page = await browser.PageAsync("/points?theme=talent&stance=neutral&from=2015");
        Assert.StartsWith("No claim matches: Talent, neutral, from 2015.", page.QuerySelector(".no-match")!.Words());
        var ways = page.QuerySelectorAll(".no-match li").ToList();
        Assert.Equal(2, ways.Count);
        foreach (var way in ways)
        {
            var listed = await browser.TableAsync(way.QuerySelector("a")!.GetAttribute("href")!);
            Assert.EndsWith($": {listed.Count} {(listed.Count == 1 ? "claim" : "claims")}", way.Words());
        }

        Assert.Equal(Links.Points, page.QuerySelectorAll(".no-match a").Last().GetAttribute("href"));
    }

    [Fact]
    public async Task A_form_asks_for_long_lists_and_ranges_and_keeps_what_is_asked()
    {
        var page = await browser.PageAsync("/points?stance=competing&sort=strength");
        var form = page.Form("form.filter-form");
        Assert.Equal("get", form.Method);
        Assert.Equal(["stance=competing", "sort=strength"], form.QuerySelectorAll("input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}"));
        var sent = await browser.PageAsync("/points?stance=competing&sort=strength&source=&party=&year=&from=2023&to=");
        Assert.Empty(sent.QuerySelectorAll(".notice"));
        Assert.Equal("Points: competing, from 2023", sent.Title);
    }

    [Theory]
    [InlineData("?party=nobody", "“party=nobody”")]
    [InlineData("?source=<script>", "“source=<script>”")]
    [InlineData("?voice=1", "“voice=1”")]
    [InlineData("?evidence=hearsay", "“evidence=hearsay”")]
    [InlineData("?year=0000", "“year=0000”")]
    [InlineData("?year=２０２３", "“year=２０２３”")]
    [InlineData("?from=yesterday", "“from=yesterday”")]
    [InlineData("?to=2023-02-30", "“to=2023-02-30”")]
    [InlineData("?from=2020&from=2021", "“from=2021”")]
    [InlineData("?sort=sideways", "“sort=sideways”")]
    [InlineData("?view=cube", "“view=cube”")]
    public async Task What_means_nothing_is_named(string query, string named) =>
        Assert.Contains($"Not understood and left out: {named}.", (await browser.PageAsync(Links.Points + query)).QuerySelector(".notice")!.Words());

    [Theory]
    [InlineData("?after=%00&sort=date")]
    [InlineData("?after=&view=table")]
    [InlineData("?theme=a%00b&theme=%F0%9F%98%80&theme=%ED%A0%80&stance[]=x")]
    [InlineData("?from=..%2F&to=%2F..&year=9999&year=0001")]
    [InlineData("?from=9999-12-31&to=0001-01-01")]
    [InlineData("?from=../2020&to=2019/..")]
    [InlineData("?&&==&=&theme&sort&view&after")]
    [InlineData("?year=2023&year=2023&year=99999999999&year=-1")]
    [InlineData("?source='; DROP TABLE Claims;--&party=%25_%25")]
    [InlineData("?%E2%80%AE=x&THEME=funding&Theme=funding")]
    public async Task Any_query_string_is_answered(string query)
    {
        foreach (var page in new[] { Links.Points, Links.Timeline, "/themes/funding", "/sources/microsoft" })
        {
            Assert.Single((await browser.PageAsync(page + query)).QuerySelectorAll("h1"));
        }

        var many = query + string.Concat(Enumerable.Range(0, 400).Select(n => $"&k{n}=v&year={2000 + (n % 30)}"));
        Assert.InRange((await browser.GetByteArrayAsync(Links.Points + many[..Math.Min(many.Length, 7000)])).Length, 1000, 100 * 1024);
    }

    /// <summary>Up to four random values of what the page offers.</summary>
    private async Task<string> RandomAsync(string page, Random random)
    {
        var offered = (await browser.PageAsync(page)).Facets(page);
        var address = page + "?";
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var (key, value, _) = offered[random.Next(offered.Count)];
            address += address.Contains($"{key}={value}&", StringComparison.Ordinal) ? "" : $"{key}={value}&";
        }

        return address + (random.Next(3) switch { 0 => "from=2018&", 1 => "to=2024-06&", _ => "" }).TrimEnd('&');
    }
}
