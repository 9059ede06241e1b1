using System.Net;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>Coming in and going out, through forms as a browser without script posts them.</summary>
public sealed class SignInTests : OwnTracker
{
    [Theory]
    [InlineData(Links.Desk)]
    [InlineData(Links.NewClaim)]
    [InlineData(Links.Import)]
    [InlineData(Links.Rules)]
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
    public async Task Signing_out_closes_the_desk()
    {
        var editor = await App.SignedInAsync();
        await editor.SubmitAsync((await editor.PageAsync(Links.Desk)).Form($"form[action='{Links.SignOut}']"));
        Assert.Contains(Links.SignIn, (await editor.PageAsync(Links.Desk)).Url);
    }
}
