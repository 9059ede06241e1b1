using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Security;

/// <summary>Links that sign the administrator in once. The store keeps their hashes only.</summary>
public sealed class SignInLinks(Writer writer, IDbContextFactory<TrackerDb> databases, IOptions<TrackerOptions> options, TimeProvider clock)
{
    private const string Administrator = "Administrator";
    private const string By = "console";

    /// <summary>The token of a new link; earlier unused links of the administrator stop working.</summary>
    public Task<string> CreateAsync(CancellationToken stop) =>
        writer.WriteAsync(By, async scope =>
        {
            var editor = await scope.Db.Editors.SingleOrDefaultAsync(e => e.Name == Administrator, scope.Stop);
            if (editor is null)
            {
                editor = new Editor { Id = Guid.CreateVersion7(), Name = Administrator, Role = Role.Administrator };
                scope.Db.Editors.Add(editor);
            }

            var earlier = await scope.Db.SignInLinks.Where(l => l.EditorId == editor.Id).ToListAsync(scope.Stop);
            scope.Db.SignInLinks.RemoveRange(earlier);
            var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
            scope.Db.SignInLinks.Add(new SignInLink
            {
                TokenSha256 = Snapshots.Sha256Hex(token),
                EditorId = editor.Id,
                ExpiresAt = scope.Now.AddMinutes(options.Value.SignInLinkMinutes),
            });
            return token;
        }, stop);

    /// <summary>Whether nobody has signed in yet, so that the console should offer a link.</summary>
    public async Task<bool> NobodyYetAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return !await db.Editors.AnyAsync(e => e.LastSignIn != null, stop);
    }

    /// <summary>Whether the link would still work; looking at it does not use it up.</summary>
    public async Task<bool> IsValidAsync(string token, CancellationToken stop)
    {
        var hash = Snapshots.Sha256Hex(token);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.SignInLinks.AnyAsync(l => l.TokenSha256 == hash && l.UsedAt == null && l.ExpiresAt > now, stop);
    }

    /// <summary>Uses the link up. Null when it is unknown, expired or used.</summary>
    public Task<Editor?> UseAsync(string token, CancellationToken stop)
    {
        var hash = Snapshots.Sha256Hex(token);
        return writer.WriteAsync<Editor?>(By, async scope =>
        {
            var link = await scope.Db.SignInLinks
                .SingleOrDefaultAsync(l => l.TokenSha256 == hash && l.UsedAt == null && l.ExpiresAt > scope.Now, scope.Stop);
            if (link is null)
            {
                return null;
            }

            link.UsedAt = scope.Now;
            var editor = await scope.Db.Editors.SingleAsync(e => e.Id == link.EditorId, scope.Stop);
            editor.LastSignIn = scope.Now;
            return editor;
        }, stop);
    }
}
