using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>Correcting a document's publication date, and what its dates then mean.</summary>
public sealed class PublicationDateTests : OwnTracker
{
    protected override string Seeds => TrackerApp.SeedOnly;

    private const string Slug = "dated";
    private const string First = "In March this year Microsoft signed a contract with OpenAI.";
    private const string Second = "Last year Microsoft and OpenAI competed for the same customers.";
    private const string Third = "Microsoft funds OpenAI.";

    [Fact]
    public async Task Proposals_that_wait_get_their_dates_read_anew_and_keep_what_was_suggested()
    {
        var editor = await App.SignedInAsync();
        await ImportAsync(editor, "2023-06");
        var page = await CorrectAsync(editor, "2024-06", "Its page says so.");
        Assert.EndsWith("/desk/documents/dated?done=corrected", page.Url);
        Assert.Contains("Publication date corrected from 2023-06 to 2024-06. Its page says so.", page.QuerySelector("main")!.Words());
        var card = Card(await editor.PageAsync(Links.DeskOf(Slug)), Second);
        Assert.Contains("2023 “Last year”, counted from publication date 2024-06; read as 2022 before the publication date was corrected", card.Words());
        await using var db = await App.OpenAsync();
        var proposal = (await db.Proposals.Where(p => p.Kind == SuggestionKind.Claim).ToListAsync()).Single(p => p.Suggestion.Words == Second);
        Assert.Equal(("2022", "2023", "Its page says so."), (proposal.Suggestion.Date!.Edtf!.Value, proposal.Date!.Edtf!.Value, proposal.Readings.Single().Why));
        var claim = await editor.SubmitAsync(card.QuerySelector<IHtmlFormElement>("form[action$='/accept']")!);
        Assert.Contains("Accepted as proposed", claim.QuerySelector("main")!.Words());
        Assert.Equal("2023", (await db.Claims.SingleAsync(c => c.Statement == Second)).Happened!.Value);
    }

    [Fact]
    public async Task Published_dates_are_listed_and_taken_over_one_by_one_with_a_revision()
    {
        var editor = await App.SignedInAsync();
        await ImportAsync(editor, "2023-06");
        await AcceptAsync(editor, First);
        await AcceptAsync(editor, Second);
        var page = await CorrectAsync(editor, "2024-06", "Its page says so.");
        Assert.Equal(["was March 2023 → March 2024", "was 2022 → 2023"],
            page.QuerySelectorAll("li.card p").Select(p => p.Words().Split(" “")[0]).Order(StringComparer.Ordinal).Reverse());
        var form = page.QuerySelectorAll("li.card").Single(li => li.Words().StartsWith(Second, StringComparison.Ordinal)).QuerySelector<IHtmlFormElement>("form")!;
        var after = await TakeOverAsync(editor, form);
        Assert.Equal("New date taken over.", after.QuerySelector("[role=status]")!.Words());
        Assert.Single(after.QuerySelectorAll("li.card"));
        await using var db = await App.OpenAsync();
        var claim = await db.Claims.SingleAsync(c => c.Statement == Second);
        Assert.Equal(("2023", new DateOnly(2023, 1, 1), 2), (claim.Happened!.Value, claim.Earliest!.Value, claim.Version));
        Assert.Equal("2023-03", (await db.Claims.SingleAsync(c => c.Statement == First)).Happened!.Value);
        Assert.Contains("version 2 by Administrator Date read anew from “Last year” after the publication date was corrected: 2022 → 2023",
            (await App.Browser().PageAsync(Links.Claim(claim.Slug))).QuerySelector("main")!.Words());
        Assert.Contains("decided already", (await TakeOverAsync(editor, form)).QuerySelector("[role=status]")!.Words());
    }

    [Fact]
    public async Task Without_a_publication_date_a_date_stays_unknown_until_it_is_given()
    {
        var editor = await App.SignedInAsync();
        Assert.Contains("Date unknown “Last year”", Card(await ImportAsync(editor, ""), Second).Words());
        await AcceptAsync(editor, First);
        var page = await CorrectAsync(editor, "2022-02-01", "Found the paper.");
        Assert.Contains("was Date unknown → March 2022", page.QuerySelector("li.card")!.Words());
        Assert.Contains("2021 “Last year”", Card(await editor.PageAsync(Links.DeskOf(Slug)), Second).Words());
    }

    [Fact]
    public async Task A_claim_without_a_date_of_its_own_moves_with_its_document()
    {
        var editor = await App.SignedInAsync();
        await ImportAsync(editor, "2023-06");
        await AcceptAsync(editor, Third);
        await CorrectAsync(editor, "2021", "Found the paper.");
        await using var db = await App.OpenAsync();
        var claim = await db.Claims.SingleAsync(c => c.Statement == Third);
        Assert.Equal((null, new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31)), (claim.Happened, claim.Earliest!.Value, claim.Latest!.Value));
    }

    [Fact]
    public async Task A_date_that_an_editor_set_otherwise_is_left_alone()
    {
        var editor = await App.SignedInAsync();
        await ImportAsync(editor, "2023-06");
        await AcceptAsync(editor, Second);
        await using (var db = await App.OpenAsync())
        {
            await db.Claims.Where(c => c.Statement == Second).ExecuteUpdateAsync(c => c.SetProperty(x => x.Happened, EdtfDate.Parse("2020")));
        }

        Assert.Empty((await CorrectAsync(editor, "2024-06", "Its page says so.")).QuerySelectorAll("li.card"));
    }

    [Fact]
    public async Task The_seeds_events_follow_its_publication_date()
    {
        var editor = await App.SignedInAsync();
        await using var db = await App.OpenAsync();
        var slug = (await db.Documents.SingleAsync()).Slug;
        var page = await CorrectAsync(editor, "2022-06~", "For a test.", slug);
        Assert.NotEmpty(page.QuerySelectorAll("li.card"));
        Assert.All(page.QuerySelectorAll("li.card"), card => Assert.Contains("2022", card.QuerySelector("strong")!.Words()));
    }

    [Theory]
    [InlineData("soon", "I know.", "published-fault")]
    [InlineData("2024-13", "I know.", "published-fault")]
    [InlineData("2023-06", "I know.", "published-fault")]
    [InlineData("2024", " ", "why-fault")]
    [InlineData("2024", "One\u0007two", "why-fault")]
    public async Task A_correction_that_makes_no_sense_is_refused_and_what_was_typed_is_kept(string published, string why, string fault)
    {
        var editor = await App.SignedInAsync();
        await ImportAsync(editor, "2023-06");
        var page = await CorrectAsync(editor, published, why);
        Assert.NotNull(page.GetElementById(fault));
        Assert.Equal(published, ((IHtmlInputElement)page.GetElementById("published")!).Value);
        await using var db = await App.OpenAsync();
        Assert.Equal("2023-06", (await db.Documents.SingleAsync(d => d.Slug == Slug)).Published!.Value);
    }

    [Fact]
    public async Task The_page_is_for_editors_and_for_documents_that_are_here()
    {
        var editor = await App.SignedInAsync();
        await ImportAsync(editor, "2023-06");
        Assert.Contains(Links.SignIn, (await App.Browser().PageAsync(Links.DeskDocument(Slug))).Url);
        await editor.PageAsync(Links.DeskDocument("nothing-here"), HttpStatusCode.NotFound);
        var form = (await editor.PageAsync(Links.DeskDocument(Slug))).Form("form.stack");
        using var answer = await editor.PostFormAsync(form, token: false);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await editor.PageAsync(Links.Document(Slug))).QuerySelector($"a[href='{Links.DeskDocument(Slug)}']"));
    }

    private static async Task<IHtmlDocument> ImportAsync(HttpClient editor, string published)
    {
        var form = (await editor.PageAsync(Links.Import)).Form("form.stack");
        form.Fill("Form.Text", $"{First}\n\n{Second}\n\n{Third}");
        form.Fill("Form.Title", "Dated");
        form.Fill("Form.Published", published);
        return await editor.SubmitAsync(form);
    }

    private static async Task<IHtmlDocument> CorrectAsync(HttpClient editor, string published, string why, string slug = Slug)
    {
        var form = (await editor.PageAsync(Links.DeskDocument(slug))).Form("form.stack");
        form.Fill("Form.Published", published);
        form.Fill("Form.Why", why);
        return await editor.SubmitAsync(form);
    }

    private static async Task AcceptAsync(HttpClient editor, string sentence) =>
        await editor.SubmitAsync(Card(await editor.PageAsync(Links.DeskOf(Slug)), sentence).QuerySelector<IHtmlFormElement>("form[action$='/accept']")!);

    /// <summary>As a browser does: the pressed button's value goes along.</summary>
    private static async Task<IHtmlDocument> TakeOverAsync(HttpClient editor, IHtmlFormElement form)
    {
        using var answer = await editor.PostAsync(form.Action, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = form.QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value,
            ["subject"] = form.QuerySelector<IHtmlButtonElement>("button")!.Value,
        }));
        return await Browsing.DocumentAsync(answer);
    }

    /// <summary>The claim proposed on a sentence.</summary>
    private static IElement Card(IHtmlDocument desk, string sentence) =>
        desk.QuerySelectorAll("article.proposal").Single(card => card.QuerySelector("blockquote")!.Words() == sentence && card.QuerySelector("input[name=stance]") is not null);
}
