using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;
using PartnershipTracker.Web.Editing;
using PartnershipTracker.Web.Importing;

namespace PartnershipTracker.Web.Storage;

/// <summary>
/// Fills an empty store, and adds what is new, at every start: themes, parties, the curated dossier, and each seed article
/// with its recorded review decisions, through the same intake and review that an editor uses. What it finds wrong it says
/// and leaves.
/// </summary>
public sealed class Seeding(
    Writer writer, Intake intake, Review review, DossierImport dossiers, Vocabulary vocabulary, SeedReport report,
    IDbContextFactory<TrackerDb> databases, IOptions<TrackerOptions> options, IHostEnvironment host)
{
    public const string By = "seed";

    private const int FaultsShown = 10;

    public async Task RunAsync(CancellationToken stop)
    {
        var folder = Path.Combine(host.ContentRootPath, options.Value.SeedsFolder);
        await SeedThemesAsync(Path.Combine(folder, "themes.json"), stop);
        await SeedPartiesAsync(stop);

        // Before the articles: their decisions name the dossier's events that are the same happenings as theirs.
        await SeedDossierAsync(Path.Combine(folder, "dossier.json"), stop);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.review.json").Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            report.Add($"No seed article: {folder} holds no file ending in .review.json.");
        }

        foreach (var file in files)
        {
            await SeedArticleAsync(file, stop);
        }
    }

    private async Task SeedThemesAsync(string file, CancellationToken stop)
    {
        if (await ReadAsync<List<SeedTheme>>(file, stop) is not { } themes)
        {
            return;
        }

        await writer.WriteAsync(By, async scope =>
        {
            var known = await scope.Db.Themes.Select(t => t.Slug).ToListAsync(scope.Stop);
            var position = known.Count;
            foreach (var seed in themes.Where(t => !known.Contains(t.Slug)))
            {
                var theme = new Theme
                {
                    Id = Guid.CreateVersion7(),
                    Slug = seed.Slug,
                    Label = seed.Label,
                    Definition = seed.Definition,
                    Cues = [.. seed.Cues],
                    Position = position++,
                };
                scope.Db.Themes.Add(theme);
                scope.Because(theme, "First list of themes");
            }

            return known.Count;
        }, stop);
    }

    private Task<int> SeedPartiesAsync(CancellationToken stop) =>
        writer.WriteAsync(By, async scope =>
        {
            var known = await scope.Db.Parties.Select(p => p.Slug).ToListAsync(scope.Stop);
            scope.Db.Parties.AddRange(vocabulary.Parties
                .Where(p => !known.Contains(p.Slug))
                .Select(p => new Party { Id = Guid.CreateVersion7(), Slug = p.Slug, Name = p.Name }));
            return known.Count;
        }, stop);

    private async Task SeedDossierAsync(string file, CancellationToken stop)
    {
        if (!File.Exists(file))
        {
            return;
        }

        try
        {
            var bytes = await DossierReader.BytesAsync(file, stop);
            if (await dossiers.IsKnownAsync(bytes, stop))
            {
                return;
            }

            var done = await dossiers.ImportAsync(bytes, stop);
            done.Faults.Take(FaultsShown).ToList().ForEach(fault => report.Add($"dossier.json was refused: {fault}"));
            if (done.Faults.Count > FaultsShown)
            {
                report.Add($"dossier.json has {done.Faults.Count - FaultsShown} more faults; the command “{ImportCommand.Name}” lists them all.");
            }

            if (done.Left.Count + done.Gone.Count > 0)
            {
                report.Add($"dossier.json: {done.Summary} The command “{ImportCommand.Name}” lists which.");
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            report.Add($"Seed file {file} cannot be read: {problem.Message}");
        }
    }

    private async Task SeedArticleAsync(string reviewFile, CancellationToken stop)
    {
        if (await ReadAsync<SeedReview>(reviewFile, stop) is not { } seed)
        {
            return;
        }

        var name = Path.GetFileName(reviewFile);
        if (await CapturedAsync(reviewFile, seed, stop) is not { } bytes)
        {
            return;
        }

        if (ArticleReader.Read(bytes) is not ReadResult.Read { Article: var article })
        {
            report.Add($"{name}: its article cannot be read as text.");
            return;
        }

        var faults = seed.Faults(article, await ThemeSlugsAsync(stop));
        if (faults.Count > 0)
        {
            faults.ForEach(fault => report.Add($"{name}: {fault}"));
            return;
        }

        await writer.WriteAsync(By, scope => new SeedReplay(scope, intake, review, seed, article).RunAsync(), stop);
    }

    private async Task<HashSet<string>> ThemeSlugsAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return [.. await db.Themes.Select(t => t.Slug).ToListAsync(stop)];
    }

    private async Task<byte[]?> CapturedAsync(string reviewFile, SeedReview seed, CancellationToken stop)
    {
        var article = reviewFile[..^".review.json".Length] + ".txt";
        if (!File.Exists(article))
        {
            report.Add($"Seed article missing: {article}. Nothing was imported.");
            return null;
        }

        var bytes = await File.ReadAllBytesAsync(article, stop);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (sha256 != seed.Document.Sha256)
        {
            report.Add($"Seed article altered: {article} has SHA-256 {sha256}, its review decisions are for {seed.Document.Sha256}. Nothing was imported.");
            return null;
        }

        return bytes;
    }

    private async Task<T?> ReadAsync<T>(string file, CancellationToken stop)
        where T : class
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync<T>(stream, SeedReview.Json, stop);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            report.Add($"Seed file {file} cannot be read: {problem.Message}");
            return null;
        }
    }

    internal sealed record SeedTheme(string Slug, string Label, string Definition, IReadOnlyList<string> Cues);
}

/// <summary>What seeding found wrong at this start; shown on the console and at the desk.</summary>
public sealed class SeedReport(ILogger<SeedReport> log)
{
    private readonly List<string> messages = [];

    public IReadOnlyList<string> Messages => messages;

    public void Add(string message)
    {
        messages.Add(message);
        log.LogError("Seeding: {Message}", message);
    }
}
