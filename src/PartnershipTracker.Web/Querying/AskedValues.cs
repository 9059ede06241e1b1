namespace PartnershipTracker.Web.Querying;

/// <summary>Reads a query string key by key and remembers what it could not use.</summary>
/// <param name="query">The address's query.</param>
/// <param name="except">Keys that mean nothing on the page.</param>
internal sealed class AskedValues(IQueryCollection query, IReadOnlyCollection<string> except)
{
    /// <summary>Of one key; every link of a page repeats them, and a page has at most 100 KB.</summary>
    private const int MostValues = 16;

    private readonly HashSet<string> read = [];
    private readonly List<string> ignored = [];

    /// <summary>What <paramref name="parse"/> makes of each value; those it makes nothing of are remembered.</summary>
    public List<T> All<T>(string key, Func<string, T?> parse)
    {
        if (except.Contains(key))
        {
            return [];
        }

        read.Add(key);
        var values = new List<T>();
        foreach (var value in query[key].OfType<string>().Where(value => value.Length > 0 || !IsField(key)))
        {
            if (parse(value) is { } known)
            {
                values.Add(known);
            }
            else
            {
                ignored.Add($"{key}={value}");
            }
        }

        values = [.. values.Distinct()];
        ignored.AddRange(values.Skip(MostValues).Select(value => $"{key}={value}"));
        return [.. values.Take(MostValues)];
    }

    /// <summary>The first value; further ones are remembered as not used.</summary>
    public T? One<T>(string key, Func<string, T?> parse)
    {
        var values = All(key, parse);
        ignored.AddRange(values.Skip(1).Select(value => $"{key}={value}"));
        return values.FirstOrDefault();
    }

    /// <summary>Keys nobody read, then values nobody could use.</summary>
    public IReadOnlyList<string> Ignored() => [.. query.Keys.Where(key => !read.Contains(key)), .. ignored];

    // A form sends its fields whether or not something stands in them.
    private static bool IsField(string key) => key is ClaimFilter.PartyKey or ClaimFilter.SourceKey or ClaimFilter.YearKey or ClaimFilter.FromKey or ClaimFilter.ToKey or ClaimFilter.SortKey;
}
