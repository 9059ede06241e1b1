using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Web;

/// <summary>
/// <c>read FILE [--published EDTF] [--json]</c>: prints what the engine reads in a file. Touches no store; with <c>--json</c>
/// standard output holds JSON only.
/// </summary>
public static class ReadCommand
{
    public const string Name = "read";

    public const string Usage = "read FILE [--published EDTF] [--json]";

    private const int Unreadable = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <param name="args">The whole command line, <c>read</c> included.</param>
    /// <param name="services">Where the settings are.</param>
    /// <returns>The exit code: 0, or 2 with one line on standard error.</returns>
    public static async Task<int> RunAsync(string[] args, IServiceProvider services)
    {
        var mine = args[(Array.IndexOf(args, Name) + 1)..];
        var published = After(mine, "--published");
        var file = mine.Where((arg, n) => !arg.StartsWith("--", StringComparison.Ordinal) && (n == 0 || mine[n - 1] != "--published")).FirstOrDefault();
        if (file is null)
        {
            return await FailAsync($"Which file? Usage: {Usage}");
        }

        if (mine.FirstOrDefault(arg => arg.StartsWith("--", StringComparison.Ordinal) && !IsKnown(arg)) is { } unknown)
        {
            return await FailAsync($"“{unknown}” means nothing here. Usage: {Usage}");
        }

        if (mine.Contains("--published") && published is null)
        {
            return await FailAsync($"Published when? Usage: {Usage}");
        }

        if (Directory.Exists(file))
        {
            return await FailAsync($"{file} is a folder. Which file in it?");
        }

        if (published is not null && !EdtfDate.TryParse(published, out _))
        {
            return await FailAsync($"“{published}” is not an EDTF date such as 2023-06~ or 2023-06-14.");
        }

        try
        {
            var result = ArticleReader.Read(await File.ReadAllBytesAsync(file), new ReadHints { FileName = Path.GetFileName(file) });
            if (result is not ReadResult.Read { Article: var article })
            {
                return await FailAsync($"{file}: {((ReadResult.Refused)result).Why}");
            }

            var date = published is null ? article.Fields.Published : EdtfDate.Parse(published);
            var suggestions = Proposer.Propose(article, date, await ThemesAsync(services), services.GetRequiredService<Vocabulary>());
            if (mine.Contains("--json"))
            {
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(AsJson(article, date, suggestions), Json));
            }
            else
            {
                Print(article, date, suggestions);
            }

            return 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return await FailAsync($"{file}: {problem.Message}");
        }
    }

    private static string? After(string[] args, string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>This command's own options, and settings of the app such as <c>--Tracker:SeedsFolder=…</c>.</summary>
    private static bool IsKnown(string arg) =>
        arg is "--published" or "--json" || arg.Contains(':', StringComparison.Ordinal) || arg.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase) || arg.StartsWith("--environment", StringComparison.OrdinalIgnoreCase);

    private static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return Unreadable;
    }

    private static async Task<IReadOnlyList<Theme>> ThemesAsync(IServiceProvider services)
    {
        var folder = Path.Combine(services.GetRequiredService<IHostEnvironment>().ContentRootPath, services.GetRequiredService<IOptions<TrackerOptions>>().Value.SeedsFolder);
        await using var themes = File.OpenRead(Path.Combine(folder, "themes.json"));
        var seeds = await JsonSerializer.DeserializeAsync<List<Storage.Seeding.SeedTheme>>(themes, JsonSerializerOptions.Web) ?? [];
        return [.. seeds.Select((seed, n) => new Theme { Id = Guid.Empty, Slug = seed.Slug, Label = seed.Label, Definition = seed.Definition, Cues = [.. seed.Cues], Position = n })];
    }

    private static object AsJson(Article article, EdtfDate? published, IReadOnlyList<Suggestion> suggestions) => new
    {
        document = new { title = article.Fields.Title, published = published?.Value, language = article.Fields.Language, sha256 = article.BytesSha256, text = article.Text },
        sentences = article.Sentences.SelectMany(sentence => sentence.Places).OrderBy(place => place.Start).Select(place => new { start = place.Start, length = place.Length }),
        dates = Dates.Of(article, published).Select(date => new
        {
            text = date.Words,
            start = date.Span.Start,
            length = date.Span.Length,
            edtf = date.Edtf?.Value,
            timex = date.Timex,
            rule = date.Rule,
        }),
        claims = Of(suggestions, SuggestionKind.Claim).Select(claim => new
        {
            quote = claim.Span.In(article.Text),
            start = claim.Span.Start,
            length = claim.Span.Length,
            part = claim.Part,
            stance = claim.Stance.ToString().ToLowerInvariant(),
            themes = claim.Themes,
            attribution = claim.Chain.Select(link => link.Canonical),
            voice = claim.Voice.ToString().ToLowerInvariant(),
            checkworthy = claim.CheckWorthy,
            confidence = claim.Confidence,
            amounts = claim.Amounts.Select(amount => new { text = amount.Words, start = amount.Span.Start, length = amount.Span.Length, value = amount.Value, unit = amount.Unit, bound = amount.Bound, asOf = amount.AsOf }),
            why = claim.Reasons.Select(reason => $"{reason.About}: {reason.Rule}{(reason.Words.Length > 0 ? $" “{reason.Words}”" : "")}"),
        }),
        events = Of(suggestions, SuggestionKind.Event).Select(happening => new
        {
            quote = happening.Span.In(article.Text),
            start = happening.Span.Start,
            length = happening.Span.Length,
            title = happening.Words,
            date = happening.Date?.Edtf?.Value,
        }),
        sources = Of(suggestions, SuggestionKind.Source).Select(source => source.Chain[0].Canonical),
    };

    private static void Print(Article article, EdtfDate? published, IReadOnlyList<Suggestion> suggestions)
    {
        Console.WriteLine($"{article.Fields.Title ?? "No title"} · published {published?.InWords ?? "at an unknown date"} · {article.Sentences.Count} sentences · SHA-256 {article.BytesSha256}");
        foreach (var claim in Of(suggestions, SuggestionKind.Claim))
        {
            Console.WriteLine($"\n{claim.Stance} ({claim.Confidence:0.00}) · {claim.Voice}{(claim.CheckWorthy ? " · can be checked" : "")}{(claim.Part > 1 ? " · other half" : "")} · {string.Join(", ", claim.Themes)}{(claim.Chain.Count > 0 ? " · " : "")}{string.Join(" → ", claim.Chain.Select(link => link.Canonical))}");
            Console.WriteLine($"  {claim.Span} {claim.Span.In(article.Text)}");
            Console.WriteLine($"  {string.Join("; ", claim.Reasons.Select(reason => $"{reason.About} by {reason.Rule}{(reason.Words.Length > 0 ? $" “{reason.Words}”" : "")}"))}");
        }

        foreach (var happening in Of(suggestions, SuggestionKind.Event))
        {
            Console.WriteLine($"\nEvent · {happening.Date?.Edtf?.InWords ?? "undated"} · {happening.Words}\n  {happening.Span}");
        }

        Console.WriteLine($"\nSources: {string.Join(", ", Of(suggestions, SuggestionKind.Source).Select(source => source.Chain[0].Canonical))}");
    }

    private static IEnumerable<Suggestion> Of(IReadOnlyList<Suggestion> suggestions, SuggestionKind kind) => suggestions.Where(suggestion => suggestion.Kind == kind);
}
