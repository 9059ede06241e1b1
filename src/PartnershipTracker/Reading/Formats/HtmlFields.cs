using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using PartnershipTracker.Model;

namespace PartnershipTracker.Reading.Formats;

/// <summary>What a web page tells about itself: for machines first (JSON-LD, meta), then for readers (headline, byline).</summary>
internal static partial class HtmlFields
{
    /// <summary>How many blocks from the top may be a byline or dateline.</summary>
    private const int Top = 6;

    private const int LongestByline = 160;

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dc.date.created",
        "dcterms.date", "dcterms.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
        "parsely-pub-date", "sailthru.date", "citation_publication_date",
    ];

    private static readonly string[] TitleSeparators = [" | ", " - ", " – ", " — ", " :: ", " » "];

    /// <summary>Of the page, whose headline and byline are looked for in the article's <paramref name="blocks"/>.</summary>
    public static ArticleFields Of(IHtmlDocument page, IReadOnlyList<HtmlBlock> blocks)
    {
        var metas = Metas(page);
        var linked = Linked(page);
        var headings = blocks.Where(block => block.IsTitle).Select(block => FieldText.Clean(block.Text)).OfType<string>().ToList();
        var pageTitle = FieldText.Clean(page.Head?.Children.FirstOrDefault(child => child.LocalName == "title")?.TextContent);
        var title = linked.Title ?? Meta("og:title") ?? (headings.Count == 1 ? headings[0] : null) ?? Meta("twitter:title")
            ?? Meta("dc.title") ?? headings.FirstOrDefault() ?? BeforeSite(pageTitle);
        var byline = blocks.Take(Top).Select(block => FieldText.Clean(block.Text)).FirstOrDefault(IsByline);
        return new ArticleFields
        {
            Title = title,
            Author = linked.Author ?? FieldText.Person(Meta("author") ?? Meta("dc.creator") ?? Meta("parsely-author") ?? Meta("sailthru.author"))
                ?? FieldText.Person(Meta("article:author")) ?? FieldText.Person(Text(page, "[itemprop=author],[rel=author]"))
                ?? FieldText.Person(byline?.Split(['|', '·', '•'])[0]),
            Site = Meta("og:site_name") ?? linked.Site ?? Meta("application-name") ?? SiteIn(pageTitle, title),
            Published = PublishedNames.Select(name => FieldText.Date(Meta(name))).FirstOrDefault(date => date is not null)
                ?? FieldText.Date(linked.Published) ?? Shown(page)
                ?? blocks.Take(Top).Select(block => PublishedMark().Match(block.Text)).Where(match => match.Success)
                    .Select(match => FieldText.Date(match.Groups[1].Value)).FirstOrDefault(),
            Language = FieldText.Language(page.DocumentElement?.GetAttribute("lang")) ?? FieldText.Language(page.DocumentElement?.GetAttribute("xml:lang"))
                ?? FieldText.Language(Meta("og:locale")) ?? FieldText.Language(Meta("content-language")),
        };

        string? Meta(string name) => metas.GetValueOrDefault(name);
    }

    private static bool IsByline(string? line) => line is { Length: <= LongestByline } && line.StartsWith("By ", StringComparison.Ordinal);

    private static Dictionary<string, string> Metas(IHtmlDocument page)
    {
        var metas = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
            if (name is not null && FieldText.Clean(meta.GetAttribute("content")) is { } content)
            {
                metas.TryAdd(name.Trim(), content);
            }
        }

        return metas;
    }

    private static string? Text(IHtmlDocument page, string selector) => FieldText.Clean(page.QuerySelector(selector)?.TextContent);

    private static EdtfDate? Shown(IHtmlDocument page) =>
        page.QuerySelectorAll("[itemprop=datePublished],time[datetime],time[pubdate]").Take(20)
            .OrderByDescending(element => element.GetAttribute("itemprop") == "datePublished" || element.HasAttribute("pubdate"))
            .Select(element => FieldText.Date(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.TextContent))
            .FirstOrDefault(date => date is not null);

    /// <summary>“Headline | The Paper” with the headline known: the paper.</summary>
    private static string? SiteIn(string? pageTitle, string? title) =>
        title is not null && pageTitle is not null && pageTitle.StartsWith(title, StringComparison.OrdinalIgnoreCase)
        && TitleSeparators.FirstOrDefault(mark => pageTitle.AsSpan(title.Length).StartsWith(mark)) is { } separator
            ? FieldText.Clean(pageTitle[(title.Length + separator.Length)..])
            : null;

    /// <summary>Only with a bar, which hardly stands in a headline itself.</summary>
    private static string? BeforeSite(string? pageTitle) =>
        pageTitle?.LastIndexOf(" | ", StringComparison.Ordinal) is { } bar and > 0 ? pageTitle[..bar] : pageTitle;

    private static LinkedData Linked(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']").Take(20))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent.Trim(), new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 64, CommentHandling = JsonCommentHandling.Skip });
                if (Article(json.RootElement, depth: 0) is { } article)
                {
                    return new LinkedData(Text(article, "headline") ?? Text(article, "name"), FieldText.Person(Name(article, "author")), Name(article, "publisher"), Text(article, "datePublished"));
                }
            }
            catch (Exception problem) when (problem is JsonException or InvalidOperationException)
            {
                // A page's broken self-description is as good as none; half a character in it is an InvalidOperationException.
            }
        }

        return new LinkedData(null, null, null, null);
    }

    private static JsonElement? Article(JsonElement json, int depth) => json.ValueKind switch
    {
        _ when depth > 4 => null,
        JsonValueKind.Array => json.EnumerateArray().Take(100).Select(item => Article(item, depth + 1)).FirstOrDefault(item => item is not null),
        JsonValueKind.Object when IsArticle(json) => json,
        JsonValueKind.Object => json.TryGetProperty("@graph", out var graph) ? Article(graph, depth + 1) : null,
        _ => null,
    };

    private static bool IsArticle(JsonElement json) =>
        json.TryGetProperty("headline", out _) || json.TryGetProperty("datePublished", out _)
        || (Text(json, "@type") is { } type && (type.EndsWith("Article", StringComparison.Ordinal) || type == "BlogPosting"));

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? FieldText.Clean(value.GetString()) : null;

    /// <summary>A name alone, a thing with a name, or several of either.</summary>
    private static string? Name(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => FieldText.Clean(value.GetString()),
        JsonValueKind.Object => Text(value, "name"),
        JsonValueKind.Array => FieldText.Clean(string.Join(", ", value.EnumerateArray().Take(10)
            .Select(item => item.ValueKind == JsonValueKind.Object ? Text(item, "name") : item.ValueKind == JsonValueKind.String ? item.GetString() : null)
            .Where(item => !string.IsNullOrWhiteSpace(item)))),
        _ => null,
    } : null;

    private sealed record LinkedData(string? Title, string? Author, string? Site, string? Published);

    [GeneratedRegex(@"\b(?:Published|Posted|Date):?\s+(?:on\s+)?([^|·•]{6,40})", RegexOptions.CultureInvariant)]
    private static partial Regex PublishedMark();
}
