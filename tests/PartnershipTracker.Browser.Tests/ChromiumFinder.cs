using System.Diagnostics;

namespace PartnershipTracker.Browser.Tests;

/// <summary>Finds a Chromium to test with, or installs one, or says what to do.</summary>
public static class ChromiumFinder
{
    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>
    /// Path of the browser; null where Playwright is to use its own. The variable CHROMIUM decides where it is set, even if
    /// nothing is there.
    /// </summary>
    public static string? Choose(string? variable, Func<string, bool> exists)
    {
        if (string.IsNullOrWhiteSpace(variable))
        {
            return UsualPlaces.FirstOrDefault(exists);
        }

        return exists(variable) ? variable : throw new InvalidOperationException($"CHROMIUM names {variable}, and there is no such file.");
    }

    /// <summary>Path of a browser that is there now, installed if need be; null for Playwright's own.</summary>
    public static string? FindOrInstall()
    {
        var variable = Environment.GetEnvironmentVariable("CHROMIUM");
        if (Choose(variable, File.Exists) is { } found)
        {
            return found;
        }

        if (Environment.IsPrivilegedProcess && File.Exists("/etc/debian_version")
            && Run("apt-get", "update") && Run("apt-get", "install", "-y", "--no-install-recommends", "chromium")
            && Choose(variable, File.Exists) is { } installed)
        {
            return installed;
        }

        return Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0
            ? null
            : throw new InvalidOperationException(
                "The browser tests need Chromium and could not install it. Install it (on Debian: sudo apt-get install chromium), " +
                "or set the variable CHROMIUM to the path of Chromium or Google Chrome.");
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
