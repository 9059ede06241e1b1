using System.Globalization;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Web.Editing;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Importing;

/// <summary>Carries a sound dossier into the store: sources, the documents they publish, the events and claims that cite them, and what binds claims.</summary>
internal sealed class DossierMerge
{
    private readonly WriteScope scope;
    private readonly DossierStore store;
    private readonly Dossier dossier;
    private readonly FieldMerge fields;
    private readonly CitationMerge citations;
    private readonly Vocabulary vocabulary;
    private readonly Dictionary<string, Source> sources = [];
    private readonly Dictionary<string, Document> documents = [];
    private readonly Dictionary<string, PartnershipEvent> events = [];
    private readonly Dictionary<string, Claim> claims = [];

    private DossierMerge(WriteScope scope, DossierStore store, Vocabulary vocabulary, Dossier dossier)
    {
        (this.scope, this.store, this.vocabulary, this.dossier) = (scope, store, vocabulary, dossier);
        fields = new FieldMerge(scope);
        citations = new CitationMerge(scope, sources, documents);
    }

    public static async Task<DossierMerge> OfAsync(WriteScope scope, Vocabulary vocabulary, Dossier dossier) =>
        new(scope, await DossierStore.ReadAsync(scope), vocabulary, dossier);

    public async Task<ImportReport> RunAsync()
    {
        About();
        dossier.Sources.ToList().ForEach(MergeSource);
        MergeDocuments();
        dossier.Events.ToList().ForEach(MergeEvent);
        dossier.Claims.ToList().ForEach(MergeClaim);

        // Once every claim has its id: a claim may name one that stands further down.
        new RelationMerge(scope, store, fields, claims, events).Run(dossier.Claims);
        Date();
        await scope.SaveAsync();
        await citations.MoveOriginsAsync();
        return new ImportReport
        {
            Added = fields.Count(added: true),
            Updated = fields.Count(added: false),
            Unchanged = fields.Unchanged,
            Left = fields.Left,
            Gone = [.. store.Without(Ids()).Select(FieldMerge.Label)],
        };
    }

    private HashSet<string> Ids() =>
    [
        .. dossier.Sources.Select(s => $"source:{s.Id}"), .. dossier.Documents.Select(d => $"document:{d.Id}"),
        .. dossier.Events.Select(e => $"event:{e.Id}"), .. dossier.Claims.Select(c => $"claim:{c.Id}"),
    ];

    private void About()
    {
        var item = store.Item(DossierImport.AboutId);
        item.Fields["title"] = dossier.About.Title;
        item.Fields["covers"] = dossier.About.Covers?.Value ?? "";
        item.Fields["compiled"] = Text(dossier.About.Compiled);
        item.Fields["note"] = dossier.About.Note ?? "";
    }

    private void MergeSource(DossierSource file)
    {
        var item = store.Item($"source:{file.Id}");
        var known = item.ResultId ?? Known(file);
        var source = known is { } id ? store.Sources[id] : new Source
        {
            Id = Guid.CreateVersion7(),
            Slug = Slugs.Free(file.Name, store.SourceSlugs),
            Name = file.Name,
            Kind = file.Kind,
        };
        sources[file.Id] = source;
        List<ImportField> all =
        [
            new("name", file.Name, source.Name, () => source.Name = file.Name),
            new("kind", file.Kind.ToString(), source.Kind.ToString(), () => source.Kind = file.Kind),
            new("url", file.Address, source.Address, () => source.Address = file.Address),
        ];

        // Met under another of its names: that is no difference.
        all.RemoveAll(field => field.Name == "name" && known is not null && !item.Fields.ContainsKey("name"));
        Enter(item, known is null, source, all, () => store.Sources.Add(source.Id, source));
        store.Name(source, file.Name);
    }

    private Guid? Known(DossierSource file) =>
        store.SourceNames.TryGetValue(SourceRegister.Key(file.Name), out var named) ? named
            : store.SlugsBefore.TryGetValue(file.Id, out var slugged) ? slugged : null;

    private void MergeDocuments()
    {
        var byAddress = store.Documents.Values.Where(d => d.Address is not null)
            .GroupBy(d => CitedAddress.Key(d.Address)).ToDictionary(g => g.Key, g => g.First());
        foreach (var file in dossier.Documents)
        {
            var item = store.Item($"document:{file.Id}");
            var known = item.ResultId is { } id ? store.Documents[id] : byAddress.GetValueOrDefault(CitedAddress.Key(file.Address));
            var document = known ?? new Document
            {
                Id = Guid.CreateVersion7(),
                Slug = Slugs.Free(file.Title, store.DocumentSlugs),
                Title = file.Title,
                RecordedAt = scope.Now,
            };
            documents[file.Id] = document;
            Enter(item, known is null, document, Fields(file, document), () => store.Documents.Add(document.Id, document));
        }
    }

    private ImportField[] Fields(DossierDocument file, Document document)
    {
        var publisher = sources[file.Source];
        return
        [
            new("title", file.Title, document.Title, () => document.Title = file.Title),
            new("source", publisher.Id.ToString(), document.PublisherId?.ToString(), () =>
            {
                citations.Moved(document);
                document.PublisherId = publisher.Id;
            }),
            new("url", file.Address, document.Address, () => document.Address = file.Address),
            new("published", file.Published?.Value, document.Published?.Value, () => document.Published = file.Published),
            new("tier", file.Tier.ToString(), document.Tier?.ToString(), () => document.Tier = file.Tier),
            new("accessed", Text(file.Accessed), Text(document.Accessed), () => document.Accessed = file.Accessed),
            new("note", file.Note, document.Note, () => document.Note = file.Note),
        ];
    }

    private void MergeEvent(DossierEvent file)
    {
        var item = store.Item($"event:{file.Id}");
        var isNew = item.ResultId is null;
        var happening = item.ResultId is { } id ? store.Events[id] : new PartnershipEvent
        {
            Id = Guid.CreateVersion7(),
            Slug = Slugs.Free(file.Title, store.EventSlugs),
            Title = file.Title,
            State = PublicationState.Unreviewed,
            Provenance = Provenance.Dossier,
            Author = scope.By,
            RecordedAt = scope.Now,
        };
        events[file.Id] = happening;
        var parties = Slugged(file.Parties.Select(Named));
        ImportField[] all =
        [
            new("title", file.Title, happening.Title, () => happening.Title = file.Title),
            new("summary", file.Summary, happening.Summary, () => happening.Summary = file.Summary),
            new("date", file.Date?.Value, happening.Date?.Value, () =>
            {
                happening.Date = file.Date;
                (happening.Earliest, happening.Latest) = (file.Date?.Earliest, file.Date?.Latest);
            }),
            ThemesField(file.Themes, happening.Themes),
            new("parties", Text(parties), Text(Slugged(happening.Parties)), () => Replace(happening.Parties, parties)),
            citations.Field(file.Citations, happening.Evidence, claimId: null, eventId: happening.Id),
        ];
        Enter(item, isNew, happening, all);
    }

    private void MergeClaim(DossierClaim file)
    {
        var item = store.Item($"claim:{file.Id}");
        var isNew = item.ResultId is null;
        var claim = item.ResultId is { } id ? store.Claims[id] : new Claim
        {
            Id = Guid.CreateVersion7(),
            Slug = Slugs.Free(file.Statement, store.ClaimSlugs),
            Statement = file.Statement,
            Stance = file.Stance,
            Voice = Voice.NotGiven,
            State = PublicationState.Unreviewed,
            Provenance = Provenance.Dossier,
            Author = scope.By,
            RecordedAt = scope.Now,
        };
        claims[file.Id] = claim;
        var parties = Slugged(vocabulary.PartiesIn(file.Statement).Select(known => store.Party(known.Slug, known.Name)));
        ImportField[] all =
        [
            new("statement", file.Statement, claim.Statement, () => claim.Statement = file.Statement),
            new("stance", file.Stance.ToString(), claim.Stance.ToString(), () => claim.Stance = file.Stance),
            new("made_on", file.Said?.Value, claim.Said?.Value, () => claim.Said = file.Said),
            ThemesField(file.Themes, claim.Themes),
            new("parties", Text(parties), Text(Slugged(claim.Parties)), () => Replace(claim.Parties, parties)),
            citations.Field(file.Citations, claim.Evidence, claimId: claim.Id, eventId: null),
        ];
        Enter(item, isNew, claim, all);
    }

    private void Enter(ImportedItem item, bool isNew, IRevised subject, IReadOnlyList<ImportField> all, Action? entered = null)
    {
        if (isNew)
        {
            scope.Db.Add(subject);
            entered?.Invoke();
            fields.Fill(item, subject, all);
        }
        else
        {
            fields.Merge(item, subject, all);
        }

        item.ResultId = subject.Id;
    }

    private ImportField ThemesField(IReadOnlyList<string> slugs, List<Theme> stored)
    {
        var wanted = store.Themes.Where(t => slugs.Contains(t.Slug)).ToList();
        return new ImportField(
            "themes", Join(wanted.Select(t => t.Slug)), Join(stored.OrderBy(t => t.Position).Select(t => t.Slug)), () => Replace(stored, wanted));
    }

    /// <summary>
    /// A name the dossier gives as a party of an event. Only the vocabulary's names of organisations are looked up, not
    /// those of the people who speak for them: Elon Musk of 2015 is not his company of 2023.
    /// </summary>
    private Party Named(string name) =>
        vocabulary.Parties.FirstOrDefault(p => p.Aliases.Prepend(p.Name).Contains(name, StringComparer.OrdinalIgnoreCase)) is { } known
            ? store.Party(known.Slug, known.Name)
            : store.Party(Slugs.From(name), name);

    /// <summary>The first known of happened, said and published is where lists and ranges put a claim.</summary>
    private void Date()
    {
        foreach (var claim in claims.Values)
        {
            var published = claim.Evidence.Select(e => store.Documents[e.DocumentId].Published).OfType<EdtfDate>()
                .OrderBy(d => d.Earliest).ThenBy(d => d.Latest).FirstOrDefault();
            var date = claim.Happened ?? claim.Said ?? published;
            if ((claim.Earliest, claim.Latest) != (date?.Earliest, date?.Latest))
            {
                (claim.Earliest, claim.Latest) = (date?.Earliest, date?.Latest);
                fields.Also(claim, "the date of a document it cites");
            }
        }
    }

    private static void Replace<T>(List<T> list, List<T> by)
    {
        list.Clear();
        list.AddRange(by);
    }

    private static List<Party> Slugged(IEnumerable<Party> parties) => [.. parties.Distinct().OrderBy(p => p.Slug, StringComparer.Ordinal)];

    private static string Text(List<Party> parties) => Join(parties.Select(p => p.Slug));

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Join(IEnumerable<string> slugs) => string.Join(',', slugs);
}
