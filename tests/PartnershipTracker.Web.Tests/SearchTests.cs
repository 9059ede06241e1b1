using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Tests;
using PartnershipTracker.Web.Querying;

namespace PartnershipTracker.Web.Tests;

/// <summary>Searching seed and dossier, as a reader does.</summary>
public sealed partial class SearchTests(SeededApp seeded) : IClassFixture<SeededApp>
{
    private readonly HttpClient browser = seeded.App.Browser();

    [Fact]
    public async Task Every_claim_is_found_by_each_of_its_words()
    {
        var words = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        await using var db = await seeded.App.OpenAsync();
        foreach (var claim in await db.PublishedClaims().ToListAsync())
        {
            foreach (Match word in Word().Matches(claim.Statement))
            {
                (words.TryGetValue(word.Value, out var known) ? known : words[word.Value] = []).Add(Links.Claim(claim.Slug));
            }
        }

        Assert.True(words.Count > 500);
        await Parallel.ForEachAsync(words, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (word, _) =>
        {
            var found = await browser.WalkAsync(Search(word.Key) + "&kind=claims");
            Assert.True(word.Value.IsSubsetOf(found), $"{word.Key} does not find {string.Join(", ", word.Value.Except(found))}");
        });
    }

    [Fact]
    public async Task Every_third_claim_is_the_first_found_by_its_own_sentence_as_a_phrase()
    {
        await using var db = await seeded.App.OpenAsync();
        foreach (var claim in (await db.PublishedClaims().OrderBy(c => c.Id).ToListAsync()).Where((_, n) => n % 3 == 0))
        {
            var page = await browser.PageAsync(Search($"\"{claim.Statement}\""));
            Assert.Equal(Links.Claim(claim.Slug), page.QuerySelector(".found h3 a")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Every_quote_is_found_by_its_words_and_opens_as_that_quote()
    {
        await using var db = await seeded.App.OpenAsync();
        var quotes = await db.PublishedEvidence().Where(e => e.Kind == EvidenceKind.Quoted).Select(e => new { e.Exact, e.Anchor, e.Document!.Slug }).Distinct().ToListAsync();
        Assert.True(quotes.Count > 40);
        foreach (var quote in quotes)
        {
            var phrase = string.Join(' ', Word().Matches(quote.Exact!).Take(12).Select(word => word.Value));
            var page = await browser.PageAsync(Search($"\"{phrase}\"") + "&kind=documents");
            var opens = page.QuerySelectorAll(".found h3 a").Select(a => a.GetAttribute("href")!).ToList();
            var text = (await browser.PageAsync(Links.Document(quote.Slug))).QuerySelector(".text")!;
            Assert.NotEmpty(opens);
            Assert.Contains(opens, link => link.StartsWith($"{Links.Document(quote.Slug)}?quote=", StringComparison.Ordinal)
                && Plain(text.QuerySelector("#" + link.Split('#')[1])!.TextContent).Contains(Plain(phrase), StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_document_is_found_by_the_words_of_its_text_and_opens_at_them()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(TrackerApp.Seeds, "000_862f22007153cb7b.txt"));
        var words = Word().Matches(file).Select(word => word.Value).Distinct(StringComparer.OrdinalIgnoreCase).Where((_, n) => n % 5 == 0).ToList();
        Assert.True(words.Count > 80);
        var places = 0;
        foreach (var word in words)
        {
            var page = await browser.PageAsync(Search(word) + "&kind=documents");
            Assert.NotEmpty(page.QuerySelectorAll(".found li"));
            Assert.All(page.QuerySelectorAll(".found li"), li => Assert.Contains(li.QuerySelectorAll("mark.hit"), mark => mark.Words().Equals(word, StringComparison.OrdinalIgnoreCase)));
            foreach (var link in page.QuerySelectorAll(".found h3 a").Select(a => a.GetAttribute("href")!).Where(link => link.Contains(":~:text=", StringComparison.Ordinal)))
            {
                Assert.Contains(Uri.UnescapeDataString(link.Split(":~:text=")[1]), file);
                places++;
            }
        }

        Assert.True(places > 0);
    }

    [Theory]
    [InlineData("exclusiv*", "exclusive", "exclusively", "exclusivity")]
    [InlineData("\"right of first ref*\"", "right of first refusal")]
    [InlineData("AZURE", "Azure")]
    [InlineData("ázúrè", "Azure")]
    [InlineData("azu\u0301re", "Azure")]
    [InlineData("OpenAI's", "OpenAI's", "OpenAI’s")]
    [InlineData("OpenAI’s", "OpenAI's", "OpenAI’s")]
    [InlineData("\"right of first refusal\"", "right of first refusal")]
    [InlineData("“right of first refusal”", "right of first refusal")]
    public async Task A_hit_is_marked_as_it_stands(string typed, params string[] marks)
    {
        var hits = (await browser.PageAsync(Search(typed))).QuerySelectorAll("mark.hit").Select(mark => mark.Words()).ToList();
        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.Contains(hit, marks, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("azure exclusive")]
    [InlineData("microsoft openai revenue")]
    [InlineData("compute")]
    public async Task All_words_must_be_there_and_a_statement_that_has_them_all_comes_first(string typed)
    {
        await using var db = await seeded.App.OpenAsync();
        var statements = await db.PublishedClaims().ToDictionaryAsync(c => Links.Claim(c.Slug), c => c.Statement);
        var found = await browser.WalkAsync(Search(typed) + "&kind=claims");
        var complete = found.Select(link => typed.Split(' ').All(word => Regex.IsMatch(statements[link], $@"\b{word}\b", RegexOptions.IgnoreCase))).ToList();
        Assert.Contains(true, complete);
        Assert.Equal(complete.OrderDescending(), complete);
    }

    [Fact]
    public async Task A_word_with_a_minus_is_left_out()
    {
        var all = await browser.WalkAsync(Search("azure") + "&kind=claims");
        var with = await browser.WalkAsync(Search("azure exclusive") + "&kind=claims");
        var without = await browser.WalkAsync(Search("azure -exclusive") + "&kind=claims");
        Assert.NotEmpty(with);
        Assert.Equal(all.Order(), with.Concat(without).Order());
    }

    [Theory]
    [InlineData("azure")]
    [InlineData("openai")]
    [InlineData("exclus*")]
    [InlineData("azure&stance=complementary")]
    [InlineData("microsoft&kind=claims&theme=compute-cloud&theme=none")]
    [InlineData("openai&kind=events&stance=competing")]
    public async Task A_chip_counts_what_is_listed_when_it_is_chosen(string query)
    {
        var page = await browser.PageAsync($"{Links.Search}?q={query}");
        foreach (var row in page.QuerySelectorAll("nav.filters ul"))
        {
            var groups = row.GetAttribute("aria-label") == "Kind";
            foreach (var chip in row.QuerySelectorAll("a.chip"))
            {
                // A chosen chip takes its value out; its count is that of this very page where it is the only one.
                var address = chip.HasAttribute("aria-current") ? $"{Links.Search}?q={query}" : chip.GetAttribute("href")!;
                var count = int.Parse(chip.QuerySelector(".n")!.TextContent, System.Globalization.NumberStyles.AllowThousands);
                if (chip.HasAttribute("aria-current") ? row.QuerySelectorAll("[aria-current]").Length == 1 : !row.QuerySelectorAll("[aria-current]").Any() || groups)
                {
                    Assert.True(count == await browser.CountAsync(address), $"{chip.Words()} at {address}: {await browser.CountAsync(address)}");
                }
            }
        }
    }

    [Fact]
    public async Task Pages_list_every_result_once_and_a_cursor_that_is_none_begins_anew_and_says_so()
    {
        var address = Search("openai") + "&kind=claims";
        var first = await browser.PageAsync(address);
        var found = await browser.WalkAsync(address);
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Equal($"Claims {found.Count}", first.QuerySelectorAll("a.chip").Single(chip => chip.Words().StartsWith("Claims ", StringComparison.Ordinal)).Words());
        Assert.True(found.Count > 60);
        foreach (var (cursor, says) in new[] { ("999999", "not there any more"), ("-1", "“after=-1”"), ("x", "“after=x”"), ("99999999999999999999", "left out"), ("", "left out") })
        {
            var page = await browser.PageAsync($"{address}&after={cursor}");
            Assert.Contains(says, page.QuerySelector("main")!.Words());
            Assert.Equal(first.QuerySelectorAll(".found h3 a").Select(a => a.GetAttribute("href")), page.QuerySelectorAll(".found h3 a").Select(a => a.GetAttribute("href")));
        }
    }

    [Theory]
    [InlineData("exclusve", "exclusive")]
    [InlineData("azrue exclusive", "azure exclusive")]
    [InlineData("azure xyzzyplugh", "azure")]
    public async Task Where_nothing_is_found_the_page_offers_what_would_be(string typed, string offered)
    {
        var page = await browser.PageAsync(Search(typed));
        Assert.Contains("Nothing has ", page.QuerySelector("main")!.Words());
        var way = page.QuerySelectorAll(".notice li").Single(li => li.QuerySelector("a")!.Words() == offered);
        var count = int.Parse(Regex.Match(way.Words(), @"\((\d+) result").Groups[1].Value);
        Assert.Equal(count, await browser.CountAsync(way.QuerySelector("a")!.GetAttribute("href")!));
    }

    [Fact]
    public async Task Words_that_nothing_has_are_taken_for_beginnings_and_filters_can_be_left()
    {
        var page = await browser.PageAsync(Search("exclusivit"));
        Assert.Contains("words that begin like them", page.QuerySelector("main")!.Words());
        Assert.Contains(page.QuerySelectorAll("mark.hit"), mark => mark.Words() == "exclusivity");
        page = await browser.PageAsync(Search("azure") + "&theme=talent&stance=competing&kind=sources");
        Assert.Contains("Nothing under these filters has “azure”.", page.QuerySelector("main")!.Words());
        Assert.Equal(Search("azure"), page.QuerySelectorAll(".notice a").Single(a => a.Words() == "Search everything, without filters").GetAttribute("href"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=azure")]
    [InlineData("?q=xyzzyplugh")]
    public async Task The_page_says_what_is_searched_and_is_kept_from_engines(string query)
    {
        var page = await browser.PageAsync(Links.Search + query);
        Assert.Equal(query.Length == 0 ? "Search" : $"Search: {query[3..]}", page.Title);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal(query.Length == 0 ? null : query[3..], page.QuerySelector("header input[type=search]")!.GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("script, [style]"));
    }

    [Theory]
    [InlineData(Links.Overview)]
    [InlineData(Links.Points)]
    [InlineData(Links.About)]
    [InlineData("/themes/compute-cloud")]
    public async Task Every_page_has_the_search_box(string address)
    {
        var form = (await browser.PageAsync(address)).Form("header form[role=search]");
        Assert.Equal("get", form.Method);
        Assert.EndsWith(Links.Search, form.Action);
        Assert.Equal("q", form.QuerySelector("input")!.GetAttribute("name"));
        Assert.NotNull(form.QuerySelector($"label[for={form.QuerySelector("input")!.Id}]"));
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(501, true)]
    [InlineData(10_000, true)]
    public async Task Too_much_to_look_for_is_said(int length, bool tooMuch)
    {
        foreach (var letter in new[] { "a", "漢", "a ", "\"", "(" })
        {
            var typed = string.Concat(Enumerable.Repeat(letter, length / letter.Length)).TrimEnd();
            var page = await browser.PageAsync(Search(typed.PadRight(length, 'b')));
            Assert.Equal(tooMuch, page.QuerySelector("main")!.Words().Contains("at most 500 characters", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Whatever_is_typed_gets_a_page(string typed)
    {
        foreach (var more in new[] { "", "&kind=documents&theme=none" })
        {
            using var answer = await browser.GetAsync(Search(typed) + more);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await Browsing.DocumentAsync(answer);
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.StartsWith("Search", page.Title);
            Assert.Empty(page.QuerySelectorAll("script, img, b"));
            Assert.NotEmpty(page.QuerySelectorAll("main .notice, main .found li"));
        }
    }

    public static TheoryData<string> Hostile =>
    [
        "\"", "\"\"", "\"\"\"", "\"azure", "azure\"", "\"azure\" \"", "' OR 1=1 --", "'; DROP TABLE Claims; --", "\\", "\\\"", "`azure`",
        "AND", "OR", "NOT", "NEAR", "AND AND", "azure AND", "OR azure", "NOT azure", "azure OR NOT exclusive", "azure NOT", "NEAR(azure exclusive)",
        "NEAR(azure exclusive, 5)", "NEAR/3", "azure NEAR/2 exclusive", "Title:azure", "Title : azure", "{Title Words}: azure", "- Title:azure", "-Title:azure",
        "Kind:claim", "nosuchcolumn:azure", ":", "::", "{", "}", "{}", "(", ")", "()", "((azure", "azure))", "(azure OR (exclusive", "[azure]", "^azure", "^ azure", "azure^2",
        "*", "**", "* azure", "azure *", "azure**", "*azure", "a*b*c*", "-", "--", "- -", "-azure", "--azure", "azure --", "azure -", "azure - exclusive", "azure -exclusive -", "-\"azure exclusive\"", "azure -\"",
        "+", "+azure", "azure+exclusive", "azure + exclusive", "&", "&&", "|", "||", "azure | exclusive", "~", "azure~2", "/azure/", "azure?", "%", "%azure%", "_", "$1", "{0}", "{1}", "@q", ":q", "?1", "#", "!", ",", ";", "=", "<", ">",
        "<script>alert(1)</script>", "<b>azure</b>", "\"><img src=x onerror=alert(1)>", "&lt;script&gt;", "javascript:alert(1)", "../../etc/passwd", "\0", "azure\0exclusive", "\u0001\u0002", "\r\nSet-Cookie: a=b", "\t", "\u00a0", "\u200b", "\u202eazure", "\ufeff", "\ufdd0azure\ufdd1", "\ufdd1\ufdd0",
        "😀", "👩‍👩‍👧‍👦", "azure 😀", "-😀", "\"😀\"", "😀*", "\ud800", "azure \udfff", "漢字", "北京 azure", "ﷺ", "ı", "İ", "ß", "ﬀ", "Ⅷ", "½", "\u0301", "e\u0301", "a\u0301*", "١٢٣", "𝔘𝔫𝔦", "ⓐ", "null", "undefined", "true", "0", "-1", "1e309", "NaN", "10,000", "$10", "2019-07-22",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z", "NOT NOT NOT NOT", "azure azure azure azure",
    ];

    /// <summary>However much the store holds and whatever is searched.</summary>
    [Fact]
    public async Task A_search_asks_the_store_a_bounded_number_of_times()
    {
        await using var small = await TrackerApp.StartAsync(TrackerApp.SeedOnly);
        foreach (var query in new[] { "openai", "microsoft&kind=claims", "microsoft&kind=documents", "microsoft&theme=governance&stance=competing" })
        {
            Assert.InRange(await Statements.CountAsync(small, $"{Links.Search}?q={query}"), 1, 36);
            Assert.InRange(await Statements.CountAsync(seeded.App, $"{Links.Search}?q={query}"), 1, 36);
        }

        Assert.InRange(await Statements.CountAsync(seeded.App, $"{Links.Search}?q=zzzza+zzzzb+zzzzc+zzzzd+zzzze+zzzzf+zzzzg"), 1, 50);
        Assert.InRange(await Statements.CountAsync(seeded.App, Links.Search), 1, 2);
    }

    private static string Search(string typed) => $"{Links.Search}?q={Uri.EscapeDataString(typed)}";

    private static string Plain(string text) => string.Join(' ', Word().Matches(text).Select(word => word.Value));

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}

/// <summary>Reading search results to their end.</summary>
internal static class SearchWalks
{
    /// <summary>Addresses of all results of one kind, in their order.</summary>
    public static async Task<List<string>> WalkAsync(this HttpClient browser, string? address)
    {
        var found = new List<string>();
        while (address is not null)
        {
            var page = await browser.PageAsync(address);
            found.AddRange(page.QuerySelectorAll(".found h3 a").Select(a => a.GetAttribute("href")!));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        return found;
    }

    /// <summary>How many results of any kind an address lists on all its pages.</summary>
    public static async Task<int> CountAsync(this HttpClient browser, string address)
    {
        if (address.Contains("kind=", StringComparison.Ordinal))
        {
            return (await browser.WalkAsync(address)).Count;
        }

        var count = 0;
        foreach (var group in Enum.GetNames<SearchGroup>())
        {
            count += (await browser.WalkAsync($"{address}&kind={group.ToLowerInvariant()}")).Count;
        }

        return count;
    }
}
