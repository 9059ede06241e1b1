using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>What an editor does, through the forms as a browser without script posts them.</summary>
public sealed class DeskTests : IAsyncLifetime
{
    private const string Quote = "Microsoft and OpenAI's relationship is becoming delicate.";

    private TrackerApp? started;

    private TrackerApp App => started ?? throw new InvalidOperationException("The app has not started.");

    public async Task InitializeAsync() => started = await TrackerApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();

    [Theory]
    [InlineData(Links.Desk)]
    [InlineData(Links.NewClaim)]
    public async Task The_desk_sends_strangers_to_sign_in(string address)
    {
        using var answer = await App.Browser(followRedirects: false).GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Links.SignIn, answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task A_sign_in_link_works_once_and_looking_at_it_does_not_use_it_up()
    {
        var address = Links.SignInWith(await App.NewSignInLinkAsync());
        var browser = App.Browser();
        await browser.PageAsync(address);
        var page = await browser.PageAsync(address);
        Assert.EndsWith(Links.Desk, (await browser.SubmitAsync(page.Form("main form"))).Url);
        var late = await App.Browser().PageAsync(address);
        Assert.Contains("expired or was used", late.QuerySelector("[role=alert]")!.Words());
        Assert.Null(late.QuerySelector("main form"));
    }

    [Fact]
    public async Task Two_posts_of_one_link_sign_in_one_browser()
    {
        var address = Links.SignInWith(await App.NewSignInLinkAsync());
        var (first, second) = (App.Browser(), App.Browser());
        var forms = new[] { (await first.PageAsync(address)).Form("main form"), (await second.PageAsync(address)).Form("main form") };
        var ends = await Task.WhenAll(first.SubmitAsync(forms[0]), second.SubmitAsync(forms[1]));
        Assert.Single(ends, end => end.Url.EndsWith(Links.Desk, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_link_ends_the_earlier_one()
    {
        var earlier = await App.NewSignInLinkAsync();
        await App.NewSignInLinkAsync();
        var page = await App.Browser().PageAsync(Links.SignInWith(earlier));
        Assert.NotNull(page.QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task A_sign_in_link_expires()
    {
        var address = Links.SignInWith(await App.NewSignInLinkAsync());
        await using var db = await App.OpenAsync();
        await db.SignInLinks.ExecuteUpdateAsync(link => link.SetProperty(l => l.ExpiresAt, DateTime.UtcNow.AddSeconds(-1)));
        Assert.NotNull((await App.Browser().PageAsync(address)).QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task An_added_claim_is_at_once_visible_with_its_quote_chain_and_history()
    {
        var editor = await App.SignedInAsync();
        var form = await ClaimFormAsync(editor);
        Fill(form, "Form.Quote", "Concerns have surfaced about the seemingly close relationship");
        Fill(form, "Form.Statement", "Doubts about the closeness of Microsoft and OpenAI have become public.");
        Choose(form, "Form.Stance", "Competing");
        Choose(form, "Form.Themes", "governance");
        Fill(form, "Form.Chain", "The Information\nA brand-new source");
        Fill(form, "Form.Happened", "2023-06~");
        Fill(form, "Form.Note", "See **the text**. <script>alert(1)</script> [x](javascript:alert(1))");
        var claim = await editor.SubmitAsync(form);
        Assert.Equal("Doubts about the closeness of Microsoft and OpenAI have become public.", claim.QuerySelector("h1")!.Words());

        var reader = await App.Browser().PageAsync(claim.Url);
        var main = reader.QuerySelector("main")!;
        Assert.Equal("Concerns have surfaced about the seemingly close relationship", main.QuerySelector("mark")!.Words());
        Assert.Equal(["/sources/the-information", "/sources/a-brand-new-source"], main.QuerySelectorAll(".evidence a[href^='/sources/']").Select(a => a.GetAttribute("href")));
        Assert.Contains("version 1 by Administrator", main.Words());
        Assert.Contains("about June 2023", main.Words());
        Assert.NotNull(main.QuerySelector("p strong"));
        Assert.Empty(main.QuerySelectorAll("script, a[href^='javascript']"));
        var points = await App.Browser().PageAsync("/points?theme=governance");
        Assert.Contains(points.QuerySelectorAll("article.card h3"), h => h.Words().StartsWith("Doubts about", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quote_that_is_not_in_the_text_is_refused_with_the_nearest_and_all_that_was_typed_is_kept()
    {
        var editor = await App.SignedInAsync();
        var form = await ClaimFormAsync(editor);
        Fill(form, "Form.Quote", "Microsoft and OpenAI's relationship is turning delicate.");
        Fill(form, "Form.Statement", "Kept as it was typed.");
        Choose(form, "Form.Stance", "Neutral");
        Choose(form, "Form.Themes", "search");
        Fill(form, "Form.Chain", "Someone");
        Fill(form, "Form.Note", "A note.");
        using var answer = await editor.PostFormAsync(form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browsing.DocumentAsync(answer);
        Assert.Contains(Quote, page.GetElementById("quote-fault")!.Words());
        var kept = page.Form("form.stack");
        Assert.Equal("Microsoft and OpenAI's relationship is turning delicate.", Area(kept, "Form.Quote"));
        Assert.Equal("Kept as it was typed.", Area(kept, "Form.Statement"));
        Assert.Equal("Someone", Area(kept, "Form.Chain"));
        Assert.Equal("A note.", Area(kept, "Form.Note"));
        Assert.True(((IHtmlInputElement)kept.QuerySelector("[name='Form.Stance'][value=Neutral]")!).IsChecked);
        Assert.True(((IHtmlInputElement)kept.QuerySelector("[name='Form.Themes'][value=search]")!).IsChecked);
        await using var db = await App.OpenAsync();
        Assert.False(await db.Claims.AnyAsync(c => c.Statement == "Kept as it was typed."));
    }

    [Fact]
    public async Task A_claim_without_evidence_cannot_be_saved()
    {
        var editor = await App.SignedInAsync();
        var form = await ClaimFormAsync(editor);
        Fill(form, "Form.Statement", "Nothing bears this out.");
        Choose(form, "Form.Stance", "Neutral");
        var page = await editor.SubmitAsync(form);
        Assert.Contains("Give the sentence", page.GetElementById("quote-fault")!.Words());
    }

    [Fact]
    public async Task Every_faulty_field_is_named_at_once()
    {
        var editor = await App.SignedInAsync();
        var form = await ClaimFormAsync(editor);
        Fill(form, "Form.Happened", "soon");
        Fill(form, "Form.Quote", "nowhere to be found in this text at all");
        var page = await editor.SubmitAsync(form);
        Assert.Equal(["quote-fault", "statement-fault", "stance-fault", "happened-fault"], page.QuerySelectorAll(".field-fault").Select(f => f.Id!));
    }

    [Fact]
    public async Task A_document_without_text_is_cited_with_a_note_and_its_address()
    {
        var editor = await App.SignedInAsync();
        var form = await NewDocumentFormAsync(editor);
        Fill(form, "Form.Address", "https://example.org/deal");
        Fill(form, "Form.CitedNote", "Announces the deal.");
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
        var form = await NewDocumentFormAsync(editor);
        Fill(form, "Form.Address", address);
        Fill(form, "Form.CitedNote", "Announces the deal.");
        Assert.NotNull((await editor.SubmitAsync(form)).GetElementById("address-fault"));
        await AssertOneDocumentAsync();
    }

    [Fact]
    public async Task A_new_article_is_captured_quoted_and_proposed_from()
    {
        const string text = "Microsoft invested one billion dollars in OpenAI in 2019.\nAccording to Reuters, OpenAI will compete with Microsoft for business customers.";
        var editor = await App.SignedInAsync();
        var form = await NewDocumentFormAsync(editor);
        Fill(form, "Form.Text", text);
        Fill(form, "Form.Published", "2024-05-02");
        Fill(form, "Form.Quote", "Microsoft invested one billion dollars in OpenAI in 2019.");
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
        var form = await NewDocumentFormAsync(editor);
        Fill(form, "Form.Text", await File.ReadAllTextAsync(Path.Combine(TrackerApp.Seeds, "000_862f22007153cb7b.txt")));
        Fill(form, "Form.Quote", Quote);
        await editor.SubmitAsync(form);
        await AssertOneDocumentAsync();
    }

    public static TheoryData<string, string> BadTexts => new()
    {
        { new string('a', ArticleReader.MaxBytes + 1), "10 MB" },
        { "Words with a \0 in them.", "NUL" },
    };

    [Theory]
    [MemberData(nameof(BadTexts), DisableDiscoveryEnumeration = true)]
    public async Task A_text_we_cannot_keep_is_refused_and_nothing_is_stored(string text, string named)
    {
        var editor = await App.SignedInAsync();
        var form = await NewDocumentFormAsync(editor);
        Fill(form, "Form.Text", text);
        Fill(form, "Form.Quote", "Words");
        var page = await editor.SubmitAsync(form);
        Assert.Contains(named, page.GetElementById("text-fault")!.Words());
        await AssertOneDocumentAsync();
    }

    [Fact]
    public async Task A_file_that_is_not_utf8_is_refused_and_nothing_is_stored()
    {
        var editor = await App.SignedInAsync();
        var form = await NewDocumentFormAsync(editor);
        Fill(form, "Form.Quote", "Words");
        var page = await editor.SubmitAsync(form, [0x57, 0x6f, 0xff, 0x64]);
        Assert.Contains("UTF-8", page.GetElementById("text-fault")!.Words());
        await AssertOneDocumentAsync();
    }

    [Fact]
    public async Task A_file_is_captured_byte_for_byte()
    {
        byte[] bytes = [0xef, 0xbb, 0xbf, .. "Microsoft funds OpenAI.\r\nSo it says."u8];
        var editor = await App.SignedInAsync();
        var form = await NewDocumentFormAsync(editor);
        Fill(form, "Form.Quote", "Microsoft funds OpenAI.");
        await editor.SubmitAsync(form, bytes);
        await using var db = await App.OpenAsync();
        var text = await db.Texts.SingleAsync(t => t.Readable == "Microsoft funds OpenAI.\r\nSo it says.");
        Assert.Equal(bytes, text.Bytes);
    }

    [Fact]
    public async Task Accepting_a_proposal_publishes_it_and_a_second_decision_is_refused()
    {
        var proposal = await PendingAsync();
        var editor = await App.SignedInAsync();
        var desk = await editor.PageAsync(Links.Desk);
        var form = desk.Form($"form[action='{Links.Accept(proposal)}']");
        var claim = await editor.SubmitAsync(form);
        Assert.Contains("/claims/", claim.Url);
        Assert.Contains("Accepted as proposed", claim.QuerySelector("main")!.Words());
        Assert.Contains("decided already", (await editor.SubmitAsync(form)).QuerySelector("[role=status]")!.Words());
    }

    [Fact]
    public async Task Accepting_in_other_words_is_a_change()
    {
        var proposal = await PendingAsync();
        var editor = await App.SignedInAsync();
        var form = (await editor.PageAsync(Links.Desk)).Form($"form[action='{Links.Accept(proposal)}']");
        Fill(form, "words", "Said in our own words.");
        var claim = await editor.SubmitAsync(form);
        Assert.Equal("Said in our own words.", claim.QuerySelector("h1")!.Words());
        Assert.Contains("Changed from what was proposed", claim.QuerySelector("main")!.Words());
    }

    [Fact]
    public async Task Rejecting_a_proposal_keeps_its_quote_and_reason()
    {
        var proposal = await PendingAsync();
        var editor = await App.SignedInAsync();
        var form = (await editor.PageAsync(Links.Desk)).Form($"form[action='{Links.Reject(proposal)}']");
        Fill(form, "reason", "Says nothing.");
        await editor.SubmitAsync(form);
        await using var db = await App.OpenAsync();
        var rejected = await db.Proposals.SingleAsync(p => p.Id == proposal);
        Assert.Equal((ProposalState.Rejected, "Says nothing.", "Administrator"), (rejected.State, rejected.Reason, rejected.DecidedBy));
        Assert.True(rejected.End > rejected.Start);
    }

    [Fact]
    public async Task A_proposal_fills_the_claim_form()
    {
        var proposal = await PendingAsync();
        var editor = await App.SignedInAsync();
        var form = (await editor.PageAsync(Links.NewClaimFrom(proposal))).Form("form.stack");
        Assert.Equal("No comments yet", Area(form, "Form.Quote"));
        Fill(form, "Form.Statement", "Nobody commented.");
        var claim = await editor.SubmitAsync(form);
        Assert.Contains("Changed from what was proposed", claim.QuerySelector("main")!.Words());
    }

    [Fact]
    public async Task Posts_without_the_antiforgery_token_are_refused()
    {
        var proposal = await PendingAsync();
        var editor = await App.SignedInAsync();
        var desk = await editor.PageAsync(Links.Desk);
        foreach (var form in new[] { desk.Form($"form[action='{Links.Accept(proposal)}']"), desk.Form($"form[action='{Links.Reject(proposal)}']"), desk.Form($"form[action='{Links.SignOut}']"), await ClaimFormAsync(editor) })
        {
            using var answer = await editor.PostFormAsync(form, token: false);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Signing_out_closes_the_desk()
    {
        var editor = await App.SignedInAsync();
        await editor.SubmitAsync((await editor.PageAsync(Links.Desk)).Form($"form[action='{Links.SignOut}']"));
        Assert.Contains(Links.SignIn, (await editor.PageAsync(Links.Desk)).Url);
    }

    /// <summary>A pending claim proposal on words that nothing else rests on.</summary>
    private async Task<Guid> PendingAsync()
    {
        await using var db = await App.OpenAsync();
        var document = await db.Documents.Include(d => d.Text).SingleAsync();
        var start = document.Text!.Readable.LastIndexOf("No comments yet", StringComparison.Ordinal);
        var span = new TextSpan(start, start + "No comments yet".Length);
        var proposal = new Proposal
        {
            Id = Guid.CreateVersion7(),
            DocumentId = document.Id,
            Kind = SuggestionKind.Claim,
            Start = span.Start,
            End = span.End,
            Suggestion = new Suggestion { Kind = SuggestionKind.Claim, Span = span, Words = "Nobody has commented yet.", Reasons = [] },
            RuleSet = "test",
            State = ProposalState.Pending,
        };
        db.Proposals.Add(proposal);
        await db.SaveChangesAsync();
        return proposal.Id;
    }

    private async Task AssertOneDocumentAsync()
    {
        await using var db = await App.OpenAsync();
        Assert.Equal(1, await db.Documents.CountAsync());
    }

    private static async Task<IHtmlFormElement> ClaimFormAsync(HttpClient editor)
    {
        var form = (await editor.PageAsync(Links.NewClaim)).Form("form.stack");
        var documents = (IHtmlSelectElement)form.QuerySelector("#document")!;
        documents.Value = documents.Options[1].Value;
        return form;
    }

    private static async Task<IHtmlFormElement> NewDocumentFormAsync(HttpClient editor)
    {
        var form = (await editor.PageAsync(Links.NewClaim)).Form("form.stack");
        Fill(form, "Form.Title", "A new article");
        Fill(form, "Form.Statement", "Microsoft put money into OpenAI.");
        Choose(form, "Form.Stance", "Complementary");
        return form;
    }

    private static void Fill(IHtmlFormElement form, string name, string value)
    {
        switch (form.QuerySelector($"[name='{name}']"))
        {
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            default:
                Assert.Fail($"No field {name}.");
                break;
        }
    }

    private static void Choose(IHtmlFormElement form, string name, string value) =>
        Assert.IsAssignableFrom<IHtmlInputElement>(form.QuerySelector($"[name='{name}'][value='{value}']")).IsChecked = true;

    private static string Area(IHtmlFormElement form, string name) =>
        Assert.IsAssignableFrom<IHtmlTextAreaElement>(form.QuerySelector($"[name='{name}']")).Value.TrimStart('\n');
}
