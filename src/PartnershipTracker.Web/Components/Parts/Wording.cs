using System.Globalization;
using PartnershipTracker.Model;

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

    /// <summary>“1 point”, “2 points”.</summary>
    public static string Count(int n, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{n:N0} {(n == 1 ? one : many ?? one + "s")}");

    /// <summary>“82 %”, with a space that does not break.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * share, MidpointRounding.AwayFromZero)}\u00a0%");

    /// <summary>“24 November 2026”.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>“24 November 2026, 10:51 UTC”.</summary>
    public static string Moment(DateTime utc) => utc.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The date in words, and how it can be known when it cannot.</summary>
    public static string Of(EdtfDate? date) => date?.InWords ?? "Date unknown";
}
