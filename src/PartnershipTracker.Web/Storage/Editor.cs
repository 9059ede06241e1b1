namespace PartnershipTracker.Web.Storage;

/// <summary>Someone who may work at the desk.</summary>
public sealed class Editor
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public required Role Role { get; set; }
    public DateTime? LastSignIn { get; set; }
}

public enum Role
{
    Contributor,
    Editor,
    Administrator,
}

/// <summary>A link that signs an editor in once; only its hash is stored.</summary>
public sealed class SignInLink
{
    public required string TokenSha256 { get; init; }
    public required Guid EditorId { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }
}
