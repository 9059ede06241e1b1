using System.Globalization;
using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Querying;

/// <summary>The order points are listed in.</summary>
public enum PointSort
{
    /// <summary>Quoted before cited, then from the earliest on.</summary>
    QuotedFirst,

    Earliest,
    Latest,

    /// <summary>Those with the most distinct origins first.</summary>
    Strength,

    /// <summary>Those recorded here last first.</summary>
    Recorded,
}

/// <summary>How addresses write the values that are no slugs.</summary>
public static class FilterWords
{
    public static readonly IReadOnlyList<Stance> Stances = [Model.Stance.Competing, Model.Stance.Complementary, Model.Stance.Neutral];

    private static readonly Dictionary<string, Voice> Voices = Enum.GetValues<Voice>().ToDictionary(Of);
    private static readonly Dictionary<string, EvidenceKind> Kinds = Enum.GetValues<EvidenceKind>().ToDictionary(Of);
    private static readonly Dictionary<string, PointSort> Sorts = Enum.GetValues<PointSort>().Where(sort => sort != PointSort.QuotedFirst).ToDictionary(Of);

    public static string Of(Stance stance) => stance.ToString().ToLowerInvariant();

    public static string Of(Voice voice) => voice == Model.Voice.NotGiven ? "not-given" : voice.ToString().ToLowerInvariant();

    public static string Of(EvidenceKind kind) => kind.ToString().ToLowerInvariant();

    public static string Of(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    public static string Of(PointSort sort) => sort switch
    {
        PointSort.Earliest => "date",
        PointSort.Latest => "-date",
        PointSort.Strength => "strength",
        PointSort.Recorded => "recorded",
        _ => "",
    };

    public static Stance? Stance(string word) =>
        Stances.Cast<Stance?>().FirstOrDefault(stance => Of(stance!.Value).Equals(word, StringComparison.OrdinalIgnoreCase));

    public static Voice? Voice(string word) => Voices.TryGetValue(word, out var voice) ? voice : null;

    public static EvidenceKind? Kind(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    public static PointSort? Sort(string word) => Sorts.TryGetValue(word, out var sort) ? sort : null;

    public static int? Year(string word) =>
        word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 ? year : null;

    /// <summary>Competing, complementary, neutral.</summary>
    public static int Place(Stance stance) => Stances.ToList().IndexOf(stance);
}
