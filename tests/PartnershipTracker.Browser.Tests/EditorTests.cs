using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PartnershipTracker.Tests;
using PartnershipTracker.Web;
using static Microsoft.Playwright.Assertions;

namespace PartnershipTracker.Browser.Tests;

/// <summary>What an editor does, with and without JavaScript.</summary>
[Collection(InChromium.Name)]
public sealed class EditorTests(Chromium chromium) : OwnTracker
{
    [Fact]
    public async Task A_claim_is_added_with_chips_and_a_source_and_a_reader_sees_it()
    {
        var page = await chromium.OpenAsync(App.Address);
        await page.SignInAsync(App);
        await page.GotoAsync(Links.NewClaim);
        await page.Locator(".mud-chip", new() { HasText = "Governance" }).ClickAsync();
        await page.Locator(".mud-chip", new() { HasText = "Search" }).ClickAsync();
        await Expect(page.Locator("input[name='Form.Themes']")).ToHaveCountAsync(2);
        await page.Locator("#chain").FillAsync("The Infor");
        await page.Locator(".mud-popover .mud-list-item", new() { HasText = "The Information" }).ClickAsync();
        await Expect(page.Locator("input[name='Form.Chain']")).ToHaveValueAsync("The Information");
        await page.Locator("#chain").FillAsync("A memo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add this source" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove A memo" })).ToBeVisibleAsync();
        await page.Locator("#chain").FillAsync("Not added by the button");
        await Expect(page.Locator("input[name='Form.Chain']")).ToHaveValueAsync("The Information\nA memo\nNot added by the button");
        await FillAsync(page, "It is an open question who will own the main gateway.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and publish" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("It is an open question who will own the main gateway.");

        var reader = await chromium.OpenAsync(App.Address, script: false);
        foreach (var theme in new[] { "governance", "search" })
        {
            await reader.GotoAsync($"{Links.Points}?theme={theme}&stance=competing");
            var card = reader.Locator("article.card", new() { HasText = "It is an open question" });
            await Expect(card).ToContainTextAsync("The Information → A memo → Not added by the button");
            await card.GetByRole(AriaRole.Link, new() { Name = "Open the sentence" }).ClickAsync();
            Assert.Equal(Walks.FreeQuote, await reader.Locator(":target").WordsAsync());
        }
    }

    [Fact]
    public async Task A_claim_is_added_by_keyboard_alone()
    {
        var page = await chromium.OpenAsync(App.Address);
        await page.SignInAsync(App);
        await page.GotoAsync(Links.NewClaim);
        await Expect(page.Locator(".mud-chip").First).ToBeVisibleAsync();
        await page.Locator("#document").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, "quote");
        await page.Keyboard.InsertTextAsync(Walks.FreeQuote);
        await TabToAsync(page, "chain");
        await page.Keyboard.TypeAsync("The Infor");
        await Expect(page.Locator(".mud-popover-open .mud-list-item")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("input[name='Form.Chain']")).ToHaveValueAsync("The Information");
        await TabToAsync(page, "statement");
        await page.Keyboard.TypeAsync("Typed by keyboard alone.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("input[name='Form.Themes']")).ToHaveCountAsync(1);
        await TabToAsync(page, "note");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Typed by keyboard alone.");
        await Expect(page.Locator(".evidence figcaption")).ToContainTextAsync("The Information");
    }

    [Fact]
    public async Task A_claim_is_added_without_JavaScript()
    {
        var page = await chromium.OpenAsync(App.Address, script: false);
        await page.SignInAsync(App);
        await page.GotoAsync(Links.NewClaim);
        await page.GetByLabel("Governance").CheckAsync();
        await page.GetByLabel("Who says it").FillAsync("The Information");
        await FillAsync(page, "Nobody knows who will own the main gateway.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and publish" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Nobody knows who will own the main gateway.");
        await Expect(page.Locator(".evidence figcaption")).ToContainTextAsync("The Information");
    }

    [Fact]
    public async Task A_refused_claim_keeps_what_was_typed_and_chosen()
    {
        var page = await chromium.OpenAsync(App.Address);
        await page.SignInAsync(App);
        await page.GotoAsync(Links.NewClaim);
        await page.Locator(".mud-chip", new() { HasText = "Talent" }).ClickAsync();
        await Expect(page.Locator("input[name='Form.Themes']")).ToHaveCountAsync(1);
        await FillAsync(page, "Typed once.");
        await page.GetByLabel("Quote", new() { Exact = true }).FillAsync("there is still a weak uncertainty as to who will be the most basic and important portal");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and publish" }).ClickAsync();
        await Expect(page.Locator("#quote-fault")).ToContainTextAsync("there is still a strong uncertainty");
        await Expect(page.GetByLabel("Statement")).ToHaveValueAsync("Typed once.");
        await Expect(page.Locator("input[name='Form.Stance'][value=Competing]")).ToBeCheckedAsync();
        await Expect(page.Locator("input[name='Form.Themes'][value=talent]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_long_article_is_pasted_whole()
    {
        var text = string.Join('\n', Enumerable.Range(1, 4000).Select(n => $"In year {n} Microsoft paid OpenAI for service {n}.")) + "\nThe end.";
        Assert.True(text.Length > 180_000);
        var page = await chromium.OpenAsync(App.Address);
        await page.SignInAsync(App);
        await page.GotoAsync(Links.NewClaim);
        await page.Locator("summary", new() { HasText = "A new document" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync("A long article");

        // As a paste does; typing 180,000 characters in takes the browser half a minute.
        await page.Locator("#text").EvaluateAsync("(area, text) => { area.value = text; area.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' })); }", text);
        await page.GetByLabel("Quote", new() { Exact = true }).FillAsync("In year 3999 Microsoft paid OpenAI for service 3999.");
        await page.GetByLabel("Statement").FillAsync("Microsoft paid OpenAI for many services.");
        await page.Locator("input[name='Form.Stance'][value=Complementary]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and publish" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Microsoft paid OpenAI for many services.");
        await using var db = await App.OpenAsync();

        // A browser posts line ends as CR LF.
        Assert.Equal(text.Replace("\n", "\r\n"), await db.Texts.Where(t => t.Readable.StartsWith("In year 1 ")).Select(t => t.Readable).SingleAsync());
        await page.GotoAsync(Links.Desk);
        await Expect(page.Locator("article.proposal")).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task A_proposal_is_accepted_and_another_rejected_without_JavaScript()
    {
        var page = await chromium.OpenAsync(App.Address, script: false);
        await page.SignInAsync(App);
        await page.GotoAsync(Links.NewClaim);
        await page.Locator("summary", new() { HasText = "A new document" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync("A short article");
        await page.Locator("#text").FillAsync("Microsoft funds OpenAI.\nMicrosoft and OpenAI compete for customers.\nOpenAI depends on Microsoft for computing.");
        await page.GetByLabel("Quote", new() { Exact = true }).FillAsync("Microsoft funds OpenAI.");
        await page.GetByLabel("Statement").FillAsync("OpenAI is funded by Microsoft.");
        await page.Locator("input[name='Form.Stance'][value=Complementary]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and publish" }).ClickAsync();
        await page.GotoAsync(Links.Desk);
        var waiting = page.Locator("article.proposal");
        var wanted = ClaimOn(page, "Microsoft and OpenAI compete for customers.");
        await wanted.GetByLabel("Statement").FillAsync("Both want the same customers.");
        await wanted.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Both want the same customers.");
        await page.GotoAsync(Links.Desk);
        await Expect(wanted).ToHaveCountAsync(0);
        var unwanted = ClaimOn(page, "OpenAI depends on Microsoft for computing.");
        var before = await waiting.CountAsync();
        await unwanted.GetByLabel("Reason for rejecting").FillAsync("Too vague.");
        await unwanted.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await Expect(page.Locator("[role=status]")).ToHaveTextAsync("Rejected.");
        await Expect(unwanted).ToHaveCountAsync(0);
        await Expect(waiting).ToHaveCountAsync(before - 1);
    }

    [Fact]
    public async Task A_sign_in_link_that_was_used_says_so()
    {
        var link = Links.SignInWith(await App.NewSignInLinkAsync());
        var page = await chromium.OpenAsync(App.Address);
        await page.GotoAsync(link);
        await page.Locator("main button").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Desk");
        var other = await chromium.OpenAsync(App.Address);
        await other.GotoAsync(link);
        await Expect(other.Locator("[role=alert]")).ToContainTextAsync("used already");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_at_the_desk(ColorScheme colours)
    {
        var page = await chromium.OpenAsync(App.Address, colours: colours);
        await page.SignInAsync(App);
        var faults = await page.AxeFaultsAsync();
        await page.GotoAsync(Links.NewClaim);
        await Expect(page.Locator(".mud-chip").First).ToBeVisibleAsync();
        faults.AddRange(await page.AxeFaultsAsync());
        await using var db = await App.OpenAsync();
        var slug = (await db.Documents.SingleAsync(d => d.Text != null)).Slug;
        foreach (var address in new[] { Links.Import, Links.Rules, Links.DeskDocument(slug) })
        {
            await page.GotoAsync(address);
            faults.AddRange(await page.AxeFaultsAsync());
        }

        Assert.Equal([], faults);
    }

    /// <summary>The claim proposed on a sentence; events may be proposed on it too.</summary>
    private static ILocator ClaimOn(IPage page, string sentence) =>
        page.Locator("article.proposal", new() { HasText = sentence }).Filter(new() { Has = page.GetByLabel("Statement") });

    private static async Task FillAsync(IPage page, string statement)
    {
        await page.Locator("#document").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Quote", new() { Exact = true }).FillAsync(Walks.FreeQuote);
        await page.GetByLabel("Statement").FillAsync(statement);
        await page.Locator("input[name='Form.Stance'][value=Competing]").CheckAsync();
    }

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var n = 0; n < 40 && await page.EvaluateAsync<string>("document.activeElement.id") != id; n++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Expect(page.Locator($"#{id}")).ToBeFocusedAsync();
    }
}
