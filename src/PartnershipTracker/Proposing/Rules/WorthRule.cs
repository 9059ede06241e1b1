using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>
/// Tells which sentences are claims, and which of them are worth checking: concrete, verifiable, and bearing on one of the two
/// or their dealings. Opinions and forecasts are claims, but not to be checked.
/// </summary>
internal static class WorthRule
{
    private const int FewestWords = 3;

    /// <summary>Why the sentence is a claim, or null.</summary>
    public static Reason? Claim(Statement statement)
    {
        if (statement.IsQuestion || !statement.IsOnTopic || statement.Items.Count(item => !item.Is(ItemKind.Mark)) < FewestWords)
        {
            return null;
        }

        return statement.Has(ItemKind.Pair)
            ? new Reason("claim", "speaks-of-the-two", Named(statement, ItemKind.Pair))
            : statement.NamesOne ? new Reason("claim", "names-a-party", Named(statement, ItemKind.One)) : new Reason("claim", "goes-on-about-them", "");
    }

    /// <summary>Whether a claim can be checked.</summary>
    public static bool IsCheckWorthy(Statement statement, Voice voice, IReadOnlyList<Sayer> sayers)
    {
        return voice switch
        {
            Voice.Opinion => false,
            Voice.Forecast => sayers.Any(sayer => sayer.Why.Rule != "speaker-label" && sayer.Source.Kind is SourceKind.Company or SourceKind.Publication),
            _ => statement.HitsAbout("concrete").Any() || statement.Dates.Count > 0 || sayers.Count > 0 || statement.Hits.Any(hit => hit.Rule.About is "event" or "theme" or "stance"),
        };
    }

    private static string Named(Statement statement, ItemKind kind) =>
        string.Join(", ", statement.Items.Where(item => item.Is(kind)).Select(item => item.Span.Start - statement.Sentence.Span.Start)
            .Zip(statement.Items.Where(item => item.Is(kind)).Select(item => item.Span.Length), (start, length) => statement.Words.Substring(start, length)).Distinct());
}
