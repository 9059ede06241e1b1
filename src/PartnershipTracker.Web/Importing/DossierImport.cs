using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Proposing;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Importing;

/// <summary>
/// Imports the curated dossier, whole and in one write. Imported again, it adds what is new, updates what nobody touched
/// since, and leaves and names the rest.
/// </summary>
public sealed class DossierImport(Writer writer, Vocabulary vocabulary, IDbContextFactory<TrackerDb> databases)
{
    public const string By = "dossier";

    /// <summary>There is one dossier; another edition of its file is a re-import.</summary>
    public const string Batch = "dossier";

    public const string AboutId = "about";

    private const string FilePrefix = "file:";

    public async Task<ImportReport> ImportAsync(byte[] bytes, CancellationToken stop)
    {
        var (dossier, faults) = DossierReader.Read(bytes, await ThemesAsync(stop));
        return dossier is null
            ? ImportReport.Refused(faults)
            : await writer.WriteAsync(By, async scope =>
            {
                var merge = await DossierMerge.OfAsync(scope, vocabulary, dossier);
                var report = await merge.RunAsync();
                await RememberAsync(scope, bytes);
                return report;
            }, stop);
    }

    /// <summary>
    /// Whether this very file was imported before. A start passes it over then: what was imported since, from a newer
    /// file, must not be turned back by the one among the seeds.
    /// </summary>
    public async Task<bool> IsKnownAsync(byte[] bytes, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var id = FileId(bytes);
        return await db.ImportedItems.AnyAsync(i => i.Batch == Batch && i.ItemId == id, stop);
    }

    private static async Task RememberAsync(WriteScope scope, byte[] bytes)
    {
        var id = FileId(bytes);
        if (!await scope.Db.ImportedItems.AnyAsync(i => i.Batch == Batch && i.ItemId == id, scope.Stop))
        {
            scope.Db.ImportedItems.Add(new ImportedItem { Batch = Batch, ItemId = id });
        }
    }

    private static string FileId(byte[] bytes) => FilePrefix + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private async Task<HashSet<string>> ThemesAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return [.. await db.Themes.Select(t => t.Slug).ToListAsync(stop)];
    }
}
