using Microsoft.Playwright;
using PartnershipTracker.Tests;
using PartnershipTracker.Web;

namespace PartnershipTracker.Browser.Tests;

/// <summary>Ways through the pages that several tests take.</summary>
internal static class Walks
{
    /// <summary>An address of every kind of reader page.</summary>
    public static async Task<List<string>> EveryReaderPageAsync(this IPage page)
    {
        List<string> addresses = [Links.Overview, Links.Timeline, Links.Points, Links.Sources, Links.Themes, Links.About, Links.Search, "/search?q=azure", "/search?q=delicate&kind=documents", "/search?q=azure+xyzzyplugh&kind=claims&x=1", Links.SignIn, "/nothing-here", "/points?theme=talent&stance=neutral&colour=red", "/claims/coreweave-denied-that-any-contract-had-been-cancelled-or-walked-away-from"];
        foreach (var (list, link) in new[]
        {
            (Links.Theme("exclusivity-ip"), ".card .foot span a[href^='/documents/']"), (Links.Points, "a[href^='/claims/']"), (Links.Points, "a[href^='/documents/']"), (Links.Timeline, "ol.events a[href^='/events/']"),
            (Links.Sources, "td a[href^='/sources/']"), (Links.Themes, "td a[href^='/themes/']"),
        })
        {
            await page.GotoAsync(list);
            addresses.Add((await page.Locator(link).First.GetAttributeAsync("href"))!);
        }

        return addresses;
    }

    public static async Task SignInAsync(this IPage page, TrackerApp app)
    {
        await page.GotoAsync(Links.SignInWith(await app.NewSignInLinkAsync()));
        await page.Locator("main button").ClickAsync();
        await page.WaitForURLAsync("**" + Links.Desk);
    }

    /// <summary>A sentence of the seed that no claim quotes as it stands here: a clause of one.</summary>
    public const string FreeQuote = "there is still a strong uncertainty as to who will be the most basic and important portal";

    /// <summary>The document's own words in a mark, without our references.</summary>
    public static Task<string> WordsAsync(this ILocator mark) =>
        mark.EvaluateAsync<string>("e => { const copy = e.cloneNode(true); copy.querySelectorAll('.ref').forEach(r => r.remove()); return copy.textContent; }");
}
