using System.Globalization;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Web.Querying;

namespace PartnershipTracker.Web.Components.Parts;

/// <summary>The tracker's words for its values, the same on every page.</summary>
public static class Wording
{
    public static string Of(Stance stance) => stance.ToString();

    public static string Class(Stance stance) => stance.ToString().ToLowerInvariant();

    public static string Of(Voice voice) => voice == Voice.NotGiven ? "Not given" : voice.ToString();

    public static string Of(PublicationState state, Provenance provenance) => (state, provenance) switch
    {
        (PublicationState.Withdrawn, _) => "withdrawn",
        (PublicationState.Reviewed, _) => "reviewed",
        (_, Provenance.SeedReview) => "seed review",
        (_, Provenance.Dossier) => "curated, not checked here",
        _ => "not yet reviewed",
    };

    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Unnamed => "described, not named",
        SourceKind.Document => "document",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static string Of(Reliability? reliability) => reliability?.ToString() ?? "not rated";

    public static string Of(DocumentTier tier) => tier switch
    {
        DocumentTier.Primary => "primary: the party’s, court’s or regulator’s own",
        DocumentTier.Top => "top: a leading outlet’s own page",
        DocumentTier.Wire => "wire: agency text",
        _ => "trade: trade press, law firm or regional newspaper",
    };

    /// <summary>The tier’s name alone, for lists.</summary>
    public static string Short(DocumentTier tier) => $"{tier.ToString().ToLowerInvariant()} tier";

    public static string Of(RelationSeen seen) => seen switch
    {
        RelationSeen.SupersededBy => "Superseded by",
        RelationSeen.ContradictedBy => "Contradicted by",
        RelationSeen.QualifiedBy => "Qualified by",
        RelationSeen.Qualifies => "Qualifies",
        RelationSeen.Supersedes => "Supersedes",
        _ => "Same as",
    };

    /// <summary>Of what disputes or replaced a claim, where the other claim is named elsewhere.</summary>
    public static string Short(RelationSeen seen) => seen == RelationSeen.SupersededBy ? "superseded" : "contradicted";

    /// <summary>“1 quoted, 2 cited”; a kind there is none of is left out.</summary>
    public static string Kinds(int quoted, int cited) =>
        string.Join(", ", new[] { (quoted, "quoted"), (cited, "cited") }.Where(kind => kind.Item1 > 0).Select(kind => $"{kind.Item1} {kind.Item2}"));

    /// <summary>What someone typed, cut where it is too long to repeat.</summary>
    public static string Short(string typed)
    {
        const int most = 80;
        return typed.Length <= most ? typed : typed[..(char.IsHighSurrogate(typed[most - 1]) ? most - 1 : most)] + "…";
    }

    /// <summary>“1 point”, “2 points”.</summary>
    public static string Count(int n, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{n:N0} {(n == 1 ? one : many ?? one + "s")}");

    /// <summary>“82 %”, with a space that does not break.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * share, MidpointRounding.AwayFromZero)}\u00a0%");

    /// <summary>How likely the suggested stance is right, as measured on practice articles.</summary>
    public static string Confidence(double confidence) => confidence switch
    {
        >= 0.85 => "very likely right",
        >= 0.7 => "likely right",
        >= 0.55 => "perhaps right",
        _ => "a guess",
    };

    /// <summary>“more than $10 billion” = at least 10,000,000,000 USD, as of 2023</summary>
    /// <param name="amount">A figure of the text.</param>
    /// <param name="asOf">Whether its date still is what the text says.</param>
    public static string Of(Amount amount, bool asOf)
    {
        var bound = amount.Bound switch { Bound.About => "about ", Bound.AtLeast => "at least ", Bound.AtMost => "at most ", _ => "" };
        var figure = string.Create(CultureInfo.InvariantCulture, $"{bound}{amount.Value:#,0.##} {amount.Unit}").TrimEnd();
        return $"“{amount.Words}” = {figure}{(asOf && EdtfDate.TryParse(amount.AsOf, out var date) ? $", as of {date.InWords}" : null)}";
    }

    /// <summary>“24 November 2026”.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>“24 November 2026, 10:51 UTC”.</summary>
    public static string Moment(DateTime utc) => utc.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The date in words, and how it can be known when it cannot.</summary>
    public static string Of(EdtfDate? date) => date?.InWords ?? "Date unknown";
}
