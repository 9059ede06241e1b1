using System.Text.Json.Nodes;
using PartnershipTracker.Benchmarks.Quality;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Tests;

/// <summary>The seed's laws.</summary>
public sealed class SeedTests
{
    private static readonly Sample Seed = Sample.Seed;
    private static readonly JsonNode Gold = JsonNode.Parse(File.ReadAllText(Samples.PathOf("Gold/seed.json")))!;

    private static string Text => Seed.Article.Text;

    [Fact]
    public void The_readable_text_is_the_file()
    {
        Assert.Equal("00706625c6b35e3e61b9d4b4ba6024cbe7c8e749199f0c3292b649cd0e82216f", Seed.Article.BytesSha256);
        Assert.Equal(Seed.Article.BytesSha256, Seed.Article.TextSha256);
        Assert.Equal(File.ReadAllText(Samples.PathOf("seeds/000_862f22007153cb7b.txt")), Text);
    }

    [Fact]
    public void Scraped_lines_the_heading_and_debris_are_marked() => Assert.Equal(
        """
        Scraped <100 subscribers
        Scraped Share Dialog
        Scraped Share Dialog
        Heading 01 Potential Competition Undercurrents
        Debris 4 access.
        Debris 4 access.
        Scraped No comments yet
        """,
        string.Join('\n', Seed.Article.Marked.Where(m => m.Kind != LineKind.Repeated).Select(m => $"{m.Kind} {m.Span.In(Text)}")));

    [Fact]
    public void The_second_copy_of_the_body_is_marked_and_each_point_proposed_once()
    {
        var repeated = Seed.Article.Marked.Where(m => m.Kind == LineKind.Repeated).ToList();
        Assert.Equal(7919, repeated[0].Span.Start);
        Assert.Equal(15795, repeated[^1].Span.End + 1);
        Assert.Equal(Seed.Claims.Count, Seed.Claims.Select(c => c.Words).Distinct().Count());
        Assert.All(Seed.Suggestions, s => Assert.True(s.Span.End <= 7919));
    }

    [Fact]
    public void Every_gold_claim_is_a_sentence_with_both_its_places()
    {
        foreach (var claim in Gold["claims"]!.AsArray())
        {
            var sentence = Assert.Single(Seed.Article.Sentences, s => s.Span.In(Text) == claim!["quote"]!.GetValue<string>());
            Assert.Equal(claim!["offsets"]!.AsArray().Select(o => o!.GetValue<int>()), sentence.Places.Select(place => place.Start));
        }
    }

    [Fact]
    public void Quotes_are_verbatim_faults_included()
    {
        Assert.Contains(Seed.Claims, c => c.Words.Contains("Auzre", StringComparison.Ordinal));
        Assert.All(Seed.Claims, c => Assert.Equal(c.Words, c.Span.In(Text)));
        Assert.DoesNotContain(Seed.Suggestions, s => s.Words.Contains("4 access", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_proposed_from_what_is_marked() => Assert.All(
        Seed.Suggestions, s => Assert.DoesNotContain(Seed.Article.Marked, m => m.Kind != LineKind.Repeated && m.Span.Overlaps(s.Span)));

    [Fact]
    public void Every_suggestion_gives_its_reasons() => Assert.All(Seed.Suggestions, s => Assert.NotEmpty(s.Reasons));

    [Theory]
    [InlineData("The Information → internal Microsoft document", "Recently, according to The Information")]
    [InlineData("The Information", "According to The Information, the partnership")]
    [InlineData("internal Microsoft document", "An internal Microsoft document instructs")]
    [InlineData("MIT Research Review", "The MIT Research Review reported")]
    [InlineData("Similar Web", "According to Similar Web's data")]
    [InlineData("VezaDigital", "According to research by marketing agency VezaDigital")]
    [InlineData("Some industry insiders", "Some industry insiders believe")]
    [InlineData("the outside world", "In the eyes of the outside world")]
    [InlineData("Microsoft", "In contrast, although Microsoft said")]
    [InlineData("", "Microsoft and OpenAI's relationship is becoming delicate.")]
    public void Who_says_it_is_found_outermost_first(string chain, string start)
    {
        var claim = Assert.Single(Seed.Claims, c => c.Part == 1 && c.Words.StartsWith(start, StringComparison.Ordinal));
        Assert.Equal(chain, string.Join(" → ", claim.Chain.Select(s => s.Name)));
    }

    [Fact]
    public void Sources_are_proposed_once_where_they_are_first_named()
    {
        var sources = Seed.Suggestions.Where(s => s.Kind == SuggestionKind.Source).ToList();
        Assert.Equal(sources.Count, sources.Select(s => s.Words).Distinct().Count());
        Assert.All(sources, s => Assert.Equal(s.Words, s.Span.In(Text)));
        Assert.Contains(sources, s => s.Words == "The Information");
    }
}
