using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Tests;

/// <summary>How much two texts share, and whether two sentences say the same.</summary>
public sealed class ShinglesTests
{
    private const string Story = "Microsoft said on Tuesday that it would keep paying OpenAI for computing, while the laboratory looks for other suppliers of chips.";

    [Theory]
    [InlineData(Story, 1.0, 1.0)]
    [InlineData("MICROSOFT said on Tuesday,\r\n\r\nthat it would keep paying OpenAI for computing; while the laboratory looks for other suppliers of chips!", 1.0, 1.0)]
    [InlineData("Microsoft said on Tuesday that it would keep paying OpenAI for computing.", 0.44, 1.0)]
    [InlineData("Nothing of this kind was said by anyone on any day of the week.", 0.0, 0.0)]
    [InlineData("Too short.", 0.0, 0.0)]
    public void Containment_tells_both_directions(string other, double share, double otherShare)
    {
        var (a, b) = (Of(Story), Of(other));
        Assert.Equal(share, a.ShareIn(b), 2);
        Assert.Equal(otherShare, b.ShareIn(a), 2);
        Assert.Equal(a.Resemblance(b), b.Resemblance(a));
    }

    [Fact]
    public void Scraped_lines_do_not_count()
    {
        var text = $"Share this article with your friends today please\n{Story}";
        var scraped = new MarkedLine(new TextSpan(0, text.IndexOf('\n', StringComparison.Ordinal)), LineKind.Scraped, "test");
        Assert.Equal(1, Shingles.Of(text, [scraped]).Resemblance(Of(Story)));
        Assert.True(Of(text).Resemblance(Of(Story)) < 1);
    }

    [Fact]
    public void The_sample_of_a_long_text_holds_what_it_shares_with_a_short_one()
    {
        var words = Enumerable.Range(0, 200_000).Select(n => $"w{n * 7919 % 100_003}").ToList();
        var (book, excerpt) = (Of(string.Join(' ', words)), Of(string.Join(' ', words.Skip(5000).Take(2000))));
        Assert.InRange(book.Sample.Count, 8_000, 16_384);
        Assert.Equal(1, excerpt.ShareIn(book));
        Assert.InRange(excerpt.Sample.Intersect(book.Sample).Count(), 20, excerpt.Count);
    }

    [Fact]
    public void Hashes_are_the_same_on_every_machine_and_in_every_version() =>
        Assert.Equal([8697162048111790866], Of("one two three four five six").Sample);

    [Theory]
    [InlineData("microsoft said on tuesday that it would keep paying OpenAI for computing while the laboratory looks for other suppliers of chips", true)]
    [InlineData("On Tuesday Microsoft said that it would keep paying OpenAI for computing, while the lab looks for other suppliers of chips.", true)]
    [InlineData("Microsoft said on Tuesday that it would not keep paying OpenAI for computing, while the laboratory looks for other suppliers of chips.", false)]
    [InlineData("Microsoft said on Tuesday that it would keep paying OpenAI for computing.", false)]
    [InlineData("Microsoft said on Tuesday that it would keep paying OpenAI for computing, while the laboratory looks for 2 other suppliers of chips.", false)]
    [InlineData("Microsoft said.", false)]
    public void A_sentence_says_the_same_in_nine_of_ten_words_with_the_same_figures_and_denials(string later, bool same) =>
        Assert.Equal(same, Words(later).IsSaidBy(Words(Story)));

    private static Shingles Of(string text) => Shingles.Of(text, []);

    private static SentenceWords Words(string text) => SentenceWords.Of(text, new TextSpan(0, text.Length));
}
