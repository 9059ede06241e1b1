using System.Security.Claims;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Security;

/// <summary>Who may do what, as names an <c>[Authorize]</c> attribute takes.</summary>
public static class Roles
{
    /// <summary>May publish and review.</summary>
    public const string Editors = nameof(Role.Editor) + "," + nameof(Role.Administrator);

    /// <summary>May change how the engine reads.</summary>
    public const string Administrators = nameof(Role.Administrator);

    public static ClaimsPrincipal Principal(Editor editor, string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, editor.Id.ToString()),
            new Claim(ClaimTypes.Name, editor.Name),
            new Claim(ClaimTypes.Role, editor.Role.ToString()),
        ],
        scheme));

    /// <summary>The name that goes into the history.</summary>
    public static string NameOf(this ClaimsPrincipal user) =>
        user.Identity?.Name ?? throw new InvalidOperationException("Only a signed-in editor writes.");
}
