using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Importing;

/// <summary>What binds claims to claims and to events, each a field of the claim like any other.</summary>
internal sealed class RelationMerge(
    WriteScope scope, DossierStore store, FieldMerge fields, IReadOnlyDictionary<string, Claim> claims, IReadOnlyDictionary<string, PartnershipEvent> events)
{
    public void Run(IReadOnlyList<DossierClaim> all)
    {
        // A file may say on one side only that two contradict each other.
        var contradicting = all.SelectMany(c => c.Contradicts.SelectMany(other => new[] { (c.Id, other), (other, c.Id) })).ToLookup(pair => pair.Item1, pair => pair.Item2);
        foreach (var file in all)
        {
            var claim = claims[file.Id];
            fields.Merge(store.Item($"claim:{file.Id}"), claim,
            [
                Contradicts(claim, [.. contradicting[file.Id].Select(id => claims[id].Id)]),
                Supersedes(claim, [.. file.Supersedes.Select(id => claims[id].Id)]),
                .. file.Events is { } spokenOf ? [Events(claim, [.. spokenOf.Select(id => events[id].Id)])] : Array.Empty<ImportField>(),
            ]);
        }
    }

    private ImportField Contradicts(Claim claim, HashSet<Guid> file)
    {
        var stored = store.Relations.Where(r => r.Kind == RelationKind.Contradicts && (r.ClaimId == claim.Id || r.OtherId == claim.Id)).ToList();
        return Field("contradicts", RelationKind.Contradicts, claim, file, stored);
    }

    private ImportField Supersedes(Claim claim, HashSet<Guid> file) =>
        Field("supersedes", RelationKind.Supersedes, claim, file, [.. store.Relations.Where(r => r.Kind == RelationKind.Supersedes && r.ClaimId == claim.Id)]);

    private ImportField Field(string name, RelationKind kind, Claim claim, HashSet<Guid> file, List<ClaimRelation> stored)
    {
        var others = stored.ToDictionary(r => r.ClaimId == claim.Id ? r.OtherId : r.ClaimId);
        return new ImportField(name, Text(file), Text(others.Keys), () =>
        {
            foreach (var (_, gone) in others.Where(pair => !file.Contains(pair.Key)))
            {
                scope.Db.ClaimRelations.Remove(gone);
                store.Relations.Remove(gone);
            }

            foreach (var other in file.Where(other => !others.ContainsKey(other)))
            {
                var relation = new ClaimRelation { ClaimId = claim.Id, OtherId = other, Kind = kind };
                scope.Db.ClaimRelations.Add(relation);
                store.Relations.Add(relation);
            }
        });
    }

    /// <summary>Links to events, as an editor would make them; those by overlapping quotes are left out of it.</summary>
    private ImportField Events(Claim claim, HashSet<Guid> file)
    {
        var stored = claim.Events.Where(l => l.By == LinkedBy.Editor).ToDictionary(l => l.EventId);
        var overlapping = claim.Events.Where(l => l.By == LinkedBy.Overlap).Select(l => l.EventId).ToHashSet();
        file.ExceptWith(overlapping);
        return new ImportField("events", Text(file), Text(stored.Keys), () =>
        {
            scope.Db.ClaimEvents.RemoveRange(stored.Values.Where(l => !file.Contains(l.EventId)));
            scope.Db.ClaimEvents.AddRange(file.Where(id => !stored.ContainsKey(id)).Select(id => new ClaimEvent { ClaimId = claim.Id, EventId = id, By = LinkedBy.Editor }));
        });
    }

    private static string Text(IEnumerable<Guid> ids) => string.Join(',', ids.Select(id => id.ToString()).Order(StringComparer.Ordinal));
}
