using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>The command <c>read FILE --json</c>, run as a process of its own as a script would run it.</summary>
public sealed class ReadCommandTests : IDisposable
{
    private static readonly string Practice = Path.Combine(AppContext.BaseDirectory, "Practice");
    private readonly string folder = Directory.CreateTempSubdirectory("tracker-read-").FullName;

    public static TheoryData<string> Articles => [.. Directory.GetFiles(Practice).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task What_cannot_be_read_gives_exit_code_2_one_line_on_standard_error_and_nothing_else()
    {
        foreach (var (name, named, bytes) in BadInput.All)
        {
            var file = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(file, bytes());
            var (code, output, error) = await RunAsync(file, "--json");
            Assert.Equal(2, code);
            Assert.Equal("", output);
            Assert.Contains(named, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    [Theory]
    [InlineData("no-such-file.txt", "no-such-file.txt")]
    [InlineData(".", "")]
    [InlineData("--json", "Which file?")]
    public async Task A_wrong_call_gives_exit_code_2_and_one_line(string argument, string named)
    {
        var (code, output, error) = await RunAsync(argument);
        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains(named, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public async Task An_article_is_told_as_JSON_whose_spans_are_its_words(string file)
    {
        var (code, output, error) = await RunAsync(Path.Combine(Practice, file), "--published", "2025-10-29", "--json");
        Assert.Equal(("", 0), (error, code));
        using var json = JsonDocument.Parse(output);
        var told = json.RootElement;
        Assert.Equal("document sentences dates claims events sources", Names(told));
        Assert.Equal("title published language sha256 text", Names(told.GetProperty("document")));
        Assert.Equal("2025-10-29", told.GetProperty("document").GetProperty("published").GetString());
        Assert.Matches("^[0-9a-f]{64}$", told.GetProperty("document").GetProperty("sha256").GetString());
        var text = told.GetProperty("document").GetProperty("text").GetString()!;
        var sentences = Items(told, "sentences", "start length").Select(sentence => Words(sentence, text)).ToList();
        Assert.NotEmpty(sentences);
        foreach (var date in Items(told, "dates", "text start length edtf timex rule"))
        {
            Assert.Equal(date.GetProperty("text").GetString(), Words(date, text));
            Assert.NotEmpty(date.GetProperty("rule").GetString()!);
        }

        var claims = Items(told, "claims", "quote start length part stance themes attribution voice checkworthy confidence amounts why");
        Assert.NotEmpty(claims);
        claims.ForEach(claim => CheckClaim(claim, text, sentences));
        foreach (var happening in Items(told, "events", "quote start length title date"))
        {
            Assert.Equal(happening.GetProperty("quote").GetString(), Words(happening, text));
            Assert.NotEmpty(happening.GetProperty("title").GetString()!);
        }

        Assert.All(told.GetProperty("sources").EnumerateArray(), source => Assert.NotEmpty(source.GetString()!));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void CheckClaim(JsonElement claim, string text, List<string> sentences)
    {
        var quote = claim.GetProperty("quote").GetString()!;
        Assert.Equal(quote, Words(claim, text));
        Assert.Contains(claim.GetProperty("part").GetInt32(), new[] { 1, 2 });
        Assert.Contains(sentences, sentence => claim.GetProperty("part").GetInt32() == 1 ? sentence == quote : sentence.Contains(quote, StringComparison.Ordinal));
        Assert.Contains(claim.GetProperty("stance").GetString(), new[] { "competing", "complementary", "neutral" });
        Assert.Contains(claim.GetProperty("voice").GetString(), new[] { "fact", "reported", "opinion", "forecast", "denial" });
        Assert.Contains(claim.GetProperty("checkworthy").ValueKind, new[] { JsonValueKind.True, JsonValueKind.False });
        Assert.InRange(claim.GetProperty("confidence").GetDouble(), 0, 1);
        Assert.NotEmpty(claim.GetProperty("why").EnumerateArray());
        Assert.All(claim.GetProperty("themes").EnumerateArray().Concat(claim.GetProperty("attribution").EnumerateArray()).Concat(claim.GetProperty("why").EnumerateArray()), item => Assert.NotEmpty(item.GetString()!));
        Assert.All(claim.GetProperty("amounts").EnumerateArray(), amount => Assert.Equal(amount.GetProperty("text").GetString(), Words(amount, text)));
    }

    private static List<JsonElement> Items(JsonElement told, string name, string fields)
    {
        var items = told.GetProperty(name).EnumerateArray().ToList();
        Assert.All(items, item => Assert.Equal(fields, Names(item)));
        return items;
    }

    private static string Names(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(property => property.Name));

    private static string Words(JsonElement item, string text) => text.Substring(item.GetProperty("start").GetInt32(), item.GetProperty("length").GetInt32());

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])[typeof(TrackerSetup).Assembly.Location, $"--contentRoot={AppContext.BaseDirectory}", "read", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
