using PartnershipTracker.Web.Editing;

namespace PartnershipTracker.Web.Importing;

/// <summary>What is wrong between the records of a dossier: ids that stand twice or point nowhere, themes the store does not know.</summary>
internal static class DossierFaults
{
    public static IEnumerable<string> Of(Dossier dossier, IReadOnlySet<string> themes) =>
    [
        .. Twice("source", dossier.Sources.Select(s => s.Id)),
        .. Twice("document", dossier.Documents.Select(d => d.Id)),
        .. Twice("event", dossier.Events.Select(e => e.Id)),
        .. Twice("claim", dossier.Claims.Select(c => c.Id)),
        .. Same("source", dossier.Sources.Select(s => (s.Id, SourceRegister.Key(s.Name))), "has the name of"),
        .. Same("document", dossier.Documents.Select(d => (d.Id, CitedAddress.Key(d.Address))), "has the address of"),
        .. Documents(dossier),
        .. dossier.Events.SelectMany(e => Themes($"event {e.Id}", e.Themes, themes)),
        .. dossier.Claims.SelectMany(c => Themes($"claim {c.Id}", c.Themes, themes)),
        .. Citations(dossier),
        .. Relations(dossier),
        .. Circles(dossier),
    ];

    private static IEnumerable<string> Twice(string kind, IEnumerable<string> ids) =>
        ids.Where(id => id.Length > 0).GroupBy(id => id).Where(g => g.Count() > 1).Select(g => $"{kind} {g.Key}: this id stands {g.Count()} times.");

    private static IEnumerable<string> Same(string kind, IEnumerable<(string Id, string Key)> keyed, string how) =>
        keyed.Where(item => item.Key.Length > 0).GroupBy(item => item.Key).Where(g => g.Select(item => item.Id).Distinct().Count() > 1)
            .SelectMany(g => g.Skip(1).Select(item => $"{kind} {item.Id}: {how} {g.First().Id}."));

    private static IEnumerable<string> Documents(Dossier dossier)
    {
        var sources = dossier.Sources.Select(s => s.Id).ToHashSet();
        return dossier.Documents.Where(d => d.Source.Length > 0 && !sources.Contains(d.Source))
            .Select(d => $"document {d.Id}: there is no source “{d.Source}”.");
    }

    private static IEnumerable<string> Themes(string where, IEnumerable<string> named, IReadOnlySet<string> known) =>
        named.Where(theme => !known.Contains(theme)).Select(theme => $"{where}: there is no theme “{theme}”.");

    private static IEnumerable<string> Citations(Dossier dossier)
    {
        var documents = dossier.Documents.Select(d => d.Id).ToHashSet();
        var sources = dossier.Sources.Select(s => s.Id).ToHashSet();
        var all = dossier.Events.SelectMany(e => e.Citations, (e, citation) => (Where: $"event {e.Id}", citation))
            .Concat(dossier.Claims.SelectMany(c => c.Citations, (c, citation) => (Where: $"claim {c.Id}", citation)));
        foreach (var (where, citation) in all)
        {
            if (citation.Document.Length > 0 && !documents.Contains(citation.Document))
            {
                yield return $"{where}: there is no document “{citation.Document}”.";
            }

            if (citation.AttributedTo is { } source && !sources.Contains(source))
            {
                yield return $"{where}: there is no source “{source}”.";
            }
        }
    }

    private static IEnumerable<string> Relations(Dossier dossier)
    {
        var claims = dossier.Claims.Select(c => c.Id).ToHashSet();
        var events = dossier.Events.Select(e => e.Id).ToHashSet();
        foreach (var claim in dossier.Claims)
        {
            foreach (var (relation, other) in claim.Contradicts.Select(o => ("contradicts", o)).Concat(claim.Supersedes.Select(o => ("supersedes", o))))
            {
                if (other == claim.Id)
                {
                    yield return $"claim {claim.Id}: {relation} itself.";
                }
                else if (!claims.Contains(other))
                {
                    yield return $"claim {claim.Id}: {relation} “{other}”, which is no claim of the file.";
                }
            }

            foreach (var other in (claim.Events ?? []).Where(other => !events.Contains(other)))
            {
                yield return $"claim {claim.Id}: speaks of “{other}”, which is no event of the file.";
            }
        }
    }

    /// <summary>A claim that supersedes, over however many steps, what supersedes it.</summary>
    private static IEnumerable<string> Circles(Dossier dossier)
    {
        var next = dossier.Claims.ToLookup(c => c.Id, c => c.Supersedes.Where(other => other != c.Id));
        foreach (var claim in dossier.Claims)
        {
            var seen = new HashSet<string>();
            var open = new Stack<string>(next[claim.Id].SelectMany(o => o));
            while (open.TryPop(out var other))
            {
                if (other == claim.Id)
                {
                    yield return $"claim {claim.Id}: supersedes itself by way of others.";
                    break;
                }

                if (seen.Add(other))
                {
                    next[other].SelectMany(o => o).ToList().ForEach(open.Push);
                }
            }
        }
    }
}
