namespace PartnershipTracker.Web.Importing;

/// <summary>When two addresses are of the same document.</summary>
public static class CitedAddress
{
    /// <summary>
    /// For comparing, not for opening: without scheme, <c>www.</c>, fragment, a slash at the end and the parameters that
    /// only say where a reader came from. Empty for what is no address.
    /// </summary>
    public static string Key(string? address)
    {
        if (!Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return "";
        }

        var host = uri.IdnHost.ToLowerInvariant();
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsTracking(part)));
        return (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host)
            + (uri.IsDefaultPort ? "" : $":{uri.Port}")
            + uri.AbsolutePath.TrimEnd('/')
            + (query.Length > 0 ? "?" + query : "");
    }

    private static bool IsTracking(string part) =>
        part.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || part.Split('=')[0].ToLowerInvariant() is "fbclid" or "gclid";
}
