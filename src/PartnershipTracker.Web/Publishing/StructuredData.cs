using System.Text.Json.Nodes;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Querying;

namespace PartnershipTracker.Web.Publishing;

/// <summary>
/// What a page says, in the words of schema.org: Claim, NewsArticle (WebPage for other documents), Event. Dates only where ISO 8601
/// can say them as they are known.
/// </summary>
/// <param name="site">Scheme and host of this site, without a slash at the end.</param>
public sealed class StructuredData(string site)
{
    public JsonObject Of(ClaimPage page) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Claim",
        ["@id"] = Here(Links.Claim(page.Claim.Slug)),
        ["url"] = Here(Links.Claim(page.Claim.Slug)),
        ["text"] = page.Claim.Statement,
        ["inLanguage"] = "en",
        ["dateCreated"] = page.Claim.RecordedAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["temporalCoverage"] = page.Claim.Happened?.Value,
        ["keywords"] = Words(page.Row.Themes.Select(theme => theme.Label)),
        ["about"] = Organisations(page.Parties),
        ["appearance"] = new JsonArray([.. page.Row.Evidence.DistinctBy(e => e.DocumentId).Select(e => Work(e.DocumentSlug, e.DocumentTitle, e.DocumentAddress, e.Publisher, e.Published, e.Exact))]),
    };

    public JsonObject Of(DocumentPage page)
    {
        var document = page.Document;
        var work = Work(document.Slug, document.Title, document.Address, document.Publisher?.Name, document.Published, null);
        work.Insert(0, "@context", "https://schema.org");
        if (document.Publisher?.Kind == SourceKind.Publication)
        {
            work["@type"] = "NewsArticle";
        }

        work["inLanguage"] = document.Language;
        return work;
    }

    public JsonObject Of(EventPage page) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Event",
        ["@id"] = Here(Links.Event(page.Event.Slug)),
        ["url"] = Here(Links.Event(page.Event.Slug)),
        ["name"] = page.Event.Title,
        ["description"] = page.Event.Summary,
        ["startDate"] = Iso(page.Event.Date),
        ["about"] = Organisations(page.Parties),
        ["keywords"] = Words(page.Row.Themes.Select(theme => theme.Label)),
        ["subjectOf"] = new JsonArray([.. page.Evidence.DistinctBy(e => e.DocumentId).Select(e => Work(e.DocumentSlug, e.DocumentTitle, e.DocumentAddress, e.Publisher, e.Published, e.Exact))]),
    };

    /// <summary>A date ISO 8601 level 0 can say: a day, a month or a year, neither about nor perhaps.</summary>
    public static string? Iso(EdtfDate? date) =>
        date is { IsInterval: false, IsApproximate: false, IsUncertain: false, Precision: DatePrecision.Day or DatePrecision.Month or DatePrecision.Year } && !date.Value.Contains('X') ? date.Value : null;

    private JsonObject Work(string slug, string title, string? address, string? publisher, EdtfDate? published, string? quote)
    {
        var work = new JsonObject
        {
            ["@type"] = "WebPage",
            ["@id"] = Here(Links.Document(slug)),
            ["url"] = address ?? Here(Links.Document(slug)),
            ["headline"] = title,
        };
        if (publisher is not null)
        {
            work["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = publisher };
        }

        if (Iso(published) is { } day)
        {
            work["datePublished"] = day;
        }

        if (quote is not null)
        {
            work["hasPart"] = new JsonObject { ["@type"] = "Quotation", ["text"] = quote };
        }

        return work;
    }

    private static JsonArray Organisations(IEnumerable<string> names) =>
        new([.. names.Select(name => new JsonObject { ["@type"] = "Organization", ["name"] = name })]);

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => JsonValue.Create(word))]);

    private string Here(string path) => site + path;
}
