using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>Documents that share text, and sentences proposed once with all their places.</summary>
public sealed class RepeatTests : OwnTracker
{
    private const string Told = "Microsoft and OpenAI compete for the same business customers in Europe.";

    private const string Wire = Told + " OpenAI depends on Microsoft for most of its computing power. "
        + "Regulators in London looked into the deal between the two companies for over a year. The laboratory would not comment on the matter.";

    [Fact]
    public async Task A_syndicated_copy_is_told_in_both_directions_and_proposes_nothing_anew()
    {
        var editor = await App.SignedInAsync();
        await ImportAsync(editor, "The wire", Wire);
        var desk = await ImportAsync(editor, "The copy", Wire + "\n\nA local note of our own was added to this copy by the editors of the paper in the evening.");
        var shared = desk.QuerySelector("[aria-label='Shared text']")!.Words().Replace('\u00a0', ' ');
        Assert.Matches("^[67][0-9] % of this text also stands in The wire; of that one, 100 % stands here.$", shared);
        Assert.DoesNotContain(desk.QuerySelectorAll("article.proposal"), card => card.Words().Contains("compete for the same", StringComparison.Ordinal));
        Assert.Matches("[2-9] more proposals were made before, from other documents", desk.QuerySelector("main")!.Words());
        var first = await editor.PageAsync(Links.DeskOf("the-wire"));
        Assert.Contains("of this text also stands in The copy; of that one", first.QuerySelector("[aria-label='Shared text']")!.Words());
        Assert.Contains("Also in The copy", Card(first).Words());
    }

    [Fact]
    public async Task Accepting_a_proposal_quotes_every_document_that_says_it()
    {
        var editor = await App.SignedInAsync();
        await ImportAsync(editor, "The wire", Wire);
        await ImportAsync(editor, "Elsewhere", "It was a slow week. " + Told + " So much for that.");
        var claim = await editor.SubmitAsync(Card(await editor.PageAsync(Links.DeskOf("the-wire"))).QuerySelector<IHtmlFormElement>("form[action$='/accept']")!);
        Assert.Equal(["/documents/the-wire", "/documents/elsewhere"], Quoted(claim));
        Assert.Contains("from 2 origins", claim.QuerySelector("main")!.Words());
        await using var db = await App.OpenAsync();
        var repeat = await RepeatAsync("Elsewhere");
        Assert.Equal((ProposalState.Repeated, await db.Claims.Where(c => claim.Url.EndsWith(c.Slug)).Select(c => (Guid?)c.Id).SingleAsync()), (repeat.State, repeat.ResultId));
        Assert.DoesNotContain("Said again", (await editor.PageAsync(Links.Desk)).QuerySelector("main")!.Words());
    }

    [Fact]
    public async Task What_was_published_before_is_offered_as_further_evidence_once()
    {
        var editor = await App.SignedInAsync();
        var desk = await ImportAsync(editor, "The wire", Wire);
        var claim = await editor.SubmitAsync(Card(desk).QuerySelector<IHtmlFormElement>("form[action$='/accept']")!);
        desk = await ImportAsync(editor, "Elsewhere", "It was a slow week. " + Told);
        Assert.Contains("Said again (1)", desk.QuerySelector("main")!.Words());
        var form = desk.Form("form[action$='/add-evidence']");
        var after = await editor.SubmitAsync(form);
        Assert.Equal("Added as further evidence.", after.QuerySelector("[role=status]")!.Words());
        var page = await App.Browser().PageAsync(claim.Url);
        Assert.Equal(["/documents/the-wire", "/documents/elsewhere"], Quoted(page));
        Assert.Contains("version 2 by Administrator Further evidence: the same is said in “Elsewhere”", page.QuerySelector("main")!.Words());
        Assert.Contains("decided already", (await editor.SubmitAsync(form)).QuerySelector("[role=status]")!.Words());
        await using var db = await App.OpenAsync();
        Assert.Equal(2, await db.Evidence.CountAsync(e => e.Exact == Told && e.ClaimId != null));
        Assert.Equal(2, await db.Revisions.CountAsync(r => r.Subject == nameof(Claim) && r.Snapshot.Contains(Told) && r.By == "Administrator"));
    }

    [Fact]
    public async Task What_is_left_is_not_offered_again()
    {
        var editor = await App.SignedInAsync();
        await editor.SubmitAsync(Card(await ImportAsync(editor, "The wire", Wire)).QuerySelector<IHtmlFormElement>("form[action$='/accept']")!);
        var desk = await ImportAsync(editor, "Elsewhere", "It was a slow week. " + Told);
        var after = await editor.SubmitAsync(desk.Form("form[action$='/leave']"));
        Assert.Null(after.QuerySelector("form[action$='/leave']"));
        await using var db = await App.OpenAsync();
        Assert.Equal(1, await db.Evidence.CountAsync(e => e.Exact == Told && e.ClaimId != null));
    }

    [Fact]
    public async Task A_rejected_proposal_is_rejected_for_all_its_places()
    {
        var editor = await App.SignedInAsync();
        await ImportAsync(editor, "The wire", Wire);
        await editor.SubmitAsync(Card(await editor.PageAsync(Links.DeskOf("the-wire"))).QuerySelector<IHtmlFormElement>("form[action$='/reject']")!);
        var desk = await ImportAsync(editor, "Elsewhere", "It was a slow week. " + Told);
        Assert.DoesNotContain("compete for the same", desk.QuerySelector("main")!.Words());
        Assert.Equal(ProposalState.Repeated, (await RepeatAsync("Elsewhere")).State);
    }

    [Theory]
    [InlineData("Microsoft and OpenAI compete for the very same business customers in Europe.", true)]
    [InlineData("MICROSOFT and OpenAI – compete for the same business customers, in Europe!", true)]
    [InlineData("Microsoft and OpenAI do not compete for the same business customers in Europe.", false)]
    [InlineData("Microsoft and OpenAI compete for the same 12 business customers in Europe.", false)]
    [InlineData("Microsoft and OpenAI compete for researchers in Europe.", false)]
    public async Task A_rewritten_sentence_of_a_text_that_shares_words_is_the_same_unless_it_says_something_else(string sentence, bool same)
    {
        var editor = await App.SignedInAsync();
        await ImportAsync(editor, "The wire", Wire);
        await ImportAsync(editor, "Rewritten", sentence + Wire[Told.Length..]);
        await using var db = await App.OpenAsync();
        var claim = await db.Proposals.SingleAsync(p => p.Start == 0 && p.Kind == SuggestionKind.Claim && db.Documents.Any(d => d.Id == p.DocumentId && d.Title == "Rewritten"));
        Assert.Equal(same, claim.SameAsId is not null);
    }

    [Fact]
    public async Task A_text_stored_before_there_was_an_index_is_found_after_the_next_start()
    {
        var app = await TrackerApp.StartAsync();
        await ImportAsync(await app.SignedInAsync(), "The wire", Wire);
        await using (var db = await app.OpenAsync())
        {
            await db.Shingles.ExecuteDeleteAsync();
            await db.Texts.ExecuteUpdateAsync(t => t.SetProperty(x => x.Shingles, (string?)null));
            await db.Proposals.ExecuteUpdateAsync(p => p.SetProperty(x => x.WordsKey, (long?)null));
        }

        await app.StopAsync();
        await using var again = await TrackerApp.StartAsync(folder: app.Folder);
        var desk = await ImportAsync(await again.SignedInAsync(), "The copy", Wire + " And so on.");
        Assert.NotNull(desk.QuerySelector("[aria-label='Shared text']"));
        Assert.DoesNotContain("compete for the same", desk.QuerySelector("main")!.Words());
    }

    [Fact]
    public async Task The_other_half_of_a_sentence_waits_for_a_decision_of_its_own()
    {
        var editor = await App.SignedInAsync();
        var desk = await ImportAsync(editor, "Two minds", "Microsoft provides OpenAI with computing power, but Microsoft and OpenAI compete for the same customers.");
        var half = desk.QuerySelectorAll("article.proposal").Single(card => card.Words().Contains("The other half", StringComparison.Ordinal));
        var whole = desk.QuerySelectorAll("article.proposal").First(card => card.QuerySelector("input[value=Competing][checked]") is not null);
        await editor.SubmitAsync(whole.QuerySelector<IHtmlFormElement>("form[action$='/accept']")!);
        Assert.NotNull((await editor.PageAsync(Links.DeskOf("two-minds"))).GetElementById(half.Id!));
    }

    private static async Task<IHtmlDocument> ImportAsync(HttpClient editor, string title, string text)
    {
        var form = (await editor.PageAsync(Links.Import)).Form("form.stack");
        form.Fill("Form.Text", text);
        form.Fill("Form.Title", title);
        return await editor.SubmitAsync(form);
    }

    /// <summary>The claim proposed on <see cref="Told"/>.</summary>
    private static IElement Card(IHtmlDocument desk) =>
        desk.QuerySelectorAll("article.proposal").Single(card => card.QuerySelector("blockquote")!.Words() == Told && card.QuerySelector("input[name=stance]") is not null);

    private static IEnumerable<string> Quoted(IHtmlDocument claim) =>
        claim.QuerySelectorAll("figure.evidence").Select(figure => figure.QuerySelector("a[href^='/documents/']")!.GetAttribute("href")!.Split('?')[0]);

    private async Task<Proposal> RepeatAsync(string title)
    {
        await using var db = await App.OpenAsync();
        return await db.Proposals.SingleAsync(p => p.SameAsId != null && p.Kind == SuggestionKind.Claim && db.Documents.Any(d => d.Id == p.DocumentId && d.Title == title));
    }
}
