using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Tests;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Tests;

/// <summary>The scorecard of rules, and switching them off and on.</summary>
public sealed class RuleTests : OwnTracker
{
    private const string Theme = "theme enterprise-sales";

    [Fact]
    public async Task The_scorecard_counts_decisions_and_what_changed_ones_kept()
    {
        await ClearAsync();
        await AddAsync(ProposalState.Accepted, 3);
        await AddAsync(ProposalState.Rejected, 2);
        await AddAsync(ProposalState.Pending, 4);
        await AddAsync(ProposalState.Changed, 1, Stance.Competing);
        await AddAsync(ProposalState.Changed, 1, Stance.Neutral);
        var page = await (await App.SignedInAsync()).PageAsync(Links.Rules);
        Assert.Equal("7|3|2 (1 kept it)|2|57 %|25 % to 84 %|4|Too few decisions", Cells(page, "stance: conflict"));
        Assert.StartsWith("7|3|2 (2 kept it)|2|71 %", Cells(page, "claim: names-a-party"));
    }

    [Fact]
    public async Task A_rule_that_is_more_often_wrong_is_to_be_switched_off_once_there_are_twenty_decisions()
    {
        await ClearAsync();
        await AddAsync(ProposalState.Rejected, 19);
        var editor = await App.SignedInAsync();
        Assert.EndsWith("Too few decisions", Cells(await editor.PageAsync(Links.Rules), "stance: conflict"));
        await AddAsync(ProposalState.Rejected, 1);
        Assert.EndsWith("0 %|0 % to 16 %|0|Switch off", Cells(await editor.PageAsync(Links.Rules), "stance: conflict"));
    }

    [Fact]
    public async Task The_seed_alone_speaks_against_no_rule()
    {
        var page = await (await App.SignedInAsync()).PageAsync(Links.Rules);
        Assert.True(page.QuerySelectorAll("table.rules tbody tr").Length > 10);
        Assert.Empty(page.QuerySelectorAll("table.rules tbody strong"));
    }

    [Fact]
    public async Task A_rule_switched_off_is_not_used_by_the_next_intake_and_the_proposals_say_so()
    {
        const string text = "Microsoft and OpenAI compete for customers.";
        var editor = await App.SignedInAsync();
        var reasons = (await ReadAsync(editor, text, "Before")).Where(p => p.Kind == SuggestionKind.Claim).SelectMany(p => p.Suggestion.Reasons).ToList();
        var rule = reasons.First(r => r.About == "stance" && RulesOff.CanBe(r.About, r.Rule, Vocabulary.Default));
        await SwitchAsync(editor, "stance", rule.Rule, "off", "Too many wrong.");
        var after = await ReadAsync(editor, "By now Microsoft and OpenAI compete for customers, it seems to all.", "After");
        Assert.DoesNotContain(after.SelectMany(p => p.Suggestion.Reasons), r => r.About == "stance" && r.Rule == rule.Rule);
        var set = Assert.Single(after.Select(p => p.RuleSet).Distinct());
        Assert.Matches($"^{Proposer.RuleSet}-[0-9a-f]{{8}}$", set);
        Assert.Equal(new RulesOff([("stance", rule.Rule)]).Version, set);

        await SwitchAsync(editor, "stance", rule.Rule, "on", "Needed after all.");
        var again = await ReadAsync(editor, "Once more Microsoft and OpenAI compete for customers in every market.", "Again");
        Assert.All(again, p => Assert.Equal(Proposer.RuleSet, p.RuleSet));
        var history = (await editor.PageAsync(Links.Rules)).QuerySelectorAll("main ol li").Select(li => li.Words()).ToList();
        Assert.Contains("by Administrator Switched on", history[0]);
        Assert.Contains("Too many wrong.", history[1]);
    }

    [Fact]
    public async Task A_theme_that_is_switched_off_is_no_longer_suggested()
    {
        var editor = await App.SignedInAsync();
        Assert.Contains(await ReadAsync(editor, "Microsoft sells OpenAI models to enterprise customers.", "Before"), p => p.Suggestion.Themes.Contains("enterprise-sales"));
        await SwitchAsync(editor, Theme, "cue-words", "off", "Cues too broad.");
        Assert.DoesNotContain(await ReadAsync(editor, "Microsoft sold OpenAI models to large enterprise customers.", "After"), p => p.Suggestion.Themes.Contains("enterprise-sales"));
    }

    [Fact]
    public async Task Only_an_administrator_switches_rules()
    {
        var editor = await EditorAsync(Role.Editor);
        var page = await editor.PageAsync(Links.Rules);
        Assert.NotEmpty(page.QuerySelectorAll("table.rules tbody tr"));
        Assert.Null(page.QuerySelector($"form[action='{Links.SwitchRule}']"));
        var form = (await (await App.SignedInAsync()).PageAsync(Links.Rules)).Form($"form[action='{Links.SwitchRule}']");
        form.Fill("__RequestVerificationToken", ((IHtmlInputElement)page.QuerySelector("[name=__RequestVerificationToken]")!).Value);
        form.Fill("why", "I may not.");
        Assert.Contains(Links.SignIn, (await editor.SubmitAsync(form)).Url);
        Assert.Contains(Links.SignIn, (await App.Browser().PageAsync(Links.Rules)).Url);
        await AssertNothingIsOffAsync();
    }

    [Theory]
    [InlineData("stance", "no-such-rule", "off", "Because.", "rule")]
    [InlineData("stance", "no-cue", "off", "Because.", "rule")]
    [InlineData("voice", "flat-assertion", "off", "Because.", "rule")]
    [InlineData("", "", "off", "Because.", "rule")]
    [InlineData(Theme, "cue-words", "off", " ", "why")]
    [InlineData(Theme, "cue-words", "off", "One\u0007two", "why")]
    [InlineData(Theme, "cue-words", "sideways", "Because.", "rule")]
    [InlineData(Theme, "cue-words", "on", "Because.", "same")]
    public async Task A_switch_that_makes_no_sense_changes_nothing(string about, string rule, string to, string why, string done)
    {
        var editor = await App.SignedInAsync();
        Assert.EndsWith($"?done={done}", (await SwitchAsync(editor, about, rule, to, why)).Url);
        await AssertNothingIsOffAsync();
    }

    [Fact]
    public async Task A_switch_without_the_antiforgery_token_is_refused()
    {
        var editor = await App.SignedInAsync();
        var form = (await editor.PageAsync(Links.Rules)).Form($"form[action='{Links.SwitchRule}']");
        form.Fill("why", "Because.");
        using var answer = await editor.PostFormAsync(form, token: false);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await AssertNothingIsOffAsync();
    }

    private static string Cells(IHtmlDocument page, string rule)
    {
        var row = page.QuerySelectorAll("table.rules tbody tr").Single(tr => tr.QuerySelector("th")!.Words() == rule);
        return string.Join('|', row.QuerySelectorAll("td").Select(td => (td.QuerySelector(":scope > span, :scope > strong") ?? td).Words().Replace('\u00a0', ' ')));
    }

    private static async Task<IHtmlDocument> SwitchAsync(HttpClient editor, string about, string rule, string to, string why)
    {
        var page = await editor.PageAsync(Links.Rules);
        using var answer = await editor.PostAsync(Links.SwitchRule, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = ((IHtmlInputElement)page.QuerySelector("[name=__RequestVerificationToken]")!).Value,
            ["about"] = about,
            ["rule"] = rule,
            ["to"] = to,
            ["why"] = why,
        }));
        return await Browsing.DocumentAsync(answer);
    }

    private async Task<List<Proposal>> ReadAsync(HttpClient editor, string text, string title)
    {
        var form = (await editor.PageAsync(Links.Import)).Form("form.stack");
        form.Fill("Form.Text", text);
        form.Fill("Form.Title", title);
        await editor.SubmitAsync(form);
        await using var db = await App.OpenAsync();
        var document = await db.Documents.SingleAsync(d => d.Title == title);
        return await db.Proposals.Where(p => p.DocumentId == document.Id).ToListAsync();
    }

    /// <summary>Decided proposals by one rule that suggests competing; those that were changed have a claim of their own.</summary>
    private async Task AddAsync(ProposalState state, int times, Stance published = Stance.Neutral)
    {
        await using var db = await App.OpenAsync();
        var document = await db.Documents.FirstAsync();
        for (var n = 0; n < times; n++)
        {
            var claim = new Claim
            {
                Id = Guid.CreateVersion7(),
                Slug = $"made-{Guid.NewGuid():N}",
                Statement = "Made for a test.",
                Stance = published,
                Voice = Voice.Fact,
                State = PublicationState.Unreviewed,
                Provenance = Provenance.Editor,
                Author = "test",
                RecordedAt = DateTime.UtcNow,
            };
            db.Claims.Add(claim);
            db.Proposals.Add(new Proposal
            {
                Id = Guid.CreateVersion7(),
                DocumentId = document.Id,
                Kind = SuggestionKind.Claim,
                Start = n,
                End = n + 1,
                Suggestion = new Suggestion
                {
                    Kind = SuggestionKind.Claim,
                    Span = new TextSpan(n, n + 1),
                    Words = "Made for a test.",
                    Stance = Stance.Competing,
                    Reasons = [new Reason("claim", "names-a-party", ""), new Reason("stance", "conflict-denied", "a"), new Reason("stance", "conflict", "b")],
                },
                RuleSet = "test",
                State = state,
                ResultId = state == ProposalState.Changed ? claim.Id : null,
            });
        }

        await db.SaveChangesAsync();
    }

    private async Task ClearAsync()
    {
        await using var db = await App.OpenAsync();
        await db.Proposals.ExecuteDeleteAsync();
    }

    private async Task<HttpClient> EditorAsync(Role role)
    {
        await using (var db = await App.OpenAsync())
        {
            var editor = new Editor { Id = Guid.CreateVersion7(), Name = $"A {role}", Role = role };
            db.Editors.Add(editor);
            db.SignInLinks.Add(new SignInLink { TokenSha256 = Snapshots.Sha256Hex("token"), EditorId = editor.Id, ExpiresAt = DateTime.UtcNow.AddHours(1) });
            await db.SaveChangesAsync();
        }

        var browser = App.Browser();
        await browser.SubmitAsync((await browser.PageAsync(Links.SignInWith("token"))).Form("main form"));
        return browser;
    }

    private async Task AssertNothingIsOffAsync()
    {
        await using var db = await App.OpenAsync();
        Assert.False(await db.RuleSwitches.AnyAsync());
        Assert.False(await db.Revisions.AnyAsync(r => r.Subject == nameof(RuleSwitch)));
    }
}
