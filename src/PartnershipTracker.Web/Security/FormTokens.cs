using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace PartnershipTracker.Web.Security;

/// <summary>Posts without a valid antiforgery token end here, with our page.</summary>
internal static class FormTokens
{
    public static IApplicationBuilder UseFormTokens(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } invalid)
        {
            context.Response.StatusCode = IsTooLarge(invalid.Error) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    });

    /// <summary>
    /// The page about a failed post is got, not posted: otherwise it would fail over the same form.
    /// </summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
            context.Request.ContentType = null;
            context.Request.Body = Stream.Null;
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }

        return next(context);
    });

    /// <summary>A form over the body's limit cannot be read, and so holds no token either.</summary>
    private static bool IsTooLarge(Exception? error) =>
        error is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
        || (error is not null && IsTooLarge(error.InnerException));
}
