using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>Counts the SQL statements one page sends to one app's store, whatever other tests do meanwhile.</summary>
internal sealed class Statements(string folder) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private int count;

    public static async Task<int> CountAsync(TrackerApp app, string address)
    {
        using var statements = new Statements(app.Folder);
        statements.subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(statements));
        await app.Browser().PageAsync(address);
        return statements.count;
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == "Microsoft.EntityFrameworkCore")
        {
            subscriptions.Add(listener.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> happening)
    {
        if (happening.Value is CommandExecutedEventData { Command.Connection: { } connection } && connection.DataSource.StartsWith(folder, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref count);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
}
