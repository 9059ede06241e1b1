using PartnershipTracker.Tests;
using PartnershipTracker.Web.Querying;

namespace PartnershipTracker.Web.Tests;

/// <summary>Points in each order, as cards and as a table.</summary>
public sealed class PointOrderTests(SeededApp seeded) : IClassFixture<SeededApp>
{
    private readonly HttpClient browser = seeded.App.Browser();

    [Fact]
    public async Task The_strongest_stand_first_with_their_number_of_origins()
    {
        var origins = await ColumnAsync("/points?view=table&sort=strength", ".number", int.Parse);
        Assert.True(origins[0] > 1);
        Assert.Equal(origins.OrderDescending(), origins);
        var cards = (await browser.PageAsync("/points?sort=strength&theme=compute-cloud")).QuerySelectorAll(".sides > section").First()
            .QuerySelectorAll(".foot > span:last-child").Select(span => int.Parse(span.Words().Split(' ')[0])).ToList();
        Assert.Equal(cards.OrderDescending(), cards);
    }

    [Fact]
    public async Task Time_runs_both_ways_with_undated_claims_last()
    {
        var (up, down) = (await browser.TableAsync("/points?sort=date"), await browser.TableAsync("/points?sort=-date"));
        Assert.Equal(up.Order(), down.Order());
        var dated = (await browser.PageAsync("/points?view=table&sort=-date")).QuerySelectorAll("table.points tbody tr").First();
        Assert.Equal(up.IndexOf(down[0]), up.Count - 1 - await UndatedAsync());
        Assert.DoesNotContain("unknown", dated.QuerySelectorAll("td")[1].Words());
    }

    [Fact]
    public async Task Recorded_last_comes_first()
    {
        await using var db = await seeded.App.OpenAsync();
        var listed = await browser.TableAsync("/points?sort=recorded");
        var recorded = db.Claims.Select(c => new { c.Slug, c.RecordedAt }).ToDictionary(c => Links.Claim(c.Slug), c => c.RecordedAt);
        Assert.Equal(listed.Select(a => recorded[a]).OrderDescending(), listed.Select(a => recorded[a]));
    }

    [Fact]
    public async Task The_orders_are_links_and_the_address_keeps_the_filter()
    {
        var page = await browser.PageAsync("/points?theme=funding&sort=date");
        Assert.Equal(
            ["/points?theme=funding", "/points?theme=funding&sort=date", "/points?theme=funding&sort=-date", "/points?theme=funding&sort=strength", "/points?theme=funding&sort=recorded", "/points?theme=funding&sort=date&view=table"],
            page.QuerySelectorAll(".sorts a").Select(a => a.GetAttribute("href")));
        Assert.Equal("earliest first", page.QuerySelector(".sorts a[aria-current]")!.Words());
    }

    [Fact]
    public async Task The_table_has_every_claim_once_with_who_says_it_voice_state_evidence_and_origins()
    {
        var page = await browser.PageAsync("/points?view=table");
        Assert.Equal(["Claim", "Stance", "Date", "Who says it", "Document", "Voice", "Evidence", "Origins", "State"], page.QuerySelectorAll("table.points thead th").Select(th => th.Words()));
        Assert.All(page.QuerySelectorAll("table.points tbody tr"), row => Assert.All(row.Children, cell => Assert.NotEqual("", cell.Words())));
        await using var db = await seeded.App.OpenAsync();
        Assert.Equal(db.PublishedClaims().Count(), (await browser.TableAsync("/points")).Distinct().Count());
    }

    [Theory]
    [InlineData("/points?view=table&after=no-such-claim")]
    [InlineData("/themes/compute-cloud?after=..%2F..%2Fetc&sort=-date")]
    [InlineData("/sources/microsoft?after=%27&stance=competing")]
    public async Task A_place_that_is_not_there_is_the_first_page_and_said(string address)
    {
        var page = await browser.PageAsync(address);
        Assert.Contains("This is the first page.", page.QuerySelector(".notice")!.Words());
        var first = await browser.PageAsync(string.Join('&', address.Split('&').Select(part => part.Split("after=")[0])).Replace("&&", "&"));
        Assert.Equal(first.QuerySelectorAll("article h3, th[scope=row]").Select(h => h.Words()), page.QuerySelectorAll("article h3, th[scope=row]").Select(h => h.Words()));
    }

    [Fact]
    public async Task A_balance_bar_stands_over_each_theme()
    {
        var sections = (await browser.PageAsync(Links.Points)).QuerySelectorAll("section.section").ToList();
        Assert.All(sections, section => Assert.Matches(@"^\d+ competing, \d+ complementary$", section.QuerySelector("svg.balance-bar")!.GetAttribute("aria-label")!));
    }

    private async Task<int> UndatedAsync()
    {
        await using var db = await seeded.App.OpenAsync();
        return db.PublishedClaims().Count(c => c.Earliest == null);
    }

    private async Task<List<T>> ColumnAsync<T>(string address, string selector, Func<string, T> read) =>
        [.. (await browser.PageAsync(address)).QuerySelectorAll($"table.points tbody {selector}").Select(cell => read(cell.Words()))];
}
