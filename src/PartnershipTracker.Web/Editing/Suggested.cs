using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Editing;

/// <summary>What publishing a proposal untouched would enter, and whether a decision is just that.</summary>
internal static class Suggested
{
    public static ClaimDraft Claim(Proposal proposal) => new()
    {
        Statement = proposal.Suggestion.Words,
        Stance = proposal.Suggestion.Stance,
        Themes = proposal.Suggestion.Themes,
        Voice = proposal.Suggestion.Voice,
        Happened = proposal.Date?.Edtf,
        HappenedWords = proposal.Date?.Words,
        Evidence = [Evidence(proposal)],
    };

    public static EventDraft Event(Proposal proposal) => new()
    {
        Title = proposal.Suggestion.Words,
        Themes = proposal.Suggestion.Themes,
        Date = proposal.Date?.Edtf,
        DateWords = proposal.Date?.Words,
        Evidence = [Evidence(proposal)],
    };

    public static bool IsSame(ClaimDraft a, ClaimDraft b) =>
        a.Statement == b.Statement && a.Stance == b.Stance && a.Voice == b.Voice && a.Happened == b.Happened
        && a.Themes.ToHashSet().SetEquals(b.Themes) && IsSame(a.Evidence, b.Evidence);

    public static bool IsSame(EventDraft a, EventDraft b) =>
        a.Title == b.Title && a.Date == b.Date
        && a.Themes.ToHashSet().SetEquals(b.Themes) && IsSame(a.Evidence, b.Evidence);

    private static bool IsSame(IReadOnlyList<EvidenceDraft> a, IReadOnlyList<EvidenceDraft> b) =>
        a.Select(e => e.Span).SequenceEqual(b.Select(e => e.Span))
        && a.SelectMany(e => e.Chain.Select(link => link.Name)).SequenceEqual(b.SelectMany(e => e.Chain.Select(link => link.Name)));

    public static EvidenceDraft Evidence(Proposal proposal) => new(
        proposal.DocumentId,
        new TextSpan(proposal.Start, proposal.End),
        null,
        [.. proposal.Suggestion.Chain.Select(named => new ChainDraft(named.Name, named.Kind, named.Name))]);
}
