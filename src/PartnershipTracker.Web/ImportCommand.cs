using PartnershipTracker.Web.Importing;

namespace PartnershipTracker.Web;

/// <summary>
/// <c>import FILE</c>: takes a dossier into the store, or refuses it whole. The summary goes to standard output, what is
/// wrong to standard error.
/// </summary>
public static class ImportCommand
{
    public const string Name = "import";

    public const string Usage = "import FILE";

    private const int Refused = 2;

    /// <param name="args">The whole command line, <c>import</c> included.</param>
    /// <param name="app">The app, not yet prepared.</param>
    /// <returns>The exit code: 0, or 2 with every fault on standard error.</returns>
    public static async Task<int> RunAsync(string[] args, WebApplication app)
    {
        if (args[(Array.IndexOf(args, Name) + 1)..] is not [var file, ..])
        {
            return await RefuseAsync([$"Which file? Usage: {Usage}"]);
        }

        byte[] bytes;
        try
        {
            bytes = await DossierReader.BytesAsync(file, CancellationToken.None);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return await RefuseAsync([$"{file}: {problem.Message}"]);
        }

        await app.PrepareAsync();
        var report = await app.Services.GetRequiredService<DossierImport>().ImportAsync(bytes, CancellationToken.None);
        if (report.Faults.Count > 0)
        {
            return await RefuseAsync([$"{file} was refused whole; nothing was stored.", .. report.Faults]);
        }

        Console.WriteLine($"{Path.GetFileName(file)}: {report.Summary}");
        Print("Left as it is, since someone touched it", report.Left);
        Print("Gone from the file, still in the store", report.Gone);
        return 0;
    }

    private static void Print(string what, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            Console.WriteLine($"{what}: {line}");
        }
    }

    private static async Task<int> RefuseAsync(IReadOnlyList<string> faults)
    {
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        return Refused;
    }
}
