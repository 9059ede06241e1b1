using System.Net;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>Deciding on proposals, through their plain forms.</summary>
public sealed class ProposalTests : OwnTracker
{
    protected override string Seeds => TrackerApp.SeedOnly;

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
        form.Fill("words", "Said in our own words.");
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
        form.Fill("reason", "Says nothing.");
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
        Assert.Equal("No comments yet", form.Area("Form.Quote"));
        form.Fill("Form.Statement", "Nobody commented.");
        var claim = await editor.SubmitAsync(form);
        Assert.Contains("Changed from what was proposed", claim.QuerySelector("main")!.Words());
    }

    [Fact]
    public async Task Posts_without_the_antiforgery_token_are_refused()
    {
        var proposal = await PendingAsync();
        var editor = await App.SignedInAsync();
        var desk = await editor.PageAsync(Links.Desk);
        foreach (var form in new[] { desk.Form($"form[action='{Links.Accept(proposal)}']"), desk.Form($"form[action='{Links.Reject(proposal)}']"), desk.Form($"form[action='{Links.SignOut}']"), await editor.ClaimFormAsync() })
        {
            using var answer = await editor.PostFormAsync(form, token: false);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
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
}
