using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>Takes in an article from the desk's import form.</summary>
public sealed class ArticleImport(Writer writer, Intake intake)
{
    /// <returns>The document, new or the one that holds the same text already; or what is wrong, and then nothing was stored.</returns>
    public async Task<Outcome<Imported>> AddAsync(string by, DocumentForm form, CancellationToken stop)
    {
        var faults = new List<Fault>();
        var read = await NewDocument.ReadAsync(form, faults, stop);
        if (form.File is null && string.IsNullOrWhiteSpace(form.Text))
        {
            faults.Insert(0, new Fault("text", "Paste the text of an article, or choose a file."));
        }

        if (faults.Count > 0 || read?.Article is not { } article)
        {
            return faults;
        }

        return await writer.WriteAsync<Outcome<Imported>>(by, async scope =>
            await Intake.FindAsync(scope, article) is { } known
                ? new Imported(known, IsNew: false)
                : new Imported(await intake.AddAsync(scope, article, read.Fields), IsNew: true), stop);
    }
}

public sealed record Imported(Document Document, bool IsNew);
