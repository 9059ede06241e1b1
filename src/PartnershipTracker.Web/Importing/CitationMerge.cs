using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Importing;

/// <summary>
/// Makes cited evidence of citations. A record's cited evidence is one field, taken or left whole; what it quotes is none
/// of the dossier's business and stays.
/// </summary>
internal sealed class CitationMerge(
    WriteScope scope, IReadOnlyDictionary<string, Source> sources, IReadOnlyDictionary<string, Document> documents)
{
    private readonly List<Document> moved = [];

    public ImportField Field(IReadOnlyList<DossierCitation> file, List<Evidence> evidence, Guid? claimId, Guid? eventId)
    {
        var stored = evidence.Where(e => e.Kind == EvidenceKind.Cited).OrderBy(e => e.Position).ToList();
        return new ImportField(
            "citations",
            string.Join('\n', file.Select(c => $"{documents[c.Document].Id} {(c.AttributedTo is { } source ? sources[source].Id : null)} {c.Support}")),
            string.Join('\n', stored.Select(e => $"{e.DocumentId} {string.Join('>', e.Chain.OrderBy(l => l.Position).Select(l => l.SourceId))} {e.Note}")),
            () =>
            {
                scope.Db.ChainLinks.RemoveRange(stored.SelectMany(e => e.Chain));
                scope.Db.Evidence.RemoveRange(stored);
                scope.Db.Evidence.AddRange(file.Select((citation, n) => Make(citation, n, claimId, eventId)));
            });
    }

    /// <summary>A document gets another publisher than the one its evidence has as origin.</summary>
    public void Moved(Document document)
    {
        if (document.PublisherId is not null)
        {
            moved.Add(document);
        }
    }

    /// <summary>After saving: the origin of evidence without a chain is its document's publisher.</summary>
    public async Task MoveOriginsAsync()
    {
        foreach (var document in moved)
        {
            await scope.Db.Evidence.Where(e => e.DocumentId == document.Id && e.Chain.Count == 0)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.Origin, $"source:{document.PublisherId}"), scope.Stop);
        }
    }

    private Evidence Make(DossierCitation citation, int position, Guid? claimId, Guid? eventId)
    {
        var (id, document) = (Guid.CreateVersion7(), documents[citation.Document]);
        var sayer = citation.AttributedTo is { } source ? sources[source] : null;
        return new Evidence
        {
            Id = id,
            ClaimId = claimId,
            EventId = eventId,
            DocumentId = document.Id,
            Position = position,
            Kind = EvidenceKind.Cited,
            Note = citation.Support,
            Origin = $"source:{sayer?.Id ?? document.PublisherId}",
            Chain = sayer is null ? [] : [new ChainLink { EvidenceId = id, Position = 0, SourceId = sayer.Id, Words = sayer.Name }],
        };
    }
}
