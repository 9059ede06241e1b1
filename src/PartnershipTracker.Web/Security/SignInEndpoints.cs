using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace PartnershipTracker.Web.Security;

/// <summary>Signing in with a link and out again; both are posts with an antiforgery token.</summary>
internal static class SignInEndpoints
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static void Map(WebApplication app)
    {
        app.MapPost(Links.SignIn, async ([FromForm] string token, SignInLinks links, HttpContext context) =>
        {
            if (await links.UseAsync(token, context.RequestAborted) is not { } editor)
            {
                return Results.LocalRedirect(Links.SignInWith("used"));
            }

            await context.SignInAsync(Scheme, Roles.Principal(editor, Scheme));
            return Results.LocalRedirect(Links.Desk);
        });
        app.MapPost(Links.SignOut, async ([FromForm] IFormCollection _, HttpContext context) =>
        {
            await context.SignOutAsync(Scheme);
            return Results.LocalRedirect(Links.Overview);
        }).RequireAuthorization();
    }
}
