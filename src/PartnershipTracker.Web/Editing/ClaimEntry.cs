using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>The fields of the desk's claim form, as typed.</summary>
public sealed class ClaimForm
{
    /// <summary>Slug of a known document; empty to enter a new one.</summary>
    public string? Document { get; set; }
    public string? Title { get; set; }
    public string? Publisher { get; set; }
    public string? Address { get; set; }
    public string? Published { get; set; }
    public string? Text { get; set; }

    /// <summary>The text as a file, instead of <see cref="Text"/>.</summary>
    public IFormFile? File { get; set; }

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
    public const int MaxField = 500;

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
        var before = faults.Count;
        if (string.IsNullOrWhiteSpace(form.Title))
        {
            faults.Add(new Fault("title", "Choose a document, or give the title of a new one."));
        }

        TooLong(faults, "title", form.Title);
        TooLong(faults, "publisher", form.Publisher);
        var published = Date(faults, "published", form.Published);
        var address = Address(faults, form.Address);
        var article = await ArticleAsync(form, faults, stop);
        if (article is null && address is null && faults.Count == before)
        {
            faults.Add(new Fault("address", "A document without text needs its public address, so that readers can check it."));
        }

        return faults.Count > before ? null : new Basis(null, article?.Text, article, new DocumentFields
        {
            Title = form.Title!,
            Publisher = form.Publisher,
            Address = address,
            Published = published,
        });
    }

    private static async Task<Article?> ArticleAsync(ClaimForm form, List<Fault> faults, CancellationToken stop)
    {
        var result = form switch
        {
            { File: { } file } => ArticleReader.Read(await BytesAsync(file, stop)),
            { Text: { Length: > 0 } text } => ArticleReader.Read(text),
            _ => null,
        };
        if (result is ReadResult.Refused { Why: var why })
        {
            faults.Add(new Fault("text", why));
        }

        return (result as ReadResult.Read)?.Article;
    }

    /// <summary>One byte more than the reader takes is enough for it to say so.</summary>
    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken stop)
    {
        var bytes = new byte[Math.Min(file.Length, ArticleReader.MaxBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, stop);
        return bytes;
    }

    private static ClaimDraft Draft(ClaimForm form, List<Fault> faults) => new()
    {
        Statement = form.Statement?.Trim() ?? "",
        Stance = Choice<Stance>(faults, "stance", form.Stance, "Choose competing, complementary or neutral."),
        Voice = Choice<Voice>(faults, "voice", form.Voice, "Choose a voice, or “not given”."),
        Themes = form.Themes ?? [],
        Happened = Date(faults, "happened", form.Happened),
        Said = Date(faults, "said", form.Said),
        Note = string.IsNullOrWhiteSpace(form.Note) ? null : form.Note,
        Evidence = [],
    };

    /// <summary>Stands where the evidence itself has a fault already, so that the other fields are still checked.</summary>
    private static EvidenceDraft Placeholder => new(Guid.Empty, new TextSpan(0, 1), null, []);

    private static EvidenceDraft Evidence(ClaimForm form, Basis basis, List<Fault> faults)
    {
        var chain = Lines(form.Chain).Select(name => new ChainDraft(name, SourceKind.Publication, name)).ToList();
        if (chain.FirstOrDefault(link => link.Name.Length > MaxField) is not null)
        {
            faults.Add(new Fault("chain", $"A name has at most {MaxField} characters."));
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

    private static EdtfDate? Date(List<Fault> faults, string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (EdtfDate.TryParse(value.Trim(), out var date))
        {
            return date;
        }

        faults.Add(new Fault(field, "Not a date we can read. Examples: 2023, 2023-03, 2023-03-14, 2023-06~ (about June 2023)."));
        return null;
    }

    private static string? Address(List<Fault> faults, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (value.Length <= 2000 && Uri.TryCreate(value.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address.AbsoluteUri;
        }

        faults.Add(new Fault("address", "An address starts with https:// or http:// and names a page."));
        return null;
    }

    private static void TooLong(List<Fault> faults, string field, string? value)
    {
        if (value?.Length > MaxField)
        {
            faults.Add(new Fault(field, $"At most {MaxField} characters."));
        }
    }
}
