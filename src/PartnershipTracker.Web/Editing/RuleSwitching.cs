using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Web.Security;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>Switches rules of the reading engine off and on. What was proposed before stays as it is.</summary>
public sealed class RuleSwitching(Writer writer, Vocabulary vocabulary)
{
    public static void Map(WebApplication app) =>
        app.MapPost(Links.SwitchRule, PostAsync).RequireAuthorization(new AuthorizeAttribute { Roles = Roles.Administrators });

    /// <summary>The rules that an intake now leaves out.</summary>
    public static async Task<RulesOff> OffAsync(WriteScope scope)
    {
        var off = await scope.Db.RuleSwitches.AsNoTracking().Where(r => r.IsOff).Select(r => new { r.About, r.Rule }).ToListAsync(scope.Stop);
        return new RulesOff(off.Select(r => (r.About, r.Rule)));
    }

    public async Task<Outcome<RuleSwitch>> SwitchAsync(string by, string? about, string? rule, bool off, string? why, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(why) || why.Trim().Length > NewDocument.MaxField || why.Trim().Any(char.IsControl))
        {
            return new Fault("why", $"Say why, on one line of at most {NewDocument.MaxField} characters.");
        }

        if (about is null || rule is null || !RulesOff.CanBe(about, rule, vocabulary) || about.Length + rule.Length > NewDocument.MaxField)
        {
            return new Fault("rule", "There is no such rule, or it cannot be switched off.");
        }

        return await writer.WriteAsync<Outcome<RuleSwitch>>(by, async scope =>
        {
            var known = await scope.Db.RuleSwitches.SingleOrDefaultAsync(r => r.About == about && r.Rule == rule, scope.Stop);
            if ((known?.IsOff ?? false) == off)
            {
                return new Fault("same", off ? "This rule is off already." : "This rule is on already.");
            }

            if (known is null)
            {
                known = new RuleSwitch { Id = Guid.CreateVersion7(), About = about, Rule = rule, IsOff = off };
                scope.Db.RuleSwitches.Add(known);
            }

            known.IsOff = off;
            scope.Because(known, $"Switched {(off ? "off" : "on")} “{about}: {rule}”. {why.Trim()}");
            return known;
        }, stop);
    }

    private static async Task<IResult> PostAsync(
        [FromForm] string? about, [FromForm] string? rule, [FromForm] string? to, [FromForm] string? why, RuleSwitching switching, HttpContext context)
    {
        var outcome = to is "off" or "on"
            ? await switching.SwitchAsync(context.User.NameOf(), about, rule, to == "off", why, context.RequestAborted)
            : new Fault("rule", "Neither off nor on.");
        return Results.LocalRedirect(Links.RulesAfter(outcome.Succeeded ? to! : outcome.Faults[0].Field));
    }
}
