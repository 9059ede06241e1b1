using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;
using PartnershipTracker.Tests;
using PartnershipTracker.Web.Querying;

namespace PartnershipTracker.Web.Tests;

/// <summary>Reads filters' counts and long lists from pages, as a reader would.</summary>
internal static class Listing
{
    /// <summary>Every count a page shows beside a value: of the chips and of the form's lists.</summary>
    public static List<(string Key, string Value, int Count)> Facets(this IHtmlDocument page, string address)
    {
        var asked = Query(address);
        var chips = from row in page.QuerySelectorAll(".filters ul.chips")
                    let key = row.GetAttribute("aria-label")!.ToLowerInvariant()
                    from chip in row.QuerySelectorAll("a.chip")
                    let there = Query(chip.GetAttribute("href")!).Where(p => p.Key == key).Select(p => p.Value).ToHashSet()
                    let here = asked.Where(p => p.Key == key).Select(p => p.Value).ToHashSet()
                    select (key, there.Except(here).Concat(here.Except(there)).Single(), int.Parse(chip.QuerySelector(".n")!.TextContent));
        var options = from list in page.QuerySelectorAll<IHtmlSelectElement>(".filters select")
                      from option in list.Options
                      where option.Value.Length > 0
                      select (list.Name!, option.Value, int.Parse(option.Text.Split('(')[^1].TrimEnd(')')));
        return [.. chips.Concat(options)];
    }

    /// <summary>The same address with that value as the only one of its key.</summary>
    public static string With(string address, string key, string value) =>
        QueryHelpers.AddQueryString(address.Split('?')[0], Query(address).Where(p => p.Key != key).Append(new(key, value)));

    public static List<KeyValuePair<string, string?>> Query(string address) =>
        [.. QueryHelpers.ParseQuery(address.Contains('?') ? address[address.IndexOf('?')..] : "").SelectMany(p => p.Value, (p, value) => new KeyValuePair<string, string?>(p.Key, value))];

    /// <summary>All the claims a table lists, from page to page.</summary>
    public static async Task<List<string>> TableAsync(this HttpClient browser, string address)
    {
        var listed = new List<string>();
        for (var next = With(address, ClaimFilter.ViewKey, ClaimFilter.TableView); next is not null;)
        {
            var page = await browser.PageAsync(next);
            listed.AddRange(page.QuerySelectorAll("table.points th[scope=row] > a").Select(a => a.GetAttribute("href")!));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        return listed;
    }

    public static async Task<List<string>> EventsAsync(this HttpClient browser, string address) =>
        [.. (await browser.PageAsync(address)).QuerySelectorAll("ol.events > li > div > a").Select(a => a.GetAttribute("href")!.Split('?')[0])];
}
