using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>What is known about a document besides its text.</summary>
public sealed record DocumentFields
{
    public required string Title { get; init; }
    public string? Publisher { get; init; }
    public string? Address { get; init; }
    public EdtfDate? Published { get; init; }
    public string? PublishedBasis { get; init; }
    public string? Language { get; init; }
    public DateOnly? Accessed { get; init; }
}

/// <summary>Takes in documents: an article is read, stored with its hashes, and its proposals put on the desk.</summary>
public sealed class Intake(Vocabulary vocabulary)
{
    /// <summary>
    /// The document that holds the same text already. Line ends do not tell two texts apart: a browser rewrites those of a
    /// pasted text, and not those of a file.
    /// </summary>
    public static async Task<Document?> FindAsync(WriteScope scope, Article article)
    {
        var unix = article.Text.Replace("\r\n", "\n", StringComparison.Ordinal);
        List<string> hashes = [article.TextSha256, Snapshots.Sha256Hex(unix), Snapshots.Sha256Hex(unix.Replace("\n", "\r\n", StringComparison.Ordinal))];
        return await scope.Db.Documents.OrderBy(d => d.Id)
            .FirstOrDefaultAsync(d => hashes.Contains(d.Text!.ReadableSha256), scope.Stop);
    }

    /// <summary>Stores an article, or finds the document that already holds the same text.</summary>
    public async Task<Document> AddAsync(WriteScope scope, Article article, DocumentFields fields)
    {
        if (await FindAsync(scope, article) is { } same)
        {
            return same;
        }

        var document = await CitedAsync(scope, fields) ?? await AddAsync(scope, fields);
        document.Text = new DocumentText
        {
            DocumentId = document.Id,
            Bytes = article.Bytes,
            BytesSha256 = article.BytesSha256,
            Readable = article.Text,
            ReadableSha256 = article.TextSha256,
            Reader = ArticleReader.Version,
            Marked = [.. article.Marked],
        };
        scope.Because(document, "Captured");
        await scope.SaveAsync();
        await ClaimDates.SettleUndatedAsync(scope, document);
        var themes = await scope.Db.Themes.AsNoTracking().OrderBy(t => t.Position).ToListAsync(scope.Stop);
        var off = await RuleSwitching.OffAsync(scope);
        var proposals = Proposer.Propose(article, document.Published, themes, vocabulary, off)
            .Select(suggestion => Proposal(document.Id, suggestion, off.Version)).ToList();
        var sharing = await TextIndex.AddAsync(scope, document.Text);
        await new EarlierProposals(scope).LinkAsync(proposals, article.Text, sharing);
        scope.Db.Proposals.AddRange(proposals);
        await scope.SaveAsync();
        return document;
    }

    /// <summary>Stores a document that is only cited: address and bibliographic data, no text.</summary>
    public async Task<Document> AddCitedAsync(WriteScope scope, DocumentFields fields)
    {
        var document = await AddAsync(scope, fields);
        scope.Because(document, "Cited");
        await scope.SaveAsync();
        return document;
    }

    /// <summary>
    /// The document of this address that was only cited until now: the text completes it. What was entered with it stays.
    /// </summary>
    private static async Task<Document?> CitedAsync(WriteScope scope, DocumentFields fields)
    {
        var cited = fields.Address is null ? null : await scope.Db.Documents.OrderBy(d => d.Id)
            .FirstOrDefaultAsync(d => d.Address == fields.Address && d.Text == null, scope.Stop);
        if (cited is not null)
        {
            var publisher = await PublisherAsync(scope, fields);
            cited.PublisherId ??= publisher?.Id;
            cited.Published ??= fields.Published;
            cited.Language ??= fields.Language;
            scope.Because(cited, "Captured");
        }

        return cited;
    }

    private static async Task<Source?> PublisherAsync(WriteScope scope, DocumentFields fields) => string.IsNullOrWhiteSpace(fields.Publisher)
        ? null
        : await SourceRegister.ResolveAsync(scope, fields.Publisher, SourceKind.Publication, "publisher of a document");

    private static async Task<Document> AddAsync(WriteScope scope, DocumentFields fields)
    {
        var publisher = await PublisherAsync(scope, fields);
        var document = new Document
        {
            Id = Guid.CreateVersion7(),
            Slug = await Slugs.FreeAsync(fields.Title, scope.Db.Documents.Select(d => d.Slug), scope.Stop),
            Title = fields.Title.Trim(),
            PublisherId = publisher?.Id,
            Address = fields.Address,
            Published = fields.Published,
            PublishedBasis = fields.PublishedBasis,
            Language = fields.Language,
            Accessed = fields.Accessed,
            RecordedAt = scope.Now,
        };
        scope.Db.Documents.Add(document);
        return document;
    }

    private static Proposal Proposal(Guid documentId, Suggestion suggestion, string ruleSet) => new()
    {
        Id = Guid.CreateVersion7(),
        DocumentId = documentId,
        Kind = suggestion.Kind,
        Start = suggestion.Span.Start,
        End = suggestion.Span.End,
        Suggestion = suggestion,
        RuleSet = ruleSet,
        State = ProposalState.Pending,
    };
}
