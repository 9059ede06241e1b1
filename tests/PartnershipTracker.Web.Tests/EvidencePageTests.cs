using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Tests;
using PartnershipTracker.Web.Components.Parts;
using PartnershipTracker.Web.Publishing;

namespace PartnershipTracker.Web.Tests;

/// <summary>Down to the sentence: citations, structured data, steps from quote to quote, long texts.</summary>
public sealed class EvidencePageTests(SeededApp seeded) : IClassFixture<SeededApp>
{
    private readonly HttpClient browser = seeded.App.Browser();

    [Theory]
    [InlineData("A short quote.", "https://a.example/x", "https://a.example/x#:~:text=A%20short%20quote.")]
    [InlineData("It cost one, two-fold & more.", "https://a.example/x#top", "https://a.example/x#top:~:text=It%20cost%20one%2C%20two%2Dfold%20%26%20more.")]
    [InlineData("One two three four five six seven eight nine ten eleven twelve.", "https://a.example/", "https://a.example/#:~:text=One%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve.")]
    public void The_original_is_opened_at_the_quoted_words(string exact, string address, string expected) => Assert.Equal(expected, Links.Original(address, exact));

    [Fact]
    public void A_citation_is_told_three_ways()
    {
        var citation = new Citation
        {
            Key = "deal",
            Title = "Profit & {loss} at 100%",
            Publisher = "The Paper",
            Issued = EdtfDate.Parse("2023-06~"),
            Address = "https://a.example/x",
            Accessed = new DateOnly(2026, 5, 4),
        };
        Assert.Equal("Profit & {loss} at 100%. The Paper, about June 2023. https://a.example/x (accessed 4 May 2026).", citation.Plain);
        Assert.Equal(
            """
            @misc{deal,
              title = {{Profit \& \{loss\} at 100\%}},
              author = {{The Paper}},
              year = {2023},
              date = {2023-06~},
              url = {https://a.example/x},
              urldate = {2026-05-04}
            }
            """.ReplaceLineEndings("\n"), citation.BibTeX);
        var item = JsonNode.Parse(citation.CslJson)![0]!;
        Assert.Equal("""{"date-parts":[[2023,6]],"circa":true}""", item["issued"]!.ToJsonString());
        Assert.Equal("""{"date-parts":[[2026,5,4]]}""", item["accessed"]!.ToJsonString());
    }

    [Fact]
    public void What_is_not_known_is_left_out_of_a_citation()
    {
        var citation = new Citation { Key = "x", Title = "Who knows?" };
        Assert.Equal("Who knows?", citation.Plain);
        Assert.Equal("@misc{x,\n  title = {{Who knows?}}\n}", citation.BibTeX);
        Assert.Equal(["id", "type", "title"], JsonNode.Parse(citation.CslJson)![0]!.AsObject().Select(field => field.Key));
    }

    [Theory]
    [InlineData("2023-03-14", "2023-03-14")]
    [InlineData("2023-03", "2023-03")]
    [InlineData("2023", "2023")]
    [InlineData("2023-03~", null)]
    [InlineData("202X", null)]
    [InlineData("2023-21", null)]
    [InlineData("2023/2024", null)]
    public void Only_dates_that_ISO_8601_can_say_are_said(string edtf, string? expected) => Assert.Equal(expected, StructuredData.Iso(EdtfDate.Parse(edtf)));

    [Fact]
    public async Task Every_claim_event_and_document_page_has_valid_structured_data_that_says_what_the_page_says()
    {
        await using var db = await seeded.App.OpenAsync();
        var claims = await db.Claims.OrderBy(c => c.Id).Take(25).Select(c => Links.Claim(c.Slug)).ToListAsync();
        var events = await db.Events.Where(e => e.State != PublicationState.Withdrawn).OrderBy(e => e.Id).Take(25).Select(e => Links.Event(e.Slug)).ToListAsync();
        var documents = await db.Documents.OrderBy(d => d.Id).Take(25).Select(d => Links.Document(d.Slug)).ToListAsync();
        foreach (var (addresses, types, words) in new[]
        {
            (claims, new[] { "Claim" }, "text"), (events, ["Event"], "name"), (documents, ["NewsArticle", "WebPage"], "headline"),
        })
        {
            foreach (var address in addresses)
            {
                var page = await browser.PageAsync(address);
                var data = Data(page);
                Assert.Contains(data["@type"]!.GetValue<string>(), types);
                Assert.Equal(page.QuerySelector("h1")!.Words(), data[words]!.GetValue<string>());
                AssertValid(data);
            }
        }
    }

    [Fact]
    public void Hostile_words_do_not_end_the_data_block()
    {
        var data = new JsonObject { ["text"] = "</script><script>alert(1)</script><!-- & \u2028", ["nothing"] = null };
        var markup = Security.SafeMarkup.JsonLd(data).Value;
        Assert.Equal(1, markup.Split('<').Count(piece => piece.StartsWith("script", StringComparison.Ordinal)));
        Assert.DoesNotContain("nothing", markup);
        Assert.DoesNotContain("&", markup);
    }

    [Fact]
    public async Task Quotes_are_stepped_through_by_links()
    {
        await using var db = await seeded.App.OpenAsync();
        var slug = await db.Documents.Where(d => d.Text != null).Select(d => d.Slug).SingleAsync();
        var page = await browser.PageAsync(Links.Document(slug));
        var steps = new List<string>();
        for (var next = page.QuerySelector("a[rel=next]"); next is not null; next = page.QuerySelector("a[rel=next]"))
        {
            page = await browser.PageAsync(next.GetAttribute("href")!);
            var asked = page.QuerySelector("mark.asked")!;
            steps.Add(asked.Id!);
            Assert.EndsWith($"#{asked.Id}", next.GetAttribute("href"));
        }

        Assert.Equal((await browser.PageAsync(Links.Document(slug))).QuerySelectorAll("mark[id]").Select(mark => mark.Id).Order(), steps.Order());
        Assert.NotNull(page.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task The_chain_is_drawn_from_the_document_inwards()
    {
        await using var db = await seeded.App.OpenAsync();
        var slug = await db.Evidence.Where(e => e.Chain.Count == 2 && e.ClaimId != null).Select(e => db.Claims.Single(c => c.Id == e.ClaimId).Slug).FirstAsync();
        var chain = (await browser.PageAsync(Links.Claim(slug))).QuerySelector("ol.chain")!;
        Assert.Equal(3, chain.Children.Length);
        Assert.StartsWith("document", chain.Children[0].Words());
        Assert.Contains("The Information", chain.Children[1].Words());
    }

    [Fact]
    public void A_long_text_is_paged_at_the_ends_of_paragraphs_and_nothing_is_left_out()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 400).Select(n => $"Paragraph {n}. " + new string('x', 400))) + "\n\n" + string.Join(' ', Enumerable.Repeat("word", 40_000));
        var blocks = DocumentLines.Of(text, []);
        var pages = DocumentPages.Of(text, blocks);
        Assert.True(pages.Count > 4);
        Assert.All(pages, page => Assert.InRange(page.Sum(block => block.Lines.Sum(line => line.Span.Length)), 1, DocumentPages.Longest));
        Assert.Equal(
            string.Concat(blocks.SelectMany(block => block.Lines).Select(line => line.Span.In(text))),
            string.Concat(pages.SelectMany(page => page).SelectMany(block => block.Lines).Select(line => line.Span.In(text))));
        for (var n = 0; n < pages.Count; n++)
        {
            Assert.Equal(n + 1, DocumentPages.At(pages, pages[n][0].Lines[0].Span.Start));
            Assert.Equal(n + 1, DocumentPages.At(pages, pages[n][^1].Lines[^1].Span.End - 1));
        }
    }

    private static JsonObject Data(IParentNode page) => JsonNode.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent)!.AsObject();

    /// <summary>Only types and properties of schema.org that belong together, whole addresses, dates that ISO 8601 knows.</summary>
    private static void AssertValid(JsonObject data)
    {
        string[] work = ["@id", "url", "headline", "publisher", "datePublished", "hasPart", "inLanguage"];
        var known = data["@type"]!.GetValue<string>() switch
        {
            "Claim" => ["@id", "url", "text", "inLanguage", "dateCreated", "temporalCoverage", "keywords", "about", "appearance"],
            "Event" => ["@id", "url", "name", "description", "startDate", "about", "keywords", "subjectOf"],
            "NewsArticle" or "WebPage" => work,
            "Organization" => ["name"],
            "Quotation" => ["text"],
            var other => throw new InvalidOperationException($"{other} is not expected."),
        };
        foreach (var (name, value) in data.Where(entry => entry.Key is not ("@context" or "@type")))
        {
            Assert.Contains(name, known);
            Assert.NotNull(value);
            if (name is "@id" or "url")
            {
                Assert.True(Uri.TryCreate(value.GetValue<string>(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https", value.ToString());
            }
            else if (name is "datePublished" or "startDate" or "dateCreated")
            {
                Assert.Matches("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", value.GetValue<string>());
            }

            foreach (var inner in value is JsonArray list ? list.OfType<JsonObject>() : new[] { value }.OfType<JsonObject>())
            {
                AssertValid(inner);
            }
        }
    }
}
