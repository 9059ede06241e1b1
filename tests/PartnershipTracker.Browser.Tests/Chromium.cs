using Microsoft.Playwright;

namespace PartnershipTracker.Browser.Tests;

/// <summary>One browser for all tests; each test has a context, that is a profile, of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    private IBrowser Browser => browser ?? throw new InvalidOperationException("The browser has not started.");

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        List<string> arguments = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            // Chromium's sandbox refuses to run as root.
            arguments.Add("--no-sandbox");
        }

        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFinder.FindOrInstall(), Headless = true, Args = arguments });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
    }

    public async Task<IPage> OpenAsync(string address, bool script = true, int width = 1240, int height = 900, ColorScheme colours = ColorScheme.Light)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = address,
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colours,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class InChromium : ICollectionFixture<Chromium>
{
    public const string Name = "in Chromium";
}
