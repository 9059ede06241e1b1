using PartnershipTracker.Proposing;

namespace PartnershipTracker.Tests;

/// <summary>Who says it, in the formulas of news.</summary>
public sealed class SayerTests
{
    [Theory]
    [InlineData("Microsoft said in a statement that it would keep buying from OpenAI.", "Microsoft")]
    [InlineData("Sam Altman said in an interview that Microsoft remains a partner.", "Sam Altman")]
    [InlineData("Two executives did not want Azure from Microsoft.", "")]
    [InlineData("Microsoft will not invest in OpenAI in June 2026.", "")]
    [InlineData("OpenAI has not said whether Azure would remain its cloud.", "")]
    [InlineData("The deal with OpenAI was signed, according to three people familiar with the matter who asked not to be named.", "three people familiar with the matter")]
    [InlineData("Gil Luria at Davidson said Microsoft competes with OpenAI.", "Gil Luria")]
    [InlineData("Its finance chief, Amy Hood, said Microsoft had lost money on OpenAI.", "Amy Hood")]
    [InlineData("People familiar with the talks said Microsoft had yet to sign with OpenAI.", "People familiar with the talks")]
    [InlineData("If regulators ask whether Microsoft controls OpenAI, it helps to have called it a rival.", "")]
    [InlineData("Neither company has confirmed that Microsoft pays OpenAI.", "")]
    public void Who_says_a_sentence_is_found(string sentence, string who) =>
        Assert.Equal(who, string.Join(" → ", Claims(sentence)[0].Chain.Select(link => link.Canonical)));

    [Fact]
    public void He_is_whoever_was_named_since_somebody_last_spoke()
    {
        var claims = Claims("Mustafa Suleyman told staff that Microsoft would build models.\n\nSam Altman was blunter about Microsoft. \"Microsoft can fund competitors,\" he told employees.");
        Assert.Equal("Sam Altman", claims[^1].Chain[0].Canonical);
    }

    [Fact]
    public void A_quotation_of_several_sentences_has_one_speaker()
    {
        var claims = Claims("\"We love Microsoft. OpenAI would not be here without Azure. It has funded us,\" said Dana Whitlock, an engineer.");
        Assert.Equal(3, claims.Count);
        Assert.All(claims, claim => Assert.Equal("Dana Whitlock", Assert.Single(claim.Chain).Canonical));
    }

    [Theory]
    [InlineData("Microsoft will not invest in OpenAI in June 2026.")]
    [InlineData("Microsoft plans to sign a deal with OpenAI on June 3.")]
    public void What_has_not_happened_is_no_event(string sentence) => Assert.DoesNotContain(Samples.Propose(sentence), s => s.Kind == SuggestionKind.Event);

    [Theory]
    [InlineData("Copyright 2026 TechWire Media. All rights reserved.")]
    [InlineData("(Reporting by Dana Whitlock; Editing by Tom Hale)")]
    [InlineData("Sign up for our newsletter to get the latest news on Microsoft and OpenAI every day.")]
    [InlineData("This article was originally published on March 10 and has been updated.")]
    public void What_stands_under_articles_is_not_read(string line) =>
        Assert.DoesNotContain(Claims($"Microsoft funds OpenAI and supplies it with servers.\n\n{line}"), claim => line.Contains(claim.Words, StringComparison.Ordinal));

    [Fact]
    public void Every_theme_has_words_that_speak_for_it() => Assert.All(
        Claims("Microsoft funds OpenAI. Azure hosts its models. The regulator looked at the board. Copilot sells to companies. It grew."),
        claim => Assert.All(claim.Reasons.Where(reason => reason.About.StartsWith("theme ", StringComparison.Ordinal)), reason => Assert.NotEqual("", reason.Words)));

    private static List<Suggestion> Claims(string text) => [.. Samples.Propose(text).Where(s => s.Kind == SuggestionKind.Claim && s.Part == 1)];
}
