using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PartnershipTracker.Tests;
using PartnershipTracker.Web;
using static Microsoft.Playwright.Assertions;

namespace PartnershipTracker.Browser.Tests;

/// <summary>What a reader meets.</summary>
[Collection(InChromium.Name)]
public sealed class ReaderTests(Chromium chromium) : OwnTracker
{
    [Fact]
    public async Task A_tour_without_JavaScript_filters_and_reaches_the_very_sentence()
    {
        var page = await chromium.OpenAsync(App.Address, script: false);
        await page.GotoAsync(Links.Overview);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Microsoft and OpenAI: 65 competing, 49 complementary points");
        await page.GetByRole(AriaRole.Link, new() { Name = "Points", Exact = true }).ClickAsync();

        var chip = page.Locator(".filters ul[aria-label=Theme] a.chip", new() { HasText = "Enterprise sales" });
        var count = int.Parse(await chip.Locator(".n").InnerTextAsync());
        await chip.ClickAsync();
        await Expect(page).ToHaveTitleAsync("Points: Enterprise sales");
        await Expect(page.Locator("article.card h3 a")).ToHaveCountAsync(count);
        await page.Locator(".filters a.chip.complementary").ClickAsync();
        await Expect(page).ToHaveTitleAsync("Points: Enterprise sales, complementary");

        var card = page.Locator("article.card").First;
        var quote = await card.Locator("blockquote").InnerTextAsync();
        await card.GetByRole(AriaRole.Link, new() { Name = "Open the sentence" }).ClickAsync();
        var mark = page.Locator(":target");
        await Expect(mark).ToBeInViewportAsync();
        Assert.Equal(quote, await mark.WordsAsync());
        Assert.NotEqual("none", await mark.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));

        await mark.Locator("a.ref:not(.event)").Last.ClickAsync();
        await Expect(page.Locator(".evidence mark").First).ToHaveTextAsync(quote);
    }

    [Theory]
    [InlineData(1240)]
    [InlineData(390)]
    public async Task A_search_from_any_page_without_JavaScript_reaches_the_very_sentence(int width)
    {
        var page = await chromium.OpenAsync(App.Address, script: false, width: width);
        await page.GotoAsync(Links.Themes);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("\"relationship is becoming delicate\"");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("Search: \"relationship is becoming delicate\"");
        await page.Locator("section[aria-labelledby=found-Documents] h3 a").First.ClickAsync();
        await Expect(page.Locator("mark:target")).ToBeInViewportAsync();
        await Expect(page.Locator("mark:target")).ToContainTextAsync("relationship is becoming delicate");
    }

    [Fact]
    public async Task A_hit_that_is_no_quote_scrolls_to_its_words()
    {
        var page = await chromium.OpenAsync(App.Address);
        await page.GotoAsync("/search?q=comments&kind=documents");
        var link = page.Locator("a[href*=':~:text=']").First;
        var words = Uri.UnescapeDataString((await link.GetAttributeAsync("href"))!.Split(":~:text=")[1]);
        await link.ClickAsync();
        await Expect(page.Locator(".text p", new() { HasText = words }).First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_timeline_leads_from_event_to_event_without_JavaScript()
    {
        var page = await chromium.OpenAsync(App.Address, script: false);
        await page.GotoAsync(Links.Timeline);
        await Expect(page.Locator(".drawing a")).ToHaveCountAsync(100);
        var titles = await page.Locator("ol.events > li > div > a").AllInnerTextsAsync();
        await page.Locator("ol.events > li > div > a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(titles[0]);
        await page.Locator("a[rel=next]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(titles[1]);
        await page.Locator("a[rel=prev]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(titles[0]);
    }

    [Fact]
    public async Task Every_reader_page_says_the_same_with_and_without_JavaScript()
    {
        var with = await chromium.OpenAsync(App.Address);
        var without = await chromium.OpenAsync(App.Address, script: false);
        foreach (var address in await with.EveryReaderPageAsync())
        {
            await with.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await without.GotoAsync(address);
            var words = await with.Locator("main").InnerTextAsync();
            Assert.NotEqual("", words.Trim());
            Assert.Equal(words, await without.Locator("main").InnerTextAsync());
        }
    }

    [Fact]
    public async Task Readers_get_no_script_no_foreign_request_and_no_complaint_of_the_browser()
    {
        var page = await chromium.OpenAsync(App.Address);
        var addresses = await page.EveryReaderPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{page.Url}: {message.Text}");
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(App.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                complaints.Add($"{page.Url} asks for {request.Url}");
            }
        };
        foreach (var address in addresses)
        {
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await Expect(page.Locator("script:not([type='application/ld+json'])")).ToHaveCountAsync(0);
        }

        Assert.Equal([], complaints.Where(c => !c.Contains("nothing-here", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_any_reader_page(ColorScheme colours)
    {
        var page = await chromium.OpenAsync(App.Address, colours: colours);
        var faults = new List<string>();
        foreach (var address in await page.EveryReaderPageAsync())
        {
            await page.GotoAsync(address);
            faults.AddRange(await page.AxeFaultsAsync());
        }

        Assert.Equal([], faults);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    public async Task No_page_scrolls_sideways(int width)
    {
        var page = await chromium.OpenAsync(App.Address, width: width);
        foreach (var address in await page.EveryReaderPageAsync())
        {
            await page.GotoAsync(address);
            Assert.True(await page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= innerWidth"), $"{address} scrolls sideways at {width} px.");
        }
    }

    [Fact]
    public async Task The_keyboard_skips_to_the_content_and_works_the_filters()
    {
        var page = await chromium.OpenAsync(App.Address);
        await page.GotoAsync(Links.Points);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("a.skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".filters a.chip").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"\?theme="));
    }

    /// <summary>Pictures of every page, to be looked at; with README_PICTURE set, the README's too.</summary>
    [Fact]
    public async Task Every_page_can_be_pictured()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures")).FullName;
        foreach (var (look, width, colours) in new[] { ("light", 1240, ColorScheme.Light), ("dark", 1240, ColorScheme.Dark), ("phone", 390, ColorScheme.Light) })
        {
            var page = await chromium.OpenAsync(App.Address, width: width, colours: colours);
            foreach (var (address, n) in (await page.EveryReaderPageAsync()).Select((address, n) => (address, n)))
            {
                await page.GotoAsync(address);
                var picture = await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(folder, $"{n:00}-{look}.png") });
                Assert.True(picture.Length > 10_000, $"{address} is nearly empty.");
            }
        }

        if (Environment.GetEnvironmentVariable("README_PICTURE") is { } readme)
        {
            var page = await chromium.OpenAsync(App.Address);
            await page.GotoAsync("/points?theme=model-access");
            await page.ScreenshotAsync(new() { Path = readme });
        }
    }
}

internal static class Axe
{
    /// <summary>One line for each element axe finds fault with.</summary>
    public static async Task<List<string>> AxeFaultsAsync(this IPage page)
    {
        var result = await page.RunAxe();
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(node => $"{page.Url} {v.Id}: {node.Html}"))];
    }
}
