using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>One app with the seed for tests that only read.</summary>
public sealed class SeededApp : IAsyncLifetime
{
    private TrackerApp? app;

    public TrackerApp App => app ?? throw new InvalidOperationException("The app has not started.");

    public async Task InitializeAsync() => app = await TrackerApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}
