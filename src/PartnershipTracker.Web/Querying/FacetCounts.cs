using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Querying;

/// <summary>Counts what claims and events have in common: themes, parties, sources, kinds of evidence and years.</summary>
/// <param name="filter">What was asked.</param>
/// <param name="names">What its slugs name.</param>
/// <param name="rows">The rows under a filter.</param>
internal sealed class FacetCounts<T>(ClaimFilter filter, FilterNames names, Func<ClaimFilter, IQueryable<T>> rows)
    where T : class, IEvidenced
{
    public async Task<Facets> AllAsync(IReadOnlyDictionary<string, int> stances, IReadOnlyDictionary<string, int> voices, CancellationToken stop)
    {
        var total = await rows(filter).CountAsync(stop);
        var undated = filter.IsRanged
            ? await rows(filter with { Years = [], From = null, To = null }).CountAsync(r => r.Earliest == null, stop)
            : 0;
        return new Facets
        {
            Of = new Dictionary<string, IReadOnlyList<FacetValue>>
            {
                [ClaimFilter.ThemeKey] = await ThemesAsync(stop),
                [ClaimFilter.StanceKey] = [.. FilterWords.Stances.Select(FilterWords.Of).Select(s => new FacetValue(s, null, stances.GetValueOrDefault(s)))],
                [ClaimFilter.PartyKey] = await PartiesAsync(stop),
                [ClaimFilter.SourceKey] = await SourcesAsync(stop),
                [ClaimFilter.VoiceKey] = [.. Enum.GetValues<Voice>().OrderBy(v => v == Voice.NotGiven).Select(FilterWords.Of).Select(v => new FacetValue(v, null, voices.GetValueOrDefault(v)))],
                [ClaimFilter.EvidenceKey] = await KindsAsync(stop),
                [ClaimFilter.YearKey] = await YearsAsync(stop),
            },
            Total = total,
            Undated = undated,
            WaysOut = total == 0 ? await WaysOutAsync(stop) : [],
        };
    }

    private async Task<IReadOnlyList<FacetValue>> ThemesAsync(CancellationToken stop)
    {
        var any = rows(filter.Without(ClaimFilter.ThemeKey));
        var counts = await any.SelectMany(r => r.Themes).GroupBy(t => t.Slug)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return
        [
            .. names.Themes.Select(t => new FacetValue(t.Slug, t.Label, counts.GetValueOrDefault(t.Slug))),
            new FacetValue(ClaimFilter.NoTheme, "No theme", await any.CountAsync(r => !r.Themes.Any(), stop)),
        ];
    }

    private async Task<IReadOnlyList<FacetValue>> PartiesAsync(CancellationToken stop)
    {
        var counts = await rows(filter.Without(ClaimFilter.PartyKey)).SelectMany(r => r.Parties).GroupBy(p => new { p.Slug, p.Name })
            .Select(g => new { g.Key.Slug, g.Key.Name, Count = g.Count() }).ToListAsync(stop);
        return Ranked(counts.Select(c => new FacetValue(c.Slug, c.Name, c.Count)), filter.Parties, names.Parties);
    }

    private async Task<IReadOnlyList<FacetValue>> SourcesAsync(CancellationToken stop)
    {
        var evidence = rows(filter.Without(ClaimFilter.SourceKey)).SelectMany(r => r.Evidence, (r, e) => new { r.Id, Evidence = e });
        var counts = await evidence.SelectMany(e => e.Evidence.Chain, (e, l) => new { e.Id, l.Source!.Slug, l.Source.Name })
            .Union(evidence.Where(e => e.Evidence.Document!.PublisherId != null)
                .Select(e => new { e.Id, e.Evidence.Document!.Publisher!.Slug, e.Evidence.Document.Publisher.Name }))
            .GroupBy(s => new { s.Slug, s.Name })
            .Select(g => new { g.Key.Slug, g.Key.Name, Count = g.Count() }).ToListAsync(stop);
        return Ranked(counts.Select(c => new FacetValue(c.Slug, c.Name, c.Count)), filter.Sources, names.Sources);
    }

    private async Task<IReadOnlyList<FacetValue>> KindsAsync(CancellationToken stop)
    {
        var counts = await rows(filter.Without(ClaimFilter.EvidenceKey)).SelectMany(r => r.Evidence, (r, e) => new { r.Id, e.Kind }).Distinct()
            .GroupBy(e => e.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return [.. Enum.GetValues<EvidenceKind>().Select(kind => new FacetValue(FilterWords.Of(kind), null, counts.GetValueOrDefault(kind)))];
    }

    /// <summary>Every year in which a date begins or ends, and those asked for; open ends begin and end in none.</summary>
    private async Task<IReadOnlyList<FacetValue>> YearsAsync(CancellationToken stop)
    {
        var spans = await rows(filter.Without(ClaimFilter.YearKey)).Where(r => r.Earliest != null)
            .GroupBy(r => new { From = r.Earliest!.Value.Year, To = r.Latest!.Value.Year })
            .Select(g => new { g.Key.From, g.Key.To, Count = g.Count() }).ToListAsync(stop);
        var years = spans.SelectMany(s => new[] { s.From, s.To }).Where(y => y > DateOnly.MinValue.Year && y < DateOnly.MaxValue.Year)
            .Union(filter.Years).Order();
        return
        [
            .. years.Select(y => new FacetValue(FilterWords.Of(y), FilterWords.Of(y), spans.Where(s => s.From <= y && y <= s.To).Sum(s => s.Count))),
        ];
    }

    private async Task<IReadOnlyList<(string, int)>> WaysOutAsync(CancellationToken stop)
    {
        var ways = new List<(string Key, int Count)>();
        foreach (var key in ClaimFilter.Keys.Where(key => filter.Values(key).Count > 0))
        {
            ways.Add((key, await rows(filter.Without(key)).CountAsync(stop)));
        }

        return [.. ways.Where(way => way.Count > 0).OrderByDescending(way => way.Count)];
    }

    private static List<FacetValue> Ranked(IEnumerable<FacetValue> counted, IReadOnlyList<string> chosen, IReadOnlyDictionary<string, string> labels)
    {
        var values = counted.ToList();
        values.AddRange(chosen.Except(values.Select(v => v.Value)).Select(slug => new FacetValue(slug, labels[slug], 0)));
        return [.. values.OrderByDescending(v => v.Count).ThenBy(v => v.Label, StringComparer.OrdinalIgnoreCase).ThenBy(v => v.Value, StringComparer.Ordinal)];
    }
}
