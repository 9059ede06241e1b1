using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PartnershipTracker.Web.Security;

namespace PartnershipTracker.Web.Tests;

/// <summary>Markdown that tries to become something executable, judged by parsing what came of it.</summary>
public sealed class MarkupTests
{
    private static readonly string[] Contexts =
        ["{0}", "Before {0} after", "[x]({0})", "[x](<{0}>)", "![x]({0})", "[x](https://example.org \"{0}\")", "# x {{{0}}}", "```{0}\nx\n```"];

    private static readonly HashSet<string> Elements =
        ["P", "BR", "HR", "EM", "STRONG", "DEL", "CODE", "PRE", "BLOCKQUOTE", "UL", "OL", "LI", "A", "H2", "H3", "H4", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD"];

    private static readonly HashSet<string> Attributes = ["href", "title", "start", "colspan", "rowspan"];

    [Fact]
    public void No_payload_in_any_context_leaves_more_than_plain_markup()
    {
        var payloads = JsonSerializer.Deserialize<List<string>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Payloads", "markdown.json")))!;
        Assert.Equal(1295, payloads.Count);
        var markup = new SafeMarkup();
        var parser = new HtmlParser();
        var faults = new List<string>();
        foreach (var markdown in payloads.SelectMany(payload => Contexts.Select(context => context.Replace("{{", "{").Replace("}}", "}").Replace("{0}", payload))))
        {
            var body = parser.ParseDocument(markup.Render(markdown)).Body!;
            faults.AddRange(body.QuerySelectorAll("*").SelectMany(Faults).Select(fault => $"{fault}: {markdown}"));
        }

        Assert.Empty(faults);
    }

    private static IEnumerable<string> Faults(IElement element)
    {
        if (!Elements.Contains(element.TagName))
        {
            yield return element.TagName;
        }

        foreach (var attribute in element.Attributes.Where(a => !Attributes.Contains(a.Name)))
        {
            yield return attribute.Name;
        }

        // Resolved as a browser resolves it; a relative address stays on this site.
        if (element.GetAttribute("href") is { } address && new Url(Url.Create("https://tracker.example/"), address).Scheme is not ("http" or "https" or "mailto"))
        {
            yield return $"href {address}";
        }
    }
}
