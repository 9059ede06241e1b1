using PartnershipTracker.Model;
using PartnershipTracker.Proposing;

namespace PartnershipTracker.Tests;

public sealed class StanceTests
{
    [Theory]
    [InlineData("Microsoft and OpenAI compete for customers.", Stance.Competing, "compete")]
    [InlineData("Microsoft provides OpenAI with computing power.", Stance.Complementary, "provides")]
    [InlineData("Google competes with OpenAI.", Stance.Neutral, "")]
    [InlineData("Microsoft funds OpenAI, but the two are rivals in search.", Stance.Competing, "rivals")]
    [InlineData("Although they compete, Microsoft still supplies OpenAI.", Stance.Complementary, "supplies")]
    [InlineData("OpenAI will rent capacity from Oracle.", Stance.Competing, "capacity")]
    [InlineData("Microsoft shares closed at $410.", Stance.Neutral, "")]
    public void The_deciding_half_decides(string sentence, Stance stance, string cue)
    {
        var claim = Assert.Single(Samples.Propose(sentence), s => s.Kind == SuggestionKind.Claim && s.Part == 1);
        Assert.Equal(stance, claim.Stance);
        Assert.Contains(claim.Reasons, r => r.About == "stance" && r.Words.Contains(cue, StringComparison.Ordinal));
    }

    [Fact]
    public void A_question_is_no_claim() =>
        Assert.Empty(Proposer.Propose(Samples.Read("Will Microsoft compete with OpenAI?"), null, Samples.Themes, Vocabulary.Default));

    [Theory]
    [InlineData("Redmond company", "microsoft")]
    [InlineData("The ChatGPT maker said so.", "openai")]
    [InlineData("A metaphor of an oracle in an apple.", "")]
    public void Parties_are_known_by_their_aliases(string text, string slugs) =>
        Assert.Equal(slugs, string.Join(' ', Vocabulary.Default.PartiesIn(text).Select(p => p.Slug)));
}
