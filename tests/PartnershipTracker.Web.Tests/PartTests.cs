using PartnershipTracker.Model;
using PartnershipTracker.Reading;
using PartnershipTracker.Web.Components.Parts;
using PartnershipTracker.Web.Editing;
using PartnershipTracker.Web.Querying;
using PartnershipTracker.Web.Security;

namespace PartnershipTracker.Web.Tests;

/// <summary>Small pieces that are best seen alone.</summary>
public sealed class PartTests
{
    [Theory]
    [InlineData("Microsoft's deal", "microsofts-deal")]
    [InlineData("  $10 billion — at last!  ", "10-billion-at-last")]
    [InlineData("Zoë’s Straße 2.0", "zoes-strasse-2-0")]
    [InlineData("日本", "untitled")]
    [InlineData("", "untitled")]
    public void A_slug_is_ascii_words_joined_by_hyphens(string text, string slug) => Assert.Equal(slug, Slugs.From(text));

    [Fact]
    public void A_long_slug_ends_at_a_word()
    {
        var slug = Slugs.From(string.Concat(Enumerable.Repeat("twelve chars ", 20)));
        Assert.True(slug.Length <= Slugs.MaxLength);
        Assert.EndsWith("-chars", slug);
    }

    // Text abcdefghij; each quote is number:start-end; the result reads [number…number] with ^ at a first and $ at a last piece.
    [Theory]
    [InlineData("1:2-5", "ab[^1 cde 1$]fghij")]
    [InlineData("1:0-10 2:3-6", "[^1 abc[^2 def 2$]ghij 1$]")]
    [InlineData("1:0-5 2:3-8", "[^1 abc[^2 de 2] 1$][2 fgh 2$]ij")]
    [InlineData("1:0-5 2:0-5", "[^1 [^2 abcde 2$] 1$]fghij")]
    [InlineData("1:0-6 2:2-8 3:4-10", "[^1 ab[^2 cd[^3 ef 3] 2] 1$][3 [2 gh 2$]ij 3$]")]
    [InlineData("1:0-3 2:3-6", "[^1 abc 1$][^2 def 2$]ghij")]
    public void Nested_quotes_nest_and_crossing_ones_are_split(string quotes, string expected)
    {
        var marks = quotes.Split(' ').Select(quote => quote.Split(':', '-').Select(int.Parse).ToArray())
            .Select(q => new QuoteMark(q[0], new TextSpan(q[1], q[2]), []));
        Assert.Equal(expected, Block(MarkedPassage.Cut("abcdefghij", new TextSpan(0, 10), marks)));
    }

    [Fact]
    public void Lines_keep_their_words_and_gather_repeats()
    {
        const string text = "Ad\nOne.\n\n  Two. \nOne.\nTwo.";
        var blocks = DocumentLines.Of(text, [new(new(0, 2), LineKind.Scraped, "ad"), new(new(17, 21), LineKind.Repeated, "r"), new(new(22, 26), LineKind.Repeated, "r")]);
        Assert.Equal(
            ["False: Scraped Ad|text One.|text Two.", "True: Repeated One.|Repeated Two."],
            blocks.Select(block => $"{block.IsRepeat}: {string.Join('|', block.Lines.Select(line => $"{line.Kind?.ToString() ?? "text"} {line.Span.In(text)}"))}"));
    }

    [Theory]
    [InlineData("Aa. Bb? Cc! Dd. Ee. Ff.", "Cc!", "Aa. Bb? Cc! Dd. Ee.")]
    [InlineData("Aa one. Bb two. Cc three. Dd four. Ee five. Ff six. Gg seven. Hh eight.", "Aa Hh", "Aa one. Bb two. Cc three.|Ff six. Gg seven. Hh eight.")]
    [InlineData("Aa one. Bb two.\n\nCc three.", "Cc", "Cc three.")]
    public void An_excerpt_is_a_quote_with_two_sentences_around(string text, string quotes, string expected)
    {
        var spans = quotes.Split(' ').Select(quote => new TextSpan(text.IndexOf(quote, StringComparison.Ordinal), text.IndexOf(quote, StringComparison.Ordinal) + quote.Length));
        Assert.Equal(expected, string.Join('|', DocumentLines.Excerpts(text, spans).Select(line => line.Span.In(text))));
    }

    [Theory]
    [InlineData("**a** [b](https://example.org)", "<p><strong>a</strong> <a href=\"https://example.org\">b</a></p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("[x](javascript:alert(1))", "<p><a>x</a></p>")]
    [InlineData("[x](data:text/html,hi)", "<p><a>x</a></p>")]
    [InlineData("# a {onclick=alert(1)}", "<h1>")]
    public void Markdown_becomes_harmless_html(string markdown, string expected)
    {
        var html = new SafeMarkup().Render(markdown);
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("onclick=\"", html);
        if (expected != "<h1>")
        {
            Assert.Equal(expected, html);
        }
        else
        {
            Assert.DoesNotContain("<h1", html);
        }
    }

    [Fact]
    public void Markdown_nested_too_deeply_becomes_plain_text()
    {
        var html = new SafeMarkup().Render(new string('>', 5000) + "a");
        Assert.StartsWith("<p>&gt;&gt;", html);
    }

    private static string Block(IEnumerable<MarkedPassage> passages) => string.Concat(passages.Select(passage => passage.Mark is { } mark
        ? $"[{(passage.IsFirst ? "^" : "")}{mark.Anchor} {Block(passage.Inside)} {mark.Anchor}{(passage.IsLast ? "$" : "")}]"
        : passage.Words));
}
