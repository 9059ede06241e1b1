using System.Text;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Tests;

public sealed class ReadingTests
{
    public static TheoryData<byte[], string> Refused => new()
    {
        { [], "empty" },
        { "  \n\t "u8.ToArray(), "empty" },
        { [0x61, 0xff, 0x62], "byte 2" },
        { [0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00], "UTF-16: byte 3" },
        { "a\0b"u8.ToArray(), "NUL" },
        { new byte[ArticleReader.MaxBytes + 1], "10 MB" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_is_no_text_is_refused_in_words(byte[] bytes, string named) =>
        Assert.Contains(named, Assert.IsType<ReadResult.Refused>(ArticleReader.Read(bytes)).Why);

    public static TheoryData<int> Bad => [.. Enumerable.Range(0, BadInput.All.Count)];

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_file_nobody_can_read_is_refused_by_what_is_wrong_with_it(int number)
    {
        var (file, named, bytes) = BadInput.All[number];
        var why = Assert.IsType<ReadResult.Refused>(ArticleReader.Read(bytes(), new ReadHints { FileName = file })).Why;
        Assert.Contains(named, why);
        Assert.DoesNotContain('\n', why);
    }

    [Fact]
    public void Half_a_character_is_refused() => Assert.IsType<ReadResult.Refused>(ArticleReader.Read("a\ud83d b"));

    [Fact]
    public void A_byte_order_mark_is_kept_in_the_bytes_and_left_out_of_the_text()
    {
        byte[] bytes = [0xef, 0xbb, 0xbf, .. "Text. More."u8];
        var article = Assert.IsType<ReadResult.Read>(ArticleReader.Read(bytes)).Article;
        Assert.Equal("Text. More.", article.Text);
        Assert.Equal(bytes, article.Bytes);
        Assert.NotEqual(article.BytesSha256, article.TextSha256);
    }

    [Theory]
    [InlineData("12 comments\nMicrosoft funds OpenAI.\nSubscribe to our newsletter\n3 min read", "Scraped 12 comments|Scraped Subscribe to our newsletter|Scraped 3 min read")]
    [InlineData("# A heading\nShares in Microsoft rose.\nShare prices fell too.", "Heading # A heading")]
    [InlineData("One long enough line about Microsoft that stands in the text twice, word for word, is a repeat.\nOther words between.\nOne long enough line about Microsoft that stands in the text twice, word for word, is a repeat.", "Repeated One long")]
    [InlineData("Yes, he said.\nSomething else happened in between.\nYes, he said.", "")]
    public void Lines_that_are_not_read_are_marked(string text, string marks) => Assert.Equal(
        marks, string.Join('|', Samples.Read(text).Marked.Select(m => $"{m.Kind} {m.Span.In(text)[..Math.Min(m.Span.Length, m.Kind == LineKind.Repeated ? 8 : 99)]}")));

    [Theory]
    [InlineData("The two firms signed.", "[4, 7)", "two")]
    [InlineData("He said “it’s over” twice.", "[8, 19)", "\"it's over\"")]
    [InlineData("One\n  two three", "[0, 9)", "One two")]
    [InlineData("a b a b", "[0, 3) [4, 7)", " a b ")]
    [InlineData("abc", "", "")]
    [InlineData("🙂 then two", "[8, 11)", "two")]
    public void A_quote_is_found_in_the_texts_own_words(string text, string places, string words) =>
        Assert.Equal(places, string.Join(' ', QuoteFinder.Find(text, words).Places));

    [Fact]
    public void A_quote_that_is_not_there_gets_the_nearest_sentence()
    {
        const string text = "Nothing here. Microsoft will fund OpenAI for years. Nor here.";
        var search = QuoteFinder.Find(text, "Microsoft will fund OpenAI for decades.");
        Assert.Empty(search.Places);
        Assert.Equal("Microsoft will fund OpenAI for years.", search.Nearest!.Span.In(text));
        Assert.Null(QuoteFinder.Find(text, "Entirely different words altogether").Nearest);
    }

    public static TheoryData<string> Hostile => [new string('a', 2_000_000), new string('.', 2_000_000), new string('"', 2_000_000), new string('\n', 2_000_000) + "a", string.Concat(Enumerable.Repeat("In March ", 100_000)), string.Concat(Enumerable.Repeat("Microsoft said so. ", 50_000)), string.Concat(Enumerable.Repeat("A. ", 300_000))];

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Hostile_texts_are_read_to_the_end(string text)
    {
        var article = Samples.Read(text);
        var suggestions = Proposing.Proposer.Propose(article, EdtfDate.Parse("2023-06~"), Samples.Themes, Proposing.Vocabulary.Default);
        Assert.All(suggestions, s => Assert.InRange(s.Span.End, 1, text.Length));
        Assert.Equal(Encoding.UTF8.GetByteCount(text), article.Bytes.Length);
    }

    [Fact]
    public void The_head_of_a_plain_text_tells_title_author_and_date()
    {
        const string text = "OpenAI and Microsoft rework their cloud pact as rivalry grows\nBy Dana Whitlock and Priya Raman\nUpdated 14 May 2026, 9:12 a.m. ET\n\nMicrosoft signed a deal with OpenAI.";
        var article = Samples.Read(text);
        Assert.Equal(("OpenAI and Microsoft rework their cloud pact as rivalry grows", "Dana Whitlock and Priya Raman", "2026-05-14"), (article.Fields.Title, article.Fields.Author, article.Fields.Published?.Value));
        Assert.Equal(["Microsoft signed a deal with OpenAI."], article.Sentences.Select(sentence => sentence.Span.In(text)));
    }

    [Theory]
    [InlineData("A line without a stop\n\nMicrosoft signed a deal.")]
    [InlineData("Microsoft signed a deal.\nBy Monday it was public.")]
    public void A_text_without_a_head_tells_nothing(string text) => Assert.Equal(new ArticleFields(), Samples.Read(text).Fields);
}
