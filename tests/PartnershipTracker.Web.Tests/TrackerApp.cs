using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Web;
using PartnershipTracker.Web.Security;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Tests;

/// <summary>The real app on a port of its own, with a store of its own in a folder of its own.</summary>
public sealed class TrackerApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private TrackerApp(WebApplication app, string folder) => (this.app, Folder) = (app, folder);

    /// <summary>The content root; holds <c>data/</c>.</summary>
    public string Folder { get; }

    public string Address => app.Urls.First();
    public IServiceProvider Services => app.Services;

    /// <summary>The repository's own seeds, as the build copied them.</summary>
    public static string Seeds => Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>The same without the dossier, for tests that speak of the seed article alone.</summary>
    public static string SeedOnly => WithoutDossier.Value;

    private static readonly Lazy<string> WithoutDossier = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("seed-only-").FullName;
        foreach (var file in Directory.GetFiles(Seeds).Where(file => Path.GetFileName(file) != "dossier.json"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    });

    /// <param name="seeds">Folder of seeds; the repository's when not given.</param>
    /// <param name="folder">Content root; a new one when not given.</param>
    /// <param name="settings">Further arguments, such as <c>--Tracker:SignInLinkMinutes=1</c>.</param>
    public static async Task<TrackerApp> StartAsync(string? seeds = null, string? folder = null, params string[] settings)
    {
        folder ??= Directory.CreateTempSubdirectory("tracker-").FullName;
        var app = TrackerSetup.Build(
            [$"--contentRoot={folder}", $"--Tracker:SeedsFolder={seeds ?? Seeds}", "--urls=http://127.0.0.1:0", .. settings]);
        await app.PrepareAsync();
        await app.StartAsync();
        return new TrackerApp(app, folder);
    }

    public Task<TrackerDb> OpenAsync() => Services.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();

    /// <summary>A browser without script: keeps cookies, follows redirects unless told otherwise.</summary>
    public HttpClient Browser(bool followRedirects = true) => new(new HttpClientHandler
    {
        CookieContainer = new CookieContainer(),
        AllowAutoRedirect = followRedirects,
    })
    { BaseAddress = new Uri(Address) };

    public Task<string> NewSignInLinkAsync() => Services.GetRequiredService<SignInLinks>().CreateAsync(CancellationToken.None);

    /// <summary>A browser in which the administrator signed in through the page.</summary>
    public async Task<HttpClient> SignedInAsync()
    {
        var browser = Browser();
        var page = await browser.PageAsync(Links.SignInWith(await NewSignInLinkAsync()));
        var answer = await browser.SubmitAsync(page.Form($"form[action='{Links.SignIn}']"));
        Assert.EndsWith(Links.Desk, answer.Url);
        return browser;
    }

    /// <summary>What a start does with the store.</summary>
    public Task PrepareAgainAsync() => app.PrepareAsync();

    /// <summary>Stops the app and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Stops the app and leaves its folder, for another start on the same store.</summary>
    public async Task StopAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}

/// <summary>A test class whose every test has an app and a store of its own.</summary>
public abstract class OwnTracker : IAsyncLifetime
{
    private TrackerApp? app;

    protected TrackerApp App => app ?? throw new InvalidOperationException("The app has not started.");

    /// <summary>Null for all of the repository's.</summary>
    protected virtual string? Seeds => null;

    public async Task InitializeAsync() => app = await TrackerApp.StartAsync(Seeds);

    public async Task DisposeAsync() => await App.DisposeAsync();
}

/// <summary>Reading and submitting pages as a browser without script does.</summary>
public static class Browsing
{
    private static readonly IBrowsingContext Context = BrowsingContext.New(Configuration.Default);

    public static async Task<IHtmlDocument> PageAsync(this HttpClient browser, string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await browser.GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
        return await DocumentAsync(answer);
    }

    public static async Task<IHtmlDocument> DocumentAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var address = answer.RequestMessage!.RequestUri!.ToString();
        return (IHtmlDocument)await Context.OpenAsync(response => response.Address(address).Content(html));
    }

    public static IHtmlFormElement Form(this IHtmlDocument page, string selector) =>
        Assert.IsAssignableFrom<IHtmlFormElement>(page.QuerySelector(selector));

    /// <summary>Posts a form with the values it stands with, and a file where it takes one.</summary>
    public static async Task<IHtmlDocument> SubmitAsync(
        this HttpClient browser, IHtmlFormElement form, byte[]? file = null, string fileName = "article.txt")
    {
        using var answer = await browser.PostFormAsync(form, file: file, fileName: fileName);
        return await DocumentAsync(answer);
    }

    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient browser, IHtmlFormElement form, bool token = true, byte[]? file = null, string fileName = "article.txt")
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Values(form).Where(field => token || field.Name != "__RequestVerificationToken"))
        {
            content.Add(new StringContent(value), name);
        }

        if (form.QuerySelector<IHtmlInputElement>("input[type=file]") is { Name: { } chosen } && file is not null)
        {
            content.Add(new ByteArrayContent(file), chosen, fileName);
        }

        return await browser.PostAsync(form.Action, content);
    }

    private static IEnumerable<(string Name, string Value)> Values(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice when choice.IsChecked:
                    yield return (choice.Name!, choice.Value);
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" or "file" }:
                    break;
                case IHtmlInputElement { Name: { } name } input:
                    yield return (name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { } name } area:
                    yield return (name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { } name } select:
                    yield return (name, select.Value ?? "");
                    break;
            }
        }
    }

    /// <summary>An element's text with runs of white space folded.</summary>
    public static string Words(this IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
