namespace PartnershipTracker.Web.Security;

/// <summary>Response headers that keep foreign code, frames and leaks out.</summary>
public static class SecurityHeaders
{
    private const string Common =
        "default-src 'none'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; style-src 'self'";

    /// <summary>Readers: everything from here, nothing inline.</summary>
    public const string ReaderPolicy = Common;

    /// <summary>The desk: MudBlazor writes style elements and attributes.</summary>
    public const string DeskPolicy = Common + "; style-src-elem 'self' 'unsafe-inline'; style-src-attr 'unsafe-inline'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/desk") ? DeskPolicy : ReaderPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    });
}
