namespace PartnershipTracker.Web;

/// <summary>The only file that writes addresses.</summary>
public static class Links
{
    public const string Overview = "/";
    public const string Timeline = "/timeline";
    public const string Points = "/points";
    public const string Sources = "/sources";
    public const string Themes = "/themes";
    public const string Search = "/search";
    public const string About = "/about";
    public const string Desk = "/desk";
    public const string NewClaim = "/desk/claims/new";
    public const string Import = "/desk/import";
    public const string Rules = "/desk/rules";
    public const string SwitchRule = "/desk/rules/switch";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Error = "/error";
    public const string StatusPattern = "/status/{0}";

    public const string AcceptPattern = "/desk/proposals/{id:guid}/accept";
    public const string RejectPattern = "/desk/proposals/{id:guid}/reject";

    public const string AddEvidencePattern = "/desk/proposals/{id:guid}/add-evidence";
    public const string LeavePattern = "/desk/proposals/{id:guid}/leave";

    public const string TakeOverPattern = "/desk/documents/{slug}/dates";

    public const string LinkClaimPattern = "/desk/events/{slug}/claims";
    public const string UnlinkClaimPattern = "/desk/events/{slug}/claims/unlink";

    public static string Claim(string slug) => $"/claims/{slug}";

    public static string Event(string slug) => $"/events/{slug}";

    public static string Document(string slug) => $"/documents/{slug}";

    /// <summary>
    /// The document at one quote. The fragment scrolls there and outlines it, the parameter outlines every piece of a
    /// quote that others cross.
    /// </summary>
    public static string Quote(string slug, int anchor) => $"/documents/{slug}?quote={anchor}#q{anchor}";

    /// <summary>One page of a long document's text.</summary>
    public static string Document(string slug, int page) => page <= 1 ? Document(slug) : $"/documents/{slug}?page={page}";

    /// <summary>
    /// The original at the quoted words, for browsers that know text fragments (others open the page). Long quotes are named by
    /// their first and last words, since pages often set other signs in between.
    /// </summary>
    public static string Original(string address, string exact)
    {
        const int edge = 5;
        var words = exact.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var fragment = words.Length <= 2 * edge
            ? Term(string.Join(' ', words))
            : $"{Term(string.Join(' ', words[..edge]))},{Term(string.Join(' ', words[^edge..]))}";
        return $"{address}{(address.Contains('#') ? "" : "#")}:~:text={fragment}";

        // A dash means something else in a text directive.
        static string Term(string text) => Uri.EscapeDataString(text).Replace("-", "%2D", StringComparison.Ordinal);
    }

    /// <summary>
    /// The document at words that are no quote: browsers that know text fragments scroll to them and mark them, others to
    /// where the text begins.
    /// </summary>
    public static string Words(string slug, string exactly) =>
        $"/documents/{slug}#text:~:text={Uri.EscapeDataString(exactly).Replace("-", "%2D", StringComparison.Ordinal)}";

    /// <summary>The rules, saying what the last switch did.</summary>
    public static string RulesAfter(string done) => $"{Rules}?done={done}";

    public static string Source(string slug) => $"/sources/{slug}";

    public static string Theme(string slug) => $"/themes/{slug}";

    public static string SignInWith(string token) => $"/sign-in/{token}";

    public static string NewClaimFrom(Guid proposal) => $"{NewClaim}?proposal={proposal}";

    public static string Accept(Guid proposal) => $"/desk/proposals/{proposal}/accept";

    public static string Reject(Guid proposal) => $"/desk/proposals/{proposal}/reject";

    public static string AddEvidence(Guid proposal) => $"/desk/proposals/{proposal}/add-evidence";

    public static string Leave(Guid proposal) => $"/desk/proposals/{proposal}/leave";

    /// <summary>What editors know about a document and can correct.</summary>
    public static string DeskDocument(string slug) => $"/desk/documents/{slug}";

    public static string DeskDocumentAfter(string slug, string done) => $"/desk/documents/{Uri.EscapeDataString(slug)}?done={done}";

    public static string TakeOver(string slug) => $"/desk/documents/{slug}/dates";

    /// <summary>The desk with one document's proposals only.</summary>
    public static string DeskOf(string slug) => $"{Desk}?document={slug}";

    public static string LinkClaim(string slug) => $"/desk/events/{slug}/claims";

    public static string UnlinkClaim(string slug) => $"/desk/events/{slug}/claims/unlink";

    /// <summary>The desk, saying what the last decision did.</summary>
    /// <param name="done">A word the desk knows.</param>
    /// <param name="document">Slug of the document it showed the proposals of, if of one only.</param>
    public static string DeskAfter(string done, string? document = null) =>
        string.IsNullOrEmpty(document) ? $"{Desk}?done={done}" : $"{Desk}?document={Uri.EscapeDataString(document)}&done={done}";
}
