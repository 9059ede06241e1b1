using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Tests;

/// <summary>Rules of the house that a compiler does not check.</summary>
public sealed partial class HouseTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Pages =>
        [.. typeof(TrackerSetup).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template)];

    [Fact]
    public void MarkupString_is_made_in_one_file()
    {
        var makers = Sources("*.cs").Concat(Sources("*.razor")).Where(file => File.ReadAllText(file).Contains("MarkupString", StringComparison.Ordinal));
        Assert.Equal(["SafeMarkup.cs"], makers.Select(Path.GetFileName));
    }

    [Fact]
    public void Reader_pages_have_no_circuit_and_do_not_stream()
    {
        var readers = Sources("*.razor").Where(file => !file.Contains("/Desk/", StringComparison.Ordinal) && !file.Contains("/Islands/", StringComparison.Ordinal)
            && Path.GetFileName(file) is not ("DeskLayout.razor" or "_Imports.razor")).ToList();
        Assert.True(readers.Count > 20);
        Assert.All(readers, file => Assert.DoesNotMatch("@rendermode|StreamRendering|MudBlazor;|<Mud", File.ReadAllText(file)));
    }

    [Fact]
    public void The_core_knows_no_database_web_or_clock()
    {
        var references = typeof(Quote).Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        Assert.DoesNotContain(references, name => name.Contains("EntityFramework") || name.Contains("AspNetCore") || name.Contains("Sqlite"));
        var clocks = Directory.GetFiles(Path.Combine(Root, "src", "PartnershipTracker"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Where(file => ClockOrDisk().IsMatch(File.ReadAllText(file)));
        Assert.Empty(clocks);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_is_in_the_readme(string template)
    {
        var address = template.Split("/{")[0];
        Assert.Contains($"`{(template == address ? template : $"{address}/…")}`", File.ReadAllText(Path.Combine(Root, "README.md")));
    }

    [Fact]
    public void Every_folder_of_the_map_exists()
    {
        var map = File.ReadAllText(Path.Combine(Root, "README.md"));
        var folders = FolderLine().Matches(map).Select(match => match.Groups[1].Value).ToList();
        Assert.True(folders.Count > 5);
        Assert.All(folders, folder => Assert.True(Directory.Exists(Path.Combine(Root, folder)), $"{folder} is in the README and not in the tree."));
    }

    [Fact]
    public void Addresses_are_written_in_one_file()
    {
        var writers = Sources("*.razor").Where(file => Address().IsMatch(File.ReadAllText(file)));
        Assert.Empty(writers.Select(Path.GetFileName));
    }

    private static IEnumerable<string> Sources(string pattern) =>
        Directory.GetFiles(Path.Combine(Root, "src", "PartnershipTracker.Web"), pattern, SearchOption.AllDirectories)
            .Select(file => file.Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|TimeProvider|File\.|Directory\.|HttpClient")]
    private static partial Regex ClockOrDisk();

    [GeneratedRegex(@"^\| `((?:src|tests|seeds)[^`]*)` \|", RegexOptions.Multiline)]
    private static partial Regex FolderLine();

    // A link to one of our pages spelt out instead of asked from Links.
    [GeneratedRegex(@"(href|action)=""/(?!@|favicon)[a-z]")]
    private static partial Regex Address();
}
