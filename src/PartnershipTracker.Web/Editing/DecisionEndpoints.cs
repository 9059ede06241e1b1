using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Security;

namespace PartnershipTracker.Web.Editing;

/// <summary>The desk's accept and reject buttons, as plain posts that lead back to the desk.</summary>
internal static class DecisionEndpoints
{
    public static void Map(WebApplication app)
    {
        var decisions = app.MapGroup("").RequireAuthorization(new AuthorizeAttribute { Roles = Roles.Editors });
        decisions.MapPost(Links.AcceptPattern, AcceptAsync);
        decisions.MapPost(Links.RejectPattern, RejectAsync);
        decisions.MapPost(Links.AddEvidencePattern, AddEvidenceAsync);
        decisions.MapPost(Links.LeavePattern, LeaveAsync);
    }

    private static async Task<IResult> AcceptAsync(
        Guid id, [FromForm] string? words, [FromForm] Stance? stance, [FromForm] string? document, Review review, HttpContext context)
    {
        var outcome = await review.AcceptAsync(context.User.NameOf(), id, words, stance, context.RequestAborted);
        return Results.LocalRedirect(outcome switch
        {
            { Value: Claim claim } => Links.Claim(claim.Slug),
            { Value: PartnershipEvent happening } => Links.Event(happening.Slug),
            { Succeeded: true } => Links.DeskAfter("accepted", document),
            _ => Links.DeskAfter(outcome.Faults[0].Field, document),
        });
    }

    private static async Task<IResult> RejectAsync(
        Guid id, [FromForm] string? reason, [FromForm] string? document, Review review, HttpContext context)
    {
        var outcome = await review.RejectAsync(context.User.NameOf(), id, reason, context.RequestAborted);
        return Results.LocalRedirect(Links.DeskAfter(outcome.Succeeded ? "rejected" : outcome.Faults[0].Field, document));
    }

    private static async Task<IResult> AddEvidenceAsync(Guid id, [FromForm] string? document, FurtherEvidence further, HttpContext context)
    {
        var outcome = await further.AddAsync(context.User.NameOf(), id, context.RequestAborted);
        return Results.LocalRedirect(Links.DeskAfter(outcome.Succeeded ? "evidence" : outcome.Faults[0].Field, document));
    }

    private static async Task<IResult> LeaveAsync(Guid id, [FromForm] string? document, FurtherEvidence further, HttpContext context)
    {
        var outcome = await further.LeaveAsync(context.User.NameOf(), id, context.RequestAborted);
        return Results.LocalRedirect(Links.DeskAfter(outcome.Succeeded ? "left" : outcome.Faults[0].Field, document));
    }
}
