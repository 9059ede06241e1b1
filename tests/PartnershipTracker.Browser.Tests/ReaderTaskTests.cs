using Microsoft.Playwright;
using PartnershipTracker.Tests;
using PartnershipTracker.Web;
using static Microsoft.Playwright.Assertions;

namespace PartnershipTracker.Browser.Tests;

/// <summary>What readers come for, each in at most four actions, without JavaScript.</summary>
[Collection(InChromium.Name)]
public sealed class ReaderTaskTests(Chromium chromium) : OwnTracker
{
    [Fact]
    public async Task The_earliest_competing_point_on_cloud_leads_to_its_source()
    {
        var page = await StartAsync(Links.Points);
        await page.Locator(".filters a.chip", new() { HasText = "Compute and cloud" }).ClickAsync();
        await page.Locator(".filters a.chip.competing").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "earliest first" }).ClickAsync();
        var first = page.Locator("article.card").First;
        var quote = await first.Locator("blockquote").CountAsync() > 0 ? await first.Locator("blockquote").InnerTextAsync() : null;
        await first.Locator("a[href^='/documents/']").First.ClickAsync();
        if (quote is null)
        {
            await Expect(page.Locator("dl.facts a[href^='http']")).ToBeVisibleAsync();
        }
        else
        {
            Assert.Equal(quote, await page.Locator(":target").WordsAsync());
        }
    }

    [Fact]
    public async Task What_superseded_the_exclusivity_of_2019_is_found()
    {
        var page = await SearchAsync("exclusive cloud provider 2019");
        await page.Locator("main a[href^='/claims/']").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("The 2019 agreement made Microsoft OpenAI's exclusive cloud provider.");
        await page.Locator("ul.relations li, .mark-line, .notice").Filter(new() { HasText = "Superseded by" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("The 2023 extension kept Azure as exclusive cloud for all OpenAI research, product and API workloads.");
    }

    [Fact]
    public async Task Who_read_the_AGI_clause_as_ended_is_told()
    {
        var page = await SearchAsync("ending the AGI clause");
        await page.Locator("main a[href^='/claims/']").First.ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("as ending the AGI clause");
        await Expect(page.Locator("figure.evidence figcaption a[href^='http']").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_complementary_points_that_can_be_read_word_for_word_are_listed()
    {
        var page = await StartAsync(Links.Points);
        await page.Locator(".filters a.chip.complementary").ClickAsync();
        await page.GetByText("Party, source, voice, evidence, dates").ClickAsync();
        await page.Locator(".filters a.chip", new() { HasText = "Quoted" }).ClickAsync();
        await Expect(page.Locator("p[role=status]").First).ToContainTextAsync("4 complementary points");
    }

    [Fact]
    public async Task What_came_after_Altmans_dismissal_is_one_step_away()
    {
        var page = await SearchAsync("board dismisses Altman");
        await page.Locator("main a[href^='/events/']").First.ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Altman");
        var next = page.Locator("a[rel=next]");
        var title = (await next.InnerTextAsync()).TrimEnd(' ', '→');
        await next.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(title);
    }

    private async Task<IPage> StartAsync(string address)
    {
        var page = await chromium.OpenAsync(App.Address, script: false);
        await page.GotoAsync(address);
        return page;
    }

    private async Task<IPage> SearchAsync(string words)
    {
        var page = await StartAsync(Links.Overview);
        await page.GetByRole(AriaRole.Searchbox).FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
        return page;
    }
}
