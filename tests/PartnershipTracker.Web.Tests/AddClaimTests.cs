using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>Adding a claim, through the form as a browser without script posts it.</summary>
public sealed class AddClaimTests : OwnTracker
{
    protected override string Seeds => TrackerApp.SeedOnly;

    private const string Quote = "Microsoft and OpenAI's relationship is becoming delicate.";

    [Fact]
    public async Task An_added_claim_is_at_once_visible_with_its_quote_chain_and_history()
    {
        var editor = await App.SignedInAsync();
        var form = await editor.ClaimFormAsync();
        form.Fill("Form.Quote", "Concerns have surfaced about the seemingly close relationship");
        form.Fill("Form.Statement", "Doubts about the closeness of Microsoft and OpenAI have become public.");
        form.Choose("Form.Stance", "Competing");
        form.Choose("Form.Themes", "governance");
        form.Fill("Form.Chain", "The Information\nA brand-new source");
        form.Fill("Form.Happened", "2023-06~");
        form.Fill("Form.Note", "See **the text**. <script>alert(1)</script> [x](javascript:alert(1))");
        var claim = await editor.SubmitAsync(form);
        Assert.Equal("Doubts about the closeness of Microsoft and OpenAI have become public.", claim.QuerySelector("h1")!.Words());

        var reader = await App.Browser().PageAsync(claim.Url);
        var main = reader.QuerySelector("main")!;
        Assert.Equal("Concerns have surfaced about the seemingly close relationship", main.QuerySelector("mark")!.Words());
        Assert.Equal(["/sources/the-information", "/sources/a-brand-new-source"], main.QuerySelectorAll(".evidence a[href^='/sources/']").Select(a => a.GetAttribute("href")));
        Assert.Contains("version 1 by Administrator", main.Words());
        Assert.Contains("about June 2023", main.Words());
        Assert.NotNull(main.QuerySelector("p strong"));
        Assert.Empty(main.QuerySelectorAll("script:not([type='application/ld+json']), a[href^='javascript']"));
        var points = await App.Browser().PageAsync("/points?theme=governance");
        Assert.Contains(points.QuerySelectorAll("article.card h3"), h => h.Words().StartsWith("Doubts about", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quote_that_is_not_in_the_text_is_refused_with_the_nearest_and_all_that_was_typed_is_kept()
    {
        var editor = await App.SignedInAsync();
        var form = await editor.ClaimFormAsync();
        form.Fill("Form.Quote", "Microsoft and OpenAI's relationship is turning delicate.");
        form.Fill("Form.Statement", "Kept as it was typed.");
        form.Choose("Form.Stance", "Neutral");
        form.Choose("Form.Themes", "search");
        form.Fill("Form.Chain", "Someone");
        form.Fill("Form.Note", "A note.");
        using var answer = await editor.PostFormAsync(form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browsing.DocumentAsync(answer);
        Assert.Contains(Quote, page.GetElementById("quote-fault")!.Words());
        var kept = page.Form("form.stack");
        Assert.Equal("Microsoft and OpenAI's relationship is turning delicate.", kept.Area("Form.Quote"));
        Assert.Equal("Kept as it was typed.", kept.Area("Form.Statement"));
        Assert.Equal("Someone", kept.Area("Form.Chain"));
        Assert.Equal("A note.", kept.Area("Form.Note"));
        Assert.True(((IHtmlInputElement)kept.QuerySelector("[name='Form.Stance'][value=Neutral]")!).IsChecked);
        Assert.True(((IHtmlInputElement)kept.QuerySelector("[name='Form.Themes'][value=search]")!).IsChecked);
        await using var db = await App.OpenAsync();
        Assert.False(await db.Claims.AnyAsync(c => c.Statement == "Kept as it was typed."));
    }

    [Fact]
    public async Task A_claim_without_evidence_cannot_be_saved()
    {
        var editor = await App.SignedInAsync();
        var form = await editor.ClaimFormAsync();
        form.Fill("Form.Statement", "Nothing bears this out.");
        form.Choose("Form.Stance", "Neutral");
        var page = await editor.SubmitAsync(form);
        Assert.Contains("Give the sentence", page.GetElementById("quote-fault")!.Words());
    }

    [Fact]
    public async Task Every_faulty_field_is_named_at_once()
    {
        var editor = await App.SignedInAsync();
        var form = await editor.ClaimFormAsync();
        form.Fill("Form.Happened", "soon");
        form.Fill("Form.Quote", "nowhere to be found in this text at all");
        var page = await editor.SubmitAsync(form);
        Assert.Equal(["quote-fault", "statement-fault", "stance-fault", "happened-fault"], page.QuerySelectorAll(".field-fault").Select(f => f.Id!));
    }

    [Fact]
    public async Task A_document_without_text_is_cited_with_a_note_and_its_address()
    {
        var editor = await App.SignedInAsync();
        var form = await editor.NewDocumentFormAsync();
        form.Fill("Form.Address", "https://example.org/deal");
        form.Fill("Form.CitedNote", "Announces the deal.");
        var claim = await editor.SubmitAsync(form);
        var caption = claim.QuerySelector(".evidence figcaption")!;
        Assert.Contains("Cited, not quoted", caption.Words());
        Assert.Equal("https://example.org/deal", caption.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("not an address")]
    [InlineData("file:///etc/passwd")]
    public async Task An_address_that_is_none_is_refused(string address)
    {
        var editor = await App.SignedInAsync();
        var form = await editor.NewDocumentFormAsync();
        form.Fill("Form.Address", address);
        form.Fill("Form.CitedNote", "Announces the deal.");
        Assert.NotNull((await editor.SubmitAsync(form)).GetElementById("address-fault"));
        await AssertOneDocumentAsync();
    }

    [Fact]
    public async Task A_new_article_is_captured_quoted_and_proposed_from()
    {
        const string text = "Microsoft invested one billion dollars in OpenAI in 2019.\nAccording to Reuters, OpenAI will compete with Microsoft for business customers.";
        var editor = await App.SignedInAsync();
        var form = await editor.NewDocumentFormAsync();
        form.Fill("Form.Text", text);
        form.Fill("Form.Published", "2024-05-02");
        form.Fill("Form.Quote", "Microsoft invested one billion dollars in OpenAI in 2019.");
        var claim = await editor.SubmitAsync(form);
        Assert.Equal("Microsoft put money into OpenAI.", claim.QuerySelector("h1")!.Words());
        await using var db = await App.OpenAsync();
        var document = await db.Documents.Include(d => d.Text).SingleAsync(d => d.Title == "A new article");
        Assert.Equal(text, document.Text!.Readable);
        Assert.Contains(await db.Proposals.Where(p => p.DocumentId == document.Id).ToListAsync(), p => p.State == ProposalState.Pending);
    }

    [Fact]
    public async Task The_same_text_twice_is_one_document()
    {
        var editor = await App.SignedInAsync();
        var form = await editor.NewDocumentFormAsync();
        form.Fill("Form.Text", await File.ReadAllTextAsync(Path.Combine(TrackerApp.Seeds, "000_862f22007153cb7b.txt")));
        form.Fill("Form.Quote", Quote);
        await editor.SubmitAsync(form);
        await AssertOneDocumentAsync();
    }

    public static TheoryData<string, string> BadTexts => new()
    {
        { new string('a', ArticleReader.MaxBytes + 1), "10 MB" },
        { new string('a', 25 * 1024 * 1024), "10 MB" },
        { "Words with a \0 in them.", "NUL" },
    };

    [Theory]
    [MemberData(nameof(BadTexts), DisableDiscoveryEnumeration = true)]
    public async Task A_text_we_cannot_keep_is_refused_and_nothing_is_stored(string text, string named)
    {
        var editor = await App.SignedInAsync();
        var form = await editor.NewDocumentFormAsync();
        form.Fill("Form.Text", text);
        form.Fill("Form.Quote", "Words");
        var page = await editor.SubmitAsync(form);
        Assert.Contains(named, page.GetElementById("text-fault")!.Words());
        await AssertOneDocumentAsync();
    }

    [Fact]
    public async Task A_post_beyond_every_limit_says_it_is_too_large()
    {
        var editor = await App.SignedInAsync();
        var form = await editor.NewDocumentFormAsync();
        form.Fill("Form.Text", new string('a', 4 * ArticleReader.MaxBytes));

        // Ask before sending, else the refusal meets a connection that is still being written to.
        editor.DefaultRequestHeaders.ExpectContinue = true;
        using var answer = await editor.PostFormAsync(form);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("Too large", (await Browsing.DocumentAsync(answer)).QuerySelector("h1")!.Words());
        await AssertOneDocumentAsync();
    }

    [Fact]
    public async Task A_file_that_is_not_utf8_is_refused_and_nothing_is_stored()
    {
        var editor = await App.SignedInAsync();
        var form = await editor.NewDocumentFormAsync();
        form.Fill("Form.Quote", "Words");
        var page = await editor.SubmitAsync(form, [0x57, 0x6f, 0xff, 0x64]);
        Assert.Contains("UTF-8", page.GetElementById("text-fault")!.Words());
        await AssertOneDocumentAsync();
    }

    [Fact]
    public async Task A_file_is_captured_byte_for_byte()
    {
        byte[] bytes = [0xef, 0xbb, 0xbf, .. "Microsoft funds OpenAI.\r\nSo it says."u8];
        var editor = await App.SignedInAsync();
        var form = await editor.NewDocumentFormAsync();
        form.Fill("Form.Quote", "Microsoft funds OpenAI.");
        await editor.SubmitAsync(form, bytes);
        await using var db = await App.OpenAsync();
        var text = await db.Texts.SingleAsync(t => t.Readable == "Microsoft funds OpenAI.\r\nSo it says.");
        Assert.Equal(bytes, text.Bytes);
    }

    private async Task AssertOneDocumentAsync()
    {
        await using var db = await App.OpenAsync();
        Assert.Equal(1, await db.Documents.CountAsync());
    }
}
