using PartnershipTracker.Proposing;

namespace PartnershipTracker.Tests;

/// <summary>Names that a hard-wrapped text breaks over two lines.</summary>
public sealed class WrappedNameTests
{
    [Theory]
    [InlineData("Microsoft and OpenAI have agreed on it, according to The\nInformation, which has seen a memo.", "The Information")]
    [InlineData("Microsoft and OpenAI have agreed on it, according to The\r\nInformation, which has seen a memo.", "The Information")]
    [InlineData("“Microsoft and OpenAI have agreed on all of it,” said Sam\nAltman.", "Sam Altman")]
    [InlineData("Microsoft and OpenAI have agreed on it, according to Maren\nAldous, who has seen a memo.", "Maren Aldous")]
    [InlineData("Microsoft and OpenAI have agreed on it, according to people\nfamiliar with the matter.", "people familiar with the matter")]
    public void A_name_broken_over_two_lines_is_the_name(string text, string canonical)
    {
        var claim = Assert.Single(Samples.Propose(text), suggestion => suggestion.Kind == SuggestionKind.Claim);
        Assert.Equal(canonical, Assert.Single(claim.Chain).Canonical);
        Assert.Contains(claim.Chain[0].Name, text);
    }
}
