using System.Text.Json.Nodes;
using PartnershipTracker.Benchmarks.Quality;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;
using Xunit.Abstractions;

namespace PartnershipTracker.Tests;

public sealed class SentenceTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("One. Two! Three? Four…")]
    [InlineData("Mr. Altman met Dr. Lee. They spoke.", "Mr. Altman met Dr. Lee.", "They spoke.")]
    [InlineData("GPT-3.5 cost $1.5 billion. It ran.", "GPT-3.5 cost $1.5 billion.", "It ran.")]
    [InlineData("\"It works.\" He left.", "\"It works.\"", "He left.")]
    [InlineData("An \"open mark stays open. It swallows nothing. Nor this.", "An \"open mark stays open.", "It swallows nothing.", "Nor this.")]
    [InlineData("including Codex and DALL. This makes sense.", "including Codex and DALL.", "This makes sense.")]
    [InlineData("paid OpenAI directly. 4 access.", "paid OpenAI directly.", "4 access.")]
    [InlineData("彼は来た。彼女も来た。", "彼は来た。", "彼女も来た。")]
    [InlineData("no stop at all", "no stop at all")]
    public void A_passage_is_cut_where_its_sentences_end(string text, params string[] sentences)
    {
        var expected = sentences.Length > 0 ? sentences : ["One.", "Two!", "Three?", "Four…"];
        Assert.Equal(expected, SentenceSplitter.Split(text, new TextSpan(0, text.Length)).Select(span => span.In(text)));
    }

    [Fact]
    public void Most_boundary_cases_are_right()
    {
        var cases = JsonNode.Parse(File.ReadAllText(Samples.PathOf("Practice/sentences.json")))!.AsArray();
        var right = cases.Select(IsRight).ToList();
        var (first, further) = (right.Take(52).Count(ok => ok), right.Skip(52).Count(ok => ok));
        output.WriteLine($"{first} of the first 52, {further} of the further {right.Count - 52}");
        Assert.True(first >= 52, $"{first} of 52");
        Assert.True(further >= 20, $"{further} of 20");
    }

    private bool IsRight(JsonNode? item)
    {
        var text = item!["text"]!.GetValue<string>();
        var found = Labels.TakeOff(text, Passages.Of(text)).SelectMany(passage => SentenceSplitter.Split(text, passage.Span)).Select(span => Matching.Fold(span.In(text)));
        var expected = item["sentences"]!.AsArray().Select(s => Matching.Fold(s!.GetValue<string>()));
        var ok = found.SequenceEqual(expected);
        if (!ok)
        {
            output.WriteLine($"WRONG {item["rule"]}: {string.Join(" | ", found)}");
        }

        return ok;
    }
}
