using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Security;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>The buttons on an event's page by which an editor says that a claim speaks of it, or does not.</summary>
internal static class EventLinkEndpoints
{
    public static void Map(WebApplication app)
    {
        var links = app.MapGroup("").RequireAuthorization(new AuthorizeAttribute { Roles = Roles.Editors });
        links.MapPost(Links.LinkClaimPattern, (string slug, [FromForm] string? claim, Writer writer, HttpContext context) =>
            ChangeAsync(slug, claim, EventLinks.LinkAsync, writer, context));
        links.MapPost(Links.UnlinkClaimPattern, (string slug, [FromForm] string? claim, Writer writer, HttpContext context) =>
            ChangeAsync(slug, claim, EventLinks.UnlinkAsync, writer, context));
    }

    private static async Task<IResult> ChangeAsync(
        string slug, string? claimSlug, Func<WriteScope, PartnershipEvent, Claim, Task> change, Writer writer, HttpContext context) =>
        await writer.WriteAsync(context.User.NameOf(), async scope =>
        {
            var happening = await scope.Db.Events.Include(e => e.Themes).Include(e => e.Parties).Include(e => e.Evidence).ThenInclude(e => e.Chain)
                .SingleOrDefaultAsync(e => e.Slug == slug, scope.Stop);
            var claim = await scope.Db.Claims.SingleOrDefaultAsync(c => c.Slug == claimSlug && c.State != PublicationState.Withdrawn, scope.Stop);
            if (happening is null || claim is null)
            {
                return Results.NotFound();
            }

            await change(scope, happening, claim);
            return Results.LocalRedirect(Links.Event(slug));
        }, context.RequestAborted);
}
