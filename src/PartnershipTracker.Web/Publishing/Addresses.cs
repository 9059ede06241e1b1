namespace PartnershipTracker.Web.Publishing;

/// <summary>Whole addresses of this site, as the request reached it.</summary>
public static class Addresses
{
    /// <summary>Scheme and host, without a slash at the end.</summary>
    public static string Site(this HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";

    public static string Here(this HttpRequest request, string path) => request.Site() + path;
}
