namespace PartnershipTracker.Web.Security;

internal static class Requests
{
    /// <summary>
    /// Pages answer HEAD as they answer GET: monitors and link checkers ask so, and Razor pages do not. Kestrel keeps to
    /// what was asked and sends no body.
    /// </summary>
    public static IApplicationBuilder UseHeadAsGet(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    });
}
