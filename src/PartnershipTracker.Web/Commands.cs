using Microsoft.Extensions.Options;
using PartnershipTracker.Web.Security;

namespace PartnershipTracker.Web;

/// <summary>What the program does besides serving: <c>dotnet run --project src/PartnershipTracker.Web -- sign-in-link</c>.</summary>
public static class Commands
{
    private const string SignInLink = "sign-in-link";

    /// <summary>The first argument that is neither an option nor an option's value; null to serve.</summary>
    public static string? Find(string[] args)
    {
        for (var n = 0; n < args.Length; n++)
        {
            if (!args[n].StartsWith('-'))
            {
                return args[n];
            }

            if (!args[n].Contains('='))
            {
                n++;
            }
        }

        return null;
    }

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string command, string[] args, WebApplication app)
    {
        if (command == ReadCommand.Name)
        {
            return await ReadCommand.RunAsync(args, app.Services);
        }

        if (command == ImportCommand.Name)
        {
            return await ImportCommand.RunAsync(args, app);
        }

        if (command != SignInLink)
        {
            await Console.Error.WriteLineAsync($"Unknown command “{command}”. There are three: {SignInLink} prints a new sign-in link for the administrator, {ReadCommand.Usage} prints what is read in a file, {ImportCommand.Usage} takes in a dossier.");
            return 2;
        }

        await app.PrepareAsync();
        await PrintSignInLinkAsync(app, app.Configuration[WebHostDefaults.ServerUrlsKey]!.Split(';')[0]);
        return 0;
    }

    /// <summary>Once the app listens: says where, and offers a sign-in link as long as nobody has signed in.</summary>
    public static async Task GreetAsync(WebApplication app)
    {
        var address = app.Urls.First();
        Console.WriteLine($"PartnershipTracker is at {address}");
        if (await app.Services.GetRequiredService<SignInLinks>().NobodyYetAsync(CancellationToken.None))
        {
            await PrintSignInLinkAsync(app, address);
        }
    }

    private static async Task PrintSignInLinkAsync(WebApplication app, string address)
    {
        var token = await app.Services.GetRequiredService<SignInLinks>().CreateAsync(CancellationToken.None);
        var minutes = app.Services.GetRequiredService<IOptions<TrackerOptions>>().Value.SignInLinkMinutes;
        Console.WriteLine($"Sign in as administrator (works once, for {minutes} minutes): {address.TrimEnd('/')}{Links.SignInWith(token)}");
    }
}
