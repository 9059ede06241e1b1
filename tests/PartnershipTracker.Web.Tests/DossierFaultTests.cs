using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Tests;
using PartnershipTracker.Web.Importing;

namespace PartnershipTracker.Web.Tests;

/// <summary>A dossier that is not sound is refused whole, with every fault named.</summary>
public sealed class DossierFaultTests
{
    private const string Empty = """{"about": {"title": "t"}, "sources": [], "documents": [], "events": [], "claims": []}""";

    private readonly DossierFile file = new();

    public static TheoryData<string, string> Spoilt => new()
    {
        { "", "not JSON" },
        { "This is an article.", "not JSON" },
        { Empty + "{}", "not JSON" },
        { "[]", "the file: is not an object." },
        { "null", "the file: is not an object." },
        { Empty.Replace("\"events\": [],", ""), "the file: needs the list “events”." },
        { Empty.Replace("\"events\": []", "\"events\": {}"), "the file: “events” is not a list." },
        { Empty.Replace("\"events\": []", "\"events\": [7]"), "events[0]: is not an object." },
        { Empty.Replace("\"title\": \"t\"", "\"title\": \"t\", \"title\": \"u\""), "not JSON" },
        { Empty.Replace("\"t\"", "\"\\ud800\""), "not JSON" },
        { Empty.Replace("\"t\"", "7"), "about: “title” is not a text." },
        { Empty.Replace("\"title\": \"t\"", "\"title\": \"t\", \"covers\": \"lately\""), "about: “covers” is not an EDTF date: “lately”." },
        { Empty.Replace("\"claims\"", "\"klaims\""), "the file: has a field “klaims” that a dossier does not know." },
        { new string('[', 100_000), "not JSON" },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void A_file_that_is_no_dossier_is_refused(string text, string fault)
    {
        var (dossier, faults) = DossierReader.Read(Encoding.UTF8.GetBytes(text), new HashSet<string>());
        Assert.Null(dossier);
        Assert.Contains(faults, said => said.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault_and_an_empty_dossier_neither() =>
        Assert.Empty(DossierReader.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Empty)], new HashSet<string>()).Faults);

    [Fact]
    public void Bytes_that_are_no_text_and_files_too_large_are_refused()
    {
        Assert.Equal("The file is not UTF-8 text.", Assert.Single(DossierReader.Read([0x7B, 0xFF, 0x7D], new HashSet<string>()).Faults));
        Assert.Equal("The file has more than 5 MB.", Assert.Single(DossierReader.Read(new byte[DossierReader.MaxBytes + 1], new HashSet<string>()).Faults));
    }

    [Fact]
    public async Task Every_fault_of_a_file_is_named_and_nothing_of_it_is_stored()
    {
        var expected = Spoil();
        await using var app = await TrackerApp.StartAsync(TrackerApp.SeedOnly);
        await using var db = await app.OpenAsync();
        var before = (await db.Revisions.CountAsync(), await db.ImportedItems.CountAsync());
        var report = await file.ImportAsync(app);
        Assert.Equal(expected.Order(), report.Faults.Order());
        Assert.Equal(before, (await db.Revisions.CountAsync(), await db.ImportedItems.CountAsync()));
    }

    [Fact]
    public async Task A_spoilt_dossier_among_the_seeds_is_said_at_the_desk_and_the_rest_stands()
    {
        var seeds = Directory.CreateTempSubdirectory("seeds-");
        foreach (var seed in Directory.GetFiles(TrackerApp.SeedOnly))
        {
            File.Copy(seed, Path.Combine(seeds.FullName, Path.GetFileName(seed)));
        }

        await File.WriteAllTextAsync(Path.Combine(seeds.FullName, "dossier.json"), "{");
        await using var app = await TrackerApp.StartAsync(seeds.FullName);
        var desk = await (await app.SignedInAsync()).PageAsync(Links.Desk);
        Assert.Contains("dossier.json was refused: The file is not JSON", desk.QuerySelector(".notice.fault")!.Words());
        await using var db = await app.OpenAsync();
        Assert.Equal((36, 15), (await db.Claims.CountAsync(), await db.Events.CountAsync()));
        seeds.Delete(recursive: true);
    }

    [Fact]
    public async Task The_command_imports_and_says_what_it_did()
    {
        var folder = Directory.CreateTempSubdirectory("tracker-");
        var path = Path.Combine(folder.FullName, "edition.json");
        await File.WriteAllBytesAsync(path, file.Bytes);
        var first = await RunAsync(folder.FullName, "import", path);
        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Equal($"edition.json: {file.Claims.Count + file.Events.Count + file.Documents.Count + file.Sources.Count} added, 0 updated, 0 unchanged, 0 left because touched, 0 gone from the file.", first.Output);
        file.Claims.RemoveAt(file.Claims.Count - 1);
        await File.WriteAllBytesAsync(path, file.Bytes);
        var second = await RunAsync(folder.FullName, "import", path);
        Assert.Contains("1 gone from the file.\nGone from the file, still in the store: claim ", second.Output);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_command_refuses_with_every_fault_on_standard_error()
    {
        var folder = Directory.CreateTempSubdirectory("tracker-");
        var expected = Spoil();
        var path = Path.Combine(folder.FullName, "edition.json");
        await File.WriteAllBytesAsync(path, file.Bytes);
        var (code, output, error) = await RunAsync(folder.FullName, "import", path);
        Assert.Equal((2, ""), (code, output));
        Assert.Equal([$"{path} was refused whole; nothing was stored.", .. expected.Order()], error.Split('\n').Take(1).Concat(error.Split('\n').Skip(1).Order()));
        Assert.Equal(2, (await RunAsync(folder.FullName, "import", Path.Combine(folder.FullName, "none.json"))).Code);
        Assert.Equal(2, (await RunAsync(folder.FullName, "import", folder.FullName)).Code);
        Assert.Equal((2, "", "Which file? Usage: import FILE"), await RunAsync(folder.FullName, "import"));
        folder.Delete(recursive: true);
    }

    /// <summary>Spoils the dossier in every way a record can be, and says what must be said of it.</summary>
    private List<string> Spoil()
    {
        file.Json["about"]!["compiled"] = "2026-11";
        file.Sources.Add(JsonNode.Parse("""{"id": "openai", "name": "Another", "kind": "company", "url": null}"""));
        file.Sources.Add(JsonNode.Parse("""{"id": "reuters-again", "name": "  REUTERS ", "kind": "Publication", "url": "ftp://reuters.com"}"""));
        file.Sources.Add(JsonNode.Parse("""{"id": "Some Insiders", "name": "Some insiders", "kind": "unnamed"}"""));
        file.Document("zdnet-2023")["source"] = "no-such-source";
        file.Document("national-2023")["url"] = file.Document("rappler-2023")["url"]!.GetValue<string>() + "?utm_medium=x";
        file.Document("iphoneca-2023")["url"] = "javascript:alert(1)";
        file.Document("center-lp-2019")["tier"] = "best";
        file.Document("center-lp-2019")["accessed"] = "yesterday";
        file.Document("openai-lp-post").AsObject().Remove("url");
        file.Event("extend-2023")["date"] = "23 January";
        file.Event("mou-2025")["end"] = "2025-09-10";
        file.Event("new-bing-2023")["title"] = new string('x', 91);
        file.Event("maia-2023")["citations"]!.AsArray().Clear();
        file.Event("llama2-azure-2023")["themes"]!.AsArray().Add("no-such-theme");
        file.Claim("ip-2032")["stance"] = "hostile";
        file.Claim("ip-chips")["stance"] = "1";
        file.Claim("ip-no-hardware")["made_on"] = "2025-13";
        file.Claim("stake-27-2025")["statement"] = "Two\nlines";
        file.Claim("commit-13bn").AsObject().Remove("statement");
        file.Claim("invest-1bn")["citations"]![0]!["document"] = "no-such-document";
        file.Claim("invest-1bn")["citations"]![1]!["attributed_to"] = "nobody";
        file.Claim("azure-250bn")["citations"]![0]!["support"] = " ";
        file.Claim("rpo-45")["contradict"] = new JsonArray();
        file.Claim("bromance")["contradicts"]!.AsArray().Add("no-such-claim");
        file.Claim("bryant-prices")["supersedes"]!.AsArray().Add("bryant-prices");
        file.Claim("cloud-exclusive-2019")["supersedes"]!.AsArray().Add("cloud-exclusive-2023");
        file.Claim("productive-2025")["events"] = new JsonArray("no-such-event");
        return
        [
            "about: “compiled” is not a day such as 2026-11-22: “2026-11”.",
            "source openai: this id stands 2 times.",
            "source reuters-again: has the name of reuters.",
            "source reuters-again: “url” is not the address of a page: “ftp://reuters.com”.",
            "source Some Insiders: an id is made of a–z, 0–9 and hyphens.",
            "source Some Insiders: “kind” is “unnamed”, not one of publication, company, person, regulator, court, dataset.",
            "document zdnet-2023: there is no source “no-such-source”.",
            $"document {Later("national-2023", "rappler-2023")}: has the address of {Earlier("national-2023", "rappler-2023")}.",
            "document iphoneca-2023: “url” is not the address of a page: “javascript:alert(1)”.",
            "document center-lp-2019: “tier” is “best”, not one of primary, top, wire, trade.",
            "document center-lp-2019: “accessed” is not a day such as 2026-11-22: “yesterday”.",
            "document openai-lp-post: needs “url”: a cited document is opened by its address.",
            "event extend-2023: “date” is not an EDTF date: “23 January”.",
            "event mou-2025: ends (2025-09-10) before it begins (2025-09-11).",
            "event new-bing-2023: “title” has 91 characters, at most 90 are taken.",
            "event maia-2023: cites no document.",
            "event llama2-azure-2023: there is no theme “no-such-theme”.",
            "claim ip-2032: “stance” is “hostile”, not one of neutral, competing, complementary.",
            "claim ip-chips: “stance” is “1”, not one of neutral, competing, complementary.",
            "claim ip-no-hardware: “made_on” is not an EDTF date: “2025-13”.",
            "claim stake-27-2025: “statement” is not one line, or has control characters.",
            "claim commit-13bn: needs “statement”.",
            "claim invest-1bn: there is no document “no-such-document”.",
            "claim invest-1bn: there is no source “nobody”.",
            "claim azure-250bn, citation 1: “support” is empty.",
            "claim rpo-45: has a field “contradict” that a dossier does not know.",
            "claim bromance: contradicts “no-such-claim”, which is no claim of the file.",
            "claim bryant-prices: supersedes itself.",
            "claim cloud-exclusive-2019: supersedes itself by way of others.",
            "claim cloud-exclusive-2023: supersedes itself by way of others.",
            "claim productive-2025: speaks of “no-such-event”, which is no event of the file.",
        ];

        string Earlier(string a, string b) => file.Documents.Select(DossierFile.Id).First(id => id == a || id == b);
        string Later(string a, string b) => file.Documents.Select(DossierFile.Id).Last(id => id == a || id == b);
    }

    /// <summary>The program itself, with a store of its own and no seeds but the themes.</summary>
    private static async Task<(int Code, string Output, string Error)> RunAsync(string folder, params string[] arguments)
    {
        var seeds = Directory.CreateDirectory(Path.Combine(folder, "seeds")).FullName;
        File.Copy(Path.Combine(TrackerApp.Seeds, "themes.json"), Path.Combine(seeds, "themes.json"), overwrite: true);
        var start = new ProcessStartInfo("dotnet", [typeof(TrackerSetup).Assembly.Location, $"--contentRoot={folder}", "--Logging:LogLevel:Default=None", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).Trim().ReplaceLineEndings("\n"), (await error).Trim().ReplaceLineEndings("\n"));
    }
}
