using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>The fields of the desk's claim form, as typed.</summary>
public sealed class ClaimForm : DocumentForm
{
    /// <summary>Slug of a known document; empty to enter a new one.</summary>
    public string? Document { get; set; }

    public string? Quote { get; set; }
    public string? CitedNote { get; set; }
    public string? Statement { get; set; }
    public string? Stance { get; set; }
    public string? Voice { get; set; }
    public string[]? Themes { get; set; }

    /// <summary>Who says it, outermost first, one name a line.</summary>
    public string? Chain { get; set; }
    public string? Happened { get; set; }
    public string? Said { get; set; }
    public string? Note { get; set; }
}

/// <summary>Adds a claim from the desk's form: finds the quote, enters a new document where needed, publishes.</summary>
public sealed class ClaimEntry(Writer writer, Intake intake, Review review, IDbContextFactory<TrackerDb> databases)
{
    /// <returns>The published claim, or what is wrong, field by field; then nothing was stored.</returns>
    public async Task<Outcome<Claim>> AddAsync(string by, ClaimForm form, CancellationToken stop)
    {
        var faults = new List<Fault>();
        var basis = await BasisAsync(form, faults, stop);
        var draft = Draft(form, faults);
        draft = draft with { Evidence = [basis is null ? Placeholder : Evidence(form, basis, faults)] };
        faults.AddRange(draft.Faults());
        if (faults.Count > 0 || basis is null)
        {
            return faults;
        }

        return await writer.WriteAsync<Outcome<Claim>>(by, async scope =>
        {
            var document = basis switch
            {
                { Known: { } id } => id,
                { Article: { } article } => (await intake.AddAsync(scope, article, basis.Fields!)).Id,
                _ => (await intake.AddCitedAsync(scope, basis.Fields!)).Id,
            };
            var evidence = draft.Evidence.Select(e => e with { DocumentId = document }).ToList();
            return await review.PublishAsync(scope, draft with { Evidence = evidence }, Provenance.Editor);
        }, stop);
    }

    /// <summary>What the claim rests on: a known document, or the fields (and text) of a new one.</summary>
    private sealed record Basis(Guid? Known, string? Text, Article? Article, DocumentFields? Fields);

    private async Task<Basis?> BasisAsync(ClaimForm form, List<Fault> faults, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(form.Document))
        {
            return await NewDocumentAsync(form, faults, stop);
        }

        await using var db = await databases.CreateDbContextAsync(stop);
        var known = await db.Documents.AsNoTracking().Where(d => d.Slug == form.Document)
            .Select(d => new { d.Id, Text = d.Text == null ? null : d.Text.Readable }).SingleOrDefaultAsync(stop);
        if (known is null)
        {
            faults.Add(new Fault("document", "This document is no longer here. Please choose another."));
            return null;
        }

        return new Basis(known.Id, known.Text, null, null);
    }

    private static async Task<Basis?> NewDocumentAsync(ClaimForm form, List<Fault> faults, CancellationToken stop)
    {
        if (await NewDocument.ReadAsync(form, faults, stop) is not { } read)
        {
            return null;
        }

        var before = faults.Count;
        if (read.Fields.Title.Length == 0)
        {
            faults.Add(new Fault("title", "Choose a document, or give the title of a new one."));
        }
        else if (read is { Article: null, Fields.Address: null })
        {
            faults.Add(new Fault("address", "A document without text needs its public address, so that readers can check it."));
        }

        return faults.Count > before ? null : new Basis(null, read.Article?.Text, read.Article, read.Fields);
    }

    private static ClaimDraft Draft(ClaimForm form, List<Fault> faults) => new()
    {
        Statement = form.Statement?.Trim() ?? "",
        Stance = Choice<Stance>(faults, "stance", form.Stance, "Choose competing, complementary or neutral."),
        Voice = Choice<Voice>(faults, "voice", form.Voice, "Choose a voice, or “not given”."),
        Themes = form.Themes ?? [],
        Happened = FormDate.Read(faults, "happened", form.Happened),
        Said = FormDate.Read(faults, "said", form.Said),
        Note = string.IsNullOrWhiteSpace(form.Note) ? null : form.Note,
        Evidence = [],
    };

    /// <summary>Stands where the evidence itself has a fault already, so that the other fields are still checked.</summary>
    private static EvidenceDraft Placeholder => new(Guid.Empty, new TextSpan(0, 1), null, []);

    private static EvidenceDraft Evidence(ClaimForm form, Basis basis, List<Fault> faults)
    {
        var chain = Lines(form.Chain).Select(name => new ChainDraft(name, SourceKind.Publication, name)).ToList();
        if (chain.FirstOrDefault(link => link.Name.Length > NewDocument.MaxField) is not null)
        {
            faults.Add(new Fault("chain", $"A name has at most {NewDocument.MaxField} characters."));
        }

        if (basis.Text is null)
        {
            return new EvidenceDraft(Guid.Empty, null, form.CitedNote?.Trim(), chain);
        }

        if (string.IsNullOrWhiteSpace(form.Quote))
        {
            faults.Add(new Fault("quote", "Give the sentence of the document that this claim rests on."));
            return Placeholder;
        }

        var found = QuoteFinder.Find(basis.Text, form.Quote);
        if (found.Places.Count == 0)
        {
            faults.Add(new Fault("quote", found.Nearest is { } nearest
                ? $"These words are not in the document. The nearest it has: “{nearest.Span.In(basis.Text)}”"
                : "These words are not in the document, nor anything like them."));
            return Placeholder;
        }

        return new EvidenceDraft(Guid.Empty, found.Places[0], null, chain);
    }

    private static IEnumerable<string> Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static T Choice<T>(List<Fault> faults, string field, string? value, string message)
        where T : struct, Enum
    {
        if (value is { Length: > 0 } && char.IsLetter(value[0]) && Enum.TryParse<T>(value, ignoreCase: true, out var chosen))
        {
            return chosen;
        }

        faults.Add(new Fault(field, message));
        return default;
    }
}
