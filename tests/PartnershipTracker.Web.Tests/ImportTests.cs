using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>Taking in an article, through the form as a browser without script posts it.</summary>
public sealed class ImportTests : OwnTracker
{
    protected override string Seeds => TrackerApp.SeedOnly;

    private const string Text = "Microsoft invested one billion dollars in OpenAI in 2019.\nAccording to Reuters, OpenAI will compete with Microsoft for business customers.";

    [Fact]
    public async Task A_pasted_text_is_kept_and_the_desk_shows_what_is_proposed_from_it()
    {
        var editor = await App.SignedInAsync();
        var form = await FormAsync(editor);
        form.Fill("Form.Text", Text);
        form.Fill("Form.Title", "Two sentences");
        form.Fill("Form.Publisher", "The Weekly");
        form.Fill("Form.Address", "https://example.org/two");
        form.Fill("Form.Published", "2024-05-02");
        form.Fill("Form.Language", "en");
        var desk = await editor.SubmitAsync(form);
        Assert.EndsWith("/desk?document=two-sentences&done=imported", desk.Url);
        Assert.Matches("Taken in. [1-9][0-9]* proposals to decide.", desk.QuerySelector("[role=status]")!.Words());
        Assert.All(desk.QuerySelectorAll("article.proposal"), card => Assert.Contains("Two sentences", card.Words()));
        await using var db = await App.OpenAsync();
        var document = await db.Documents.Include(d => d.Text).Include(d => d.Publisher).SingleAsync(d => d.Slug == "two-sentences");
        Assert.Equal((Text, "The Weekly", "https://example.org/two", "2024-05-02", "en"),
            (document.Text!.Readable, document.Publisher!.Name, document.Address, document.Published!.Value, document.Language));
        Assert.Equal(await db.Proposals.CountAsync(p => p.DocumentId == document.Id), desk.QuerySelectorAll("article.proposal").Length);
    }

    [Fact]
    public async Task An_html_page_tells_its_title_publication_date_and_language()
    {
        var document = await UploadAsync(await File.ReadAllBytesAsync(Practice("05-cma-closes.html")), "05-cma-closes.html");
        Assert.Equal(("The Docket Review", "2025-03-06", "en"), (document.Publisher!.Name, document.Published!.Value, document.Language));
        Assert.DoesNotContain("<", document.Text!.Readable);
        Assert.DoesNotContain("[", document.Title);
    }

    [Fact]
    public async Task What_is_typed_counts_before_what_the_file_tells()
    {
        var editor = await App.SignedInAsync();
        var form = await FormAsync(editor);
        form.Fill("Form.Title", "As the editor calls it");
        form.Fill("Form.Published", "2025-04~");
        await editor.SubmitAsync(form, await File.ReadAllBytesAsync(Practice("05-cma-closes.html")), "page.html");
        await using var db = await App.OpenAsync();
        Assert.Equal("2025-04~", (await db.Documents.SingleAsync(d => d.Title == "As the editor calls it")).Published!.Value);
    }

    [Fact]
    public async Task A_pdf_is_read_with_its_own_title()
    {
        var lines = Papers.Column(72, 700, "Microsoft invested one billion dollars in OpenAI in 2019 and then", "invested again. OpenAI depends on the computing power of Microsoft.");
        var document = await UploadAsync(Papers.Of("The paper", "Ann Author", lines), "paper.pdf");
        Assert.Equal("The paper", document.Title);
        Assert.Contains("in 2019 and then invested again.", document.Text!.Readable);
    }

    [Theory]
    [InlineData("# A big deal\n\nMicrosoft **funds** OpenAI.", "deal.md", "A big deal")]
    [InlineData("---\ntitle: From the front\ndate: 2024-02-03\n---\nMicrosoft funds OpenAI.", "front.md", "From the front")]
    [InlineData("Microsoft funds OpenAI. So it says.", "plain.txt", "[Microsoft funds OpenAI.]")]
    public async Task Every_document_has_a_title_and_one_of_ours_stands_in_brackets(string text, string name, string title) =>
        Assert.Equal(title, (await UploadAsync(System.Text.Encoding.UTF8.GetBytes(text), name)).Title);

    [Fact]
    public async Task The_same_text_twice_opens_the_document_that_is_here()
    {
        var editor = await App.SignedInAsync();
        foreach (var (text, done) in new[] { (Text, "imported"), (Text, "known"), (Text.Replace("\n", "\r\n", StringComparison.Ordinal), "known") })
        {
            var form = await FormAsync(editor);
            form.Fill("Form.Text", text);
            var desk = await editor.SubmitAsync(form);
            Assert.EndsWith($"&done={done}", desk.Url);
        }

        await using var db = await App.OpenAsync();
        Assert.Equal(2, await db.Documents.CountAsync());
    }

    [Fact]
    public async Task The_text_of_a_document_that_was_only_cited_completes_it()
    {
        var editor = await App.SignedInAsync();
        var cite = await editor.NewDocumentFormAsync();
        cite.Fill("Form.Address", "https://Example.org/deal");
        cite.Fill("Form.CitedNote", "Announces the deal.");
        var claim = await editor.SubmitAsync(cite);
        var form = await FormAsync(editor);
        form.Fill("Form.Text", Text);
        form.Fill("Form.Address", "https://example.org/deal");
        form.Fill("Form.Title", "Another title");
        form.Fill("Form.Published", "2024-05-02");
        Assert.Contains("/desk?document=a-new-article&done=imported", (await editor.SubmitAsync(form)).Url);
        await using var db = await App.OpenAsync();
        var document = await db.Documents.Include(d => d.Text).SingleAsync(d => d.Address == "https://example.org/deal");
        Assert.Equal(("A new article", "2024-05-02", Text, 2), (document.Title, document.Published!.Value, document.Text!.Readable, document.Version));
        Assert.Equal(new DateOnly(2024, 5, 2), await db.Claims.Where(c => claim.Url.EndsWith(c.Slug)).Select(c => c.Earliest).SingleAsync());
        Assert.Contains("Announces the deal.", (await App.Browser().PageAsync(Links.Document(document.Slug))).QuerySelector("main")!.Words());
        Assert.Contains("Announces the deal.", (await App.Browser().PageAsync(claim.Url)).QuerySelector("main")!.Words());
    }

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "nul.txt", "Words with a \0 in them."u8.ToArray(), "NUL" },
        { "latin.txt", [0x57, 0x6f, 0xff, 0x64], "UTF-8" },
        { "empty.txt", "  \n"u8.ToArray(), "empty" },
        { "broken.pdf", "%PDF-1.7 and nothing else"u8.ToArray(), "PDF" },
        { "image.pdf", Papers.Of([]), "no text" },
        { "shell.html", "<html><body><script>x()</script>"u8.ToArray(), "no text" },
        { "large.txt", new byte[ArticleReader.MaxBytes + 1], "10 MB" },
    };

    [Theory]
    [MemberData(nameof(BadFiles), DisableDiscoveryEnumeration = true)]
    public async Task A_file_that_cannot_be_read_is_refused_with_the_reason_and_what_was_typed_is_kept(string name, byte[] bytes, string named)
    {
        var editor = await App.SignedInAsync();
        var form = await FormAsync(editor);
        form.Fill("Form.Title", "Typed once");
        form.Fill("Form.Language", "de");
        using var answer = await editor.PostFormAsync(form, file: bytes, fileName: name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browsing.DocumentAsync(answer);
        Assert.Contains(named, page.GetElementById("text-fault")!.Words());
        Assert.Equal("Typed once", Field(page, "Form.Title").Value);
        Assert.Equal("de", Field(page, "Form.Language").Value);
        await AssertNothingStoredAsync();
    }

    [Theory]
    [InlineData("Form.Published", "last week", "published-fault")]
    [InlineData("Form.Published", "2024-13", "published-fault")]
    [InlineData("Form.Address", "javascript:alert(1)", "address-fault")]
    [InlineData("Form.Address", "example.org", "address-fault")]
    [InlineData("Form.Language", "English, I think", "language-fault")]
    [InlineData("Form.Text", "", "text-fault")]
    public async Task A_faulty_field_is_named_and_the_text_is_kept(string field, string value, string fault)
    {
        var editor = await App.SignedInAsync();
        var form = await FormAsync(editor);
        form.Fill("Form.Text", Text);
        form.Fill(field, value);
        var page = await editor.SubmitAsync(form);
        Assert.NotNull(page.GetElementById(fault));
        Assert.Equal(field == "Form.Text" ? "" : Text, page.Form("form.stack").Area("Form.Text"));
        await AssertNothingStoredAsync();
    }

    [Fact]
    public async Task A_title_of_any_length_or_script_is_refused_or_shown_as_text()
    {
        var editor = await App.SignedInAsync();
        var form = await FormAsync(editor);
        form.Fill("Form.Text", Text);
        form.Fill("Form.Title", new string('x', 501));
        Assert.NotNull((await editor.SubmitAsync(form)).GetElementById("title-fault"));
        form.Fill("Form.Title", "<script>alert(1)</script>");
        var desk = await editor.SubmitAsync(form);
        Assert.Contains("<script>alert(1)</script>", desk.QuerySelector("h2")!.Words());
    }

    [Fact]
    public async Task A_post_beyond_every_limit_says_it_is_too_large()
    {
        var editor = await App.SignedInAsync();
        var form = await FormAsync(editor);
        form.Fill("Form.Text", new string('a', 4 * ArticleReader.MaxBytes));

        // Ask before sending, else the refusal meets a connection that is still being written to.
        editor.DefaultRequestHeaders.ExpectContinue = true;
        using var answer = await editor.PostFormAsync(form);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("at most 10 MB", (await Browsing.DocumentAsync(answer)).QuerySelector("main")!.Words());
        await AssertNothingStoredAsync();
    }

    [Fact]
    public async Task A_post_without_the_antiforgery_token_is_refused()
    {
        var editor = await App.SignedInAsync();
        var form = await FormAsync(editor);
        form.Fill("Form.Text", Text);
        using var answer = await editor.PostFormAsync(form, token: false);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await AssertNothingStoredAsync();
    }

    [Theory]
    [InlineData("nothing-here")]
    [InlineData("..%2F..%2Fetc")]
    [InlineData("%00")]
    public async Task The_desk_of_a_document_that_is_not_here_is_not_found(string slug) =>
        await (await App.SignedInAsync()).PageAsync(Links.DeskOf(slug), HttpStatusCode.NotFound);

    [Fact]
    public async Task After_a_decision_the_desk_stays_with_the_document()
    {
        var editor = await App.SignedInAsync();
        var form = await FormAsync(editor);
        form.Fill("Form.Text", Text);
        form.Fill("Form.Title", "Two sentences");
        var desk = await editor.SubmitAsync(form);
        var after = await editor.SubmitAsync(desk.Form("form[action$='/reject']"));
        Assert.EndsWith("/desk?document=two-sentences&done=rejected", after.Url);
    }

    private static string Practice(string file) => Path.Combine(AppContext.BaseDirectory, "Practice", file);

    private static IHtmlInputElement Field(IHtmlDocument page, string name) =>
        Assert.IsAssignableFrom<IHtmlInputElement>(page.QuerySelector($"[name='{name}']"));

    private static async Task<IHtmlFormElement> FormAsync(HttpClient editor) => (await editor.PageAsync(Links.Import)).Form("form.stack");

    private async Task<Document> UploadAsync(byte[] bytes, string name)
    {
        var editor = await App.SignedInAsync();
        var desk = await editor.SubmitAsync(await FormAsync(editor), bytes, name);
        Assert.EndsWith("&done=imported", desk.Url);
        await using var db = await App.OpenAsync();
        var document = await db.Documents.Include(d => d.Text).Include(d => d.Publisher).OrderByDescending(d => d.RecordedAt).FirstAsync();
        Assert.Equal(bytes, document.Text!.Bytes);
        return document;
    }

    private async Task AssertNothingStoredAsync()
    {
        await using var db = await App.OpenAsync();
        Assert.Equal(1, await db.Documents.CountAsync());
    }
}
