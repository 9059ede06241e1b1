using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>Finds a source by any of its names, or enters it.</summary>
public static class SourceRegister
{
    /// <summary>Case, outer space and runs of space do not tell two names apart.</summary>
    public static string Key(string name) =>
        string.Join(' ', name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static async Task<Source> ResolveAsync(WriteScope scope, string name, SourceKind kind, string why)
    {
        if (await scope.Db.SourceNames.FindAsync([Key(name)], scope.Stop) is { } known)
        {
            return (await scope.Db.Sources.FindAsync([known.SourceId], scope.Stop))!;
        }

        var source = new Source
        {
            Id = Guid.CreateVersion7(),
            Slug = await Slugs.FreeAsync(name, scope.Db.Sources.Select(s => s.Slug), scope.Stop),
            Name = name.Trim(),
            Kind = kind,
        };
        scope.Db.Sources.Add(source);
        scope.Db.SourceNames.Add(new SourceName { Key = Key(name), Name = source.Name, SourceId = source.Id });
        scope.Because(source, why);

        // A slug is only known to be taken once it is stored: two new names of one chain must not both get it.
        await scope.SaveAsync();
        return source;
    }

    /// <summary>
    /// Lists a source under one more name. A name that another source already has is left with it.
    /// </summary>
    public static async Task AlsoKnownAsAsync(WriteScope scope, Source source, string name)
    {
        if (await scope.Db.SourceNames.FindAsync([Key(name)], scope.Stop) is null)
        {
            scope.Db.SourceNames.Add(new SourceName { Key = Key(name), Name = name.Trim(), SourceId = source.Id });
        }
    }

    /// <summary>Pending source proposals for any name of <paramref name="source"/> have their answer.</summary>
    public static async Task SettleProposalsAsync(WriteScope scope, Guid documentId, Source source)
    {
        var names = await scope.Db.SourceNames.Where(n => n.SourceId == source.Id).Select(n => n.Key).ToListAsync(scope.Stop);
        var pending = await scope.Db.Proposals
            .Where(p => p.DocumentId == documentId && p.Kind == SuggestionKind.Source && p.State == ProposalState.Pending)
            .ToListAsync(scope.Stop);
        foreach (var proposal in pending.Where(p => names.Contains(Key(p.Suggestion.Words))))
        {
            var same = SourceRegister.Key(source.Name) == Key(proposal.Suggestion.Words);
            Review.Settle(scope, proposal, same ? ProposalState.Accepted : ProposalState.Changed, "named as a source of a claim or event", source.Id);
        }
    }
}
