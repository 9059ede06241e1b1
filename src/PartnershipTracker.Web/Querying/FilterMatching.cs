using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>Which claims and events a filter lets through.</summary>
public static class FilterMatching
{
    /// <summary>Published claims.</summary>
    public static IQueryable<Claim> Claims(this ClaimFilter filter, TrackerDb db)
    {
        var claims = filter.Shared(db, db.PublishedClaims());
        claims = filter.Stances.Count == 0 ? claims : claims.Where(c => filter.Stances.Contains(c.Stance));
        return filter.Voices.Count == 0 ? claims : claims.Where(c => filter.Voices.Contains(c.Voice));
    }

    /// <summary>Published events. An event has neither stance nor voice: its published claims have.</summary>
    public static IQueryable<PartnershipEvent> Events(this ClaimFilter filter, TrackerDb db)
    {
        var events = filter.Shared(db, db.PublishedEvents());
        events = filter.Stances.Count == 0
            ? events
            : events.Where(e => e.Claims.Any(l => l.Claim!.State != PublicationState.Withdrawn && filter.Stances.Contains(l.Claim.Stance)));
        return filter.Voices.Count == 0
            ? events
            : events.Where(e => e.Claims.Any(l => l.Claim!.State != PublicationState.Withdrawn && filter.Voices.Contains(l.Claim.Voice)));
    }

    private static IQueryable<T> Shared<T>(this ClaimFilter filter, TrackerDb db, IQueryable<T> rows)
        where T : class, IEvidenced
    {
        if (filter.Themes.Count > 0)
        {
            var (slugs, none) = (filter.Themes.Where(t => t != ClaimFilter.NoTheme).ToList(), filter.Themes.Contains(ClaimFilter.NoTheme));
            rows = rows.Where(r => r.Themes.Any(t => slugs.Contains(t.Slug)) || (none && !r.Themes.Any()));
        }

        if (filter.Parties.Count > 0)
        {
            rows = rows.Where(r => r.Parties.Any(p => filter.Parties.Contains(p.Slug)));
        }

        if (filter.Sources.Count > 0)
        {
            // Found once for all rows: asked of each row anew, SQLite walks all links of the source for each of ten thousand claims.
            var links = db.ChainLinks.Where(l => filter.Sources.Contains(l.Source!.Slug)).Select(l => l.EvidenceId);
            var said = db.Evidence.Where(e => filter.Sources.Contains(e.Document!.Publisher!.Slug) || links.Contains(e.Id))
                .Select(e => e.ClaimId ?? e.EventId!.Value);
            rows = rows.Where(r => said.Contains(r.Id));
        }

        if (filter.Kinds.Count > 0)
        {
            rows = rows.Where(r => r.Evidence.Any(e => filter.Kinds.Contains(e.Kind)));
        }

        return filter.ApplyDates(rows);
    }

    private static IQueryable<T> ApplyDates<T>(this ClaimFilter filter, IQueryable<T> rows)
        where T : class, IEvidenced
    {
        if (filter.Years.Count > 0)
        {
            rows = rows.Where(r => filter.Years.Any(year => r.Earliest!.Value.Year <= year && year <= r.Latest!.Value.Year));
        }

        if (filter.From is { Earliest: var from })
        {
            rows = rows.Where(r => r.Latest >= from);
        }

        return filter.To is { Latest: var to } ? rows.Where(r => r.Earliest <= to) : rows;
    }
}
