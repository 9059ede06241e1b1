using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using PartnershipTracker.Benchmarks.Quality;
using PartnershipTracker.Reading;
using PartnershipTracker.Reading.Formats;

namespace PartnershipTracker.Tests;

public sealed class FormatTests
{
    [Theory]
    [InlineData("05-cma-closes.html")]
    [InlineData("10-wsj-antitrust.html")]
    [InlineData("13-british-explainer.html")]
    [InlineData("02-blog-two-hats.md")]
    [InlineData("04-press-release-dispatch.md")]
    [InlineData("07-newsletter-compute-ledger.md")]
    [InlineData("08-table-money-ledger.md")]
    [InlineData("11-interview-varga.md")]
    public void Every_sentence_of_a_practice_article_stands_in_one_passage(string file)
    {
        var article = Captured(file);
        var gold = Gold(file);
        var passages = Lines(article).Select(Matching.Fold).ToList();
        var missing = gold["sentences"]!.AsArray().Select(sentence => Matching.Fold(sentence!.GetValue<string>()))
            .Where(sentence => !passages.Any(passage => passage.Contains(sentence, StringComparison.Ordinal)));
        Assert.Empty(missing);
        Assert.StartsWith(gold["title"]!.GetValue<string>(), article.Fields.Title);
    }

    [Theory]
    [InlineData("05-cma-closes.html", "The regulator’s offices in London. Picture: Docket Review")]
    [InlineData("10-wsj-antitrust.html")]
    [InlineData("13-british-explainer.html")]
    public void Page_furniture_is_not_in_the_readable_text(string file, params string[] captions)
    {
        var article = Captured(file);
        var furniture = Gold(file)["boilerplate"]!.AsArray().Select(line => line!.GetValue<string>()).Except(captions);
        Assert.Empty(furniture.Intersect(Lines(article)));
        Assert.All(captions, caption => Assert.Contains(caption, article.Text));
    }

    [Theory]
    [InlineData("05-cma-closes.html", "Imogen R. Fairweather|The Docket Review|2025-03-06|en")]
    [InlineData("10-wsj-antitrust.html", "Lucía Quiroga|Bay Courier|2025-06-17|en-US")]
    [InlineData("13-british-explainer.html", "|The Kettering Post|2025-10-29|en-GB")]
    [InlineData("02-blog-two-hats.md", "Petra Solheim||2023-09-07|")]
    public void What_an_article_tells_about_itself_is_read(string file, string fields)
    {
        var article = Captured(file);
        var (found, format) = (article.Fields, file.EndsWith(".md", StringComparison.Ordinal) ? ArticleFormat.Markdown : ArticleFormat.Html);
        Assert.Equal(fields, $"{found.Author}|{found.Site}|{found.Published}|{found.Language}");
        Assert.Equal(format, article.Format);
    }

    [Theory]
    [InlineData("<p>A&nbsp;b &amp;\n\tc.<p>D<br>e.<br><br>F.", "A b & c.|D e.|F.")]
    [InlineData("<ul><li>One<li>Two <b>bold</b></ul><table><tr><th>Sum<td>$1<td></table><dl><dt>T<dd>D</dl>", "One|Two bold|Sum|$1|T|D")]
    [InlineData("<p>Seen.</p><p hidden>No</p><p style='display: none'>No</p><p aria-hidden=true>No</p><script>No</script><noscript>No</noscript><template>No</template><button>No</button><nav>No</nav>", "Seen.")]
    [InlineData("<body class='share newsletter'><div class=sidebar-left><article><p>The whole page.</article></div>", "The whole page.")]
    [InlineData("<p>Text of it.<p>Share this article<p>Share prices fell on Tuesday.<div class=most-read>No</div>", "Text of it.|Share prices fell on Tuesday.")]
    [InlineData("<pre>a  b\nc</pre><blockquote>Said.<p>More.</blockquote><figure><img alt=No><figcaption>Caption</figcaption></figure>", "a b c|Said.|More.|Caption")]
    public void A_page_is_read_block_by_block(string html, string passages) =>
        Assert.Equal(passages, string.Join('|', Lines(Read(html, "a.html"))));

    [Fact]
    public void Tables_figures_and_headline_of_a_found_article_survive()
    {
        var prose = string.Concat(Enumerable.Repeat("<p>Microsoft and OpenAI signed, after long talks, a contract that both of them called fair, open and new.</p>", 6));
        var html = $"<html><head><title>Deal | Paper</title></head><body><div class=top><a href=/>Home</a></div><h1>The deal</h1><div><div>{prose}<table><tr><td>2019</td><td>$1 billion</td></tr></table>{prose}"
            + "<figure><figcaption>Signed in haste</figcaption></figure></div></div><div><a href=/1>Other story</a> <a href=/2>And another</a></div>";
        var lines = Lines(Read(html, "a.html"));
        Assert.Equal(["The deal", "2019", "$1 billion", "Signed in haste"], lines.Where(line => line.Length < 30));
    }

    [Theory]
    [InlineData("# H\n\nA *b* [c](d) ![e](f)\ng &amp; ~~h~~ <i>x</i>\\*.\n\n<!-- no -->\n- one\n- two\n  more\n", "Heading H|Prose A b c g & h x*.|ListItem one|ListItem two more")]
    [InlineData("| A | B |\n|---|---|\n| c | d |\n\n```\nx = 1\n```\n", "TableCell A|TableCell B|TableCell c|TableCell d|Code x = 1")]
    [InlineData("Text.[^1]\n\n[^1]: Footnote *text*.\n\n> Quoted\n> twice.\n\n<https://a.example/> `c`", "Prose Text.|Prose Quoted twice.|Prose https://a.example/ c|Prose Footnote text.")]
    [InlineData("---\ntitle: T\n---\n\nBody.\n\n---\n\nMore.", "Prose Body.|Prose More.")]
    public void Markdown_is_read_without_its_marks(string markdown, string passages)
    {
        var read = MarkdownText.Read(markdown);
        Assert.Equal(passages, string.Join('|', read.Passages.Select(passage => $"{passage.Kind} {passage.Span.In(read.Text)}")));
    }

    [Theory]
    [InlineData("02-blog-two-hats.md", 0.95)]
    [InlineData("08-table-money-ledger.md", 0.95)]
    [InlineData("11-interview-varga.md", 0.95)]
    public void Runs_of_Markdown_stand_in_the_file_letter_for_letter(string file, double share)
    {
        var markdown = File.ReadAllText(Samples.PathOf($"Practice/{file}"));
        var read = MarkdownText.Read(markdown);
        Assert.All(read.Runs, run => Assert.Equal(markdown.Substring(run.SourceStart, run.Span.Length), run.Span.In(read.Text)));
        Assert.True(read.Runs.Sum(run => run.Span.Length) > share * read.Text.Length, $"{read.Runs.Sum(run => run.Span.Length)} of {read.Text.Length}");
        Assert.Equal(read.Runs.Select(run => run.Span.Start).Order(), read.Runs.Select(run => run.Span.Start));
    }

    [Theory]
    [InlineData("One.\n# Not a heading\nTwo.", null, ArticleFormat.PlainText)]
    [InlineData("# A\n\n## B\n\nText.", null, ArticleFormat.Markdown)]
    [InlineData("# A\n\n## B\n\nText.", "a.txt", ArticleFormat.PlainText)]
    [InlineData("Text with **strong** and a [link](https://a.example).", null, ArticleFormat.Markdown)]
    [InlineData("---\ntitle: A\n---\nText.", null, ArticleFormat.Markdown)]
    [InlineData("---\nNo key here\n---\nText.", null, ArticleFormat.PlainText)]
    [InlineData("Text.", "a.MD", ArticleFormat.Markdown)]
    [InlineData("\n<!DOCTYPE html><p>Text.", null, ArticleFormat.Html)]
    [InlineData("<p>Text.", null, ArticleFormat.PlainText)]
    [InlineData("<p>Text.", "a.htm", ArticleFormat.Html)]
    public void A_format_is_found_by_name_and_then_by_content(string text, string? name, ArticleFormat format) =>
        Assert.Equal(format, Read(text, name).Format);

    public static TheoryData<byte[], ReadHints, string> Decoded => new()
    {
        { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Tie–up")], new(), "Tie–up" },
        { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Tie–up")], new(), "Tie–up" },
        { [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("Tie–up")], new(), "Tie–up" },
        { [0x93, 0x61, 0xE9, 0x94], new() { Charset = "Windows-1252" }, "“aé”" },
        { [0x61, 0xE9], new() { MediaType = "text/plain; charset=iso-8859-1" }, "aé" },
        { [.. "<html><meta charset=latin1><p>a"u8, 0xE9], new(), "aé" },
        { [.. "<html><meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>"u8, 0x80], new(), "€" },
    };

    [Theory]
    [MemberData(nameof(Decoded), DisableDiscoveryEnumeration = true)]
    public void A_declared_character_set_is_believed(byte[] bytes, ReadHints hints, string text) =>
        Assert.Equal(text, Assert.IsType<ReadResult.Read>(ArticleReader.Read(bytes, hints)).Article.Text);

    public static TheoryData<byte[], string?, string> Refused => new()
    {
        { [0x61, 0xE9], null, "byte 2" },
        { [.. "PK\u0003\u0004"u8, 0, 0], "a.docx", "ZIP archive or an Office file, not an article" },
        { [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D], null, "PNG image" },
        { [0xFF, 0xD8, 0xFF, 0xE0], "a.txt", "JPEG image" },
        { [0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61], null, "byte 3" },
        { "a\0b"u8.ToArray(), "a.html", "NUL" },
        { "Text."u8.ToArray(), "a.pdf", "not a PDF" },
        { "%PDF-1.7 and then nothing"u8.ToArray(), null, "damaged" },
        { Papers.Of([]), null, "no text" },
        { "<html><body><script>x()</script>"u8.ToArray(), null, "no text" },
        { "<!-- nothing -->"u8.ToArray(), "a.md", "no text" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_read_is_refused_in_words(byte[] bytes, string? name, string named) =>
        Assert.Contains(named, Assert.IsType<ReadResult.Refused>(ArticleReader.Read(bytes, new ReadHints { FileName = name })).Why);

    [Fact]
    public void A_PDF_is_read_in_paragraphs()
    {
        var article = Paper(Papers.Of("The title", "Ann Author",
            [(72, 780, 20, "A heading"),
            .. Papers.Column(72, 740, "Microsoft has put thirteen billion dollars into the multi-", "year partner-", "ship with OpenAI and it runs on GPT-", "4 today. It goes on here, and on", "to the end."),
            .. Papers.Column(72, 650, "A second paragraph stands", "below a gap.")]));
        Assert.Equal(["A heading", "Microsoft has put thirteen billion dollars into the multi-year partnership with OpenAI and it runs on GPT-4 today. It goes on here, and on to the end.", "A second paragraph stands below a gap."], Lines(article));
        Assert.Equal("The title|Ann Author|2025-03-06", $"{article.Fields.Title}|{article.Fields.Author}|{article.Fields.Published}");
        Assert.Equal(ArticleFormat.Pdf, article.Format);
    }

    [Fact]
    public void Running_heads_and_page_numbers_are_no_text()
    {
        string[] words = ["the first", "the second", "the third", "the fourth"];
        var article = Paper(Papers.Of([.. words.Select((name, n) => Papers.Column(72, 700, $"This is {name} page and it says", $"what {name} has to say.")
            .Prepend((72, 800, 9, $"The Paper, {n + 1} May 2025")).Append((300, 30, 9, $"{n + 1}")))]));
        Assert.Equal(words.Select(name => $"This is {name} page and it says what {name} has to say."), Lines(article));
    }

    [Fact]
    public void Two_columns_are_read_one_after_the_other()
    {
        string[] left = ["Left one goes on for", "a while and then left", "two and after it left", "three and then comes", "left four and the rest", "of it ends here."];
        string[] right = ["Right one goes on for", "a while and then right", "two and after it right", "three and then comes", "right four and the rest", "of it ends here too."];
        var article = Paper(Papers.Of([(72, 780, 10, "A line across both of the columns, long enough to cross the gap between them."), .. Papers.Column(72, 740, left), .. Papers.Column(320, 740, right)]));
        Assert.Equal([string.Join(' ', left), string.Join(' ', right)], Lines(article).Skip(1));
    }

    [Fact]
    public void A_PDF_with_too_many_pages_is_refused()
    {
        var bytes = Papers.Of([.. Enumerable.Repeat(Papers.Column(72, 700, "Text."), PdfText.MaxPages + 1)]);
        Assert.Contains("501 pages", Assert.IsType<ReadResult.Refused>(ArticleReader.Read(bytes)).Why);
    }

    public static TheoryData<string, string, string?> Hostile => new()
    {
        { "a.html", Repeat("<div>", 30_000), "512 deep" },
        { "a.html", Repeat("<", 100_000), null },
        { "a.html", "<p>x" + Repeat("<b a=1>", 600), "512 deep" },
        { "a.html", "<svg><title>" + Repeat("<div>", 30_000), "512 deep" },
        { "a.html", "<select><title>x<input>" + Repeat("<div>", 30_000), "512 deep" },
        { "a.html", Repeat("<div></x>", 30_000), "512 deep" },
        { "a.html", "<!-->" + Repeat("<div>", 30_000), "512 deep" },
        { "a.html", string.Concat(Enumerable.Range(0, 500).Select(n => $"<b a={n}>")) + Repeat("<p>x", 90_000), "elements" },
        { "a.html", Repeat("<p>x", 99_000), null },
        { "a.html", Repeat("<div><a href=x>abc</a></div>", 45_000), null },
        { "a.html", Repeat("<p>Some words, that are here in the text of it.</p>", 7_000), null },
        { "a.html", Repeat("<table><tr><td>", 511) + "x", null },
        { "a.html", "<p class=\"" + new string('a', 1_900_000) + "\">Text.", null },
        { "a.html", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(n => $"a{n} ")) + ">x", "attributes" },
        { "a.html", new string('x', HtmlGuard.MaxCharacters + 1), "2 MB" },
        { "a.html", "<p title='unclosed " + Repeat("<p>x", 100_000), "no text" },
        { "a.md", Repeat("[", 100_000), null },
        { "a.md", Repeat("[a](", 200_000), "one paragraph" },
        { "a.md", Repeat("a <? ", 100_000), "one paragraph" },
        { "a.md", Repeat("[a]: b\n", 100_000), "definitions" },
        { "a.md", Repeat("a\n=\n", 100_000), "underlines" },
        { "a.md", Repeat("> ", 100_000), "deeply" },
        { "a.md", Repeat("*a ", 100_000), "deeply" },
        { "a.md", Repeat("word ", 200_000), null },
        { "a.md", Repeat("word ", 2_000_000), "1 million" },
        { "a.txt", Repeat("[", 100_000), null },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Hostile_files_are_read_or_refused_in_time(string name, string text, string? refused)
    {
        var clock = Stopwatch.StartNew();
        var result = ArticleReader.Read(text, new ReadHints { FileName = name });
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
        if (refused is not null)
        {
            Assert.Contains(refused, Assert.IsType<ReadResult.Refused>(result).Why);
        }
    }

    [Theory]
    [InlineData("a.html")]
    [InlineData("a.md")]
    [InlineData("a.pdf")]
    public void Damaged_files_never_throw_and_spans_stay_within_the_text(string name)
    {
        var whole = name switch
        {
            "a.html" => File.ReadAllBytes(Samples.PathOf("Practice/10-wsj-antitrust.html")),
            "a.md" => File.ReadAllBytes(Samples.PathOf("Practice/02-blog-two-hats.md")),
            _ => Papers.Of("T", "A", Papers.Column(72, 700, "A page with some words on it", "and more of them.")),
        };
        var random = new Random(17);
        for (var n = 0; n < 2_000; n++)
        {
            if (ArticleReader.Read(Mutated(whole, random), new ReadHints { FileName = name }) is ReadResult.Read { Article: var article })
            {
                Assert.All(article.Marked.Select(mark => mark.Span).Concat(article.Sentences.SelectMany(sentence => sentence.Places)),
                    span => Assert.InRange(span.End, span.Start + 1, article.Text.Length));
            }
        }
    }

    private static byte[] Mutated(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(Math.Min(60, bytes.Count - at));
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)"<>[]()*_|&#-/\"'=\n 0azZ"[random.Next(22)];
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    private static string Repeat(string part, int times) => new StringBuilder(part.Length * times).Insert(0, part, times).ToString();

    private static Article Read(string text, string? name) =>
        Assert.IsType<ReadResult.Read>(ArticleReader.Read(text, new ReadHints { FileName = name })).Article;

    private static Article Paper(byte[] bytes) => Assert.IsType<ReadResult.Read>(ArticleReader.Read(bytes)).Article;

    /// <summary>The passages, found again in the stored text alone.</summary>
    private static List<string> Lines(Article article) => [.. Passages.Of(article.Text).Select(span => span.In(article.Text))];

    private static Article Captured(string file) =>
        Assert.IsType<ReadResult.Read>(ArticleReader.Read(File.ReadAllBytes(Samples.PathOf($"Practice/{file}")), new ReadHints { FileName = file })).Article;

    private static JsonNode Gold(string file) =>
        JsonNode.Parse(File.ReadAllText(Samples.PathOf($"Practice/{Path.ChangeExtension(file, ".gold.json")}")))!;
}
