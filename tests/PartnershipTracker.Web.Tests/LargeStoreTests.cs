using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Tests;
using PartnershipTracker.Web.Querying;

namespace PartnershipTracker.Web.Tests;

/// <summary>Ten thousand claims: nothing is left out, no page grows, no page asks more often.</summary>
public sealed class LargeStoreTests(LargeStore large, SeededApp seeded) : IClassFixture<LargeStore>, IClassFixture<SeededApp>
{
    private readonly HttpClient browser = large.App.Browser();

    public static TheoryData<string> Pages =>
    [
        Links.Points, "/points?sort=strength", "/points?stance=neutral", "/points?theme=compute-cloud", "/points?theme=none&sort=-date",
        "/points?theme=funding&theme=search&theme=talent&evidence=cited&year=2023&year=2024", "/points?view=table&sort=recorded",
        "/points?source=microsoft&party=openai&voice=opinion&from=2012&to=2025-06", "/themes/compute-cloud", "/themes/governance?stance=neutral&sort=date",
        "/sources/microsoft", "/sources/the-information?sort=strength", Links.Timeline, "/timeline?source=reuters&voice=opinion&from=2015",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_stays_small_and_asks_as_often_as_with_few_claims(string address)
    {
        Assert.InRange((await browser.GetByteArrayAsync(address)).Length, 1000, 100 * 1024);
        Assert.InRange(await Statements.CountAsync(large.App, address), 1, Math.Max(25, await Statements.CountAsync(seeded.App, address)));
    }

    [Theory]
    [InlineData("/points?theme=talent")]
    [InlineData("/points?theme=none&sort=date")]
    [InlineData("/points?stance=competing&year=2023&sort=-date")]
    [InlineData("/points?voice=opinion&evidence=quoted&sort=strength")]
    [InlineData("/points?source=bloomberg&sort=recorded")]
    public async Task Paging_a_table_meets_every_claim_once(string address)
    {
        var listed = await browser.TableAsync(address);
        await using var db = await large.App.OpenAsync();
        var expected = await Expected(address, db.PublishedClaims()).Select(c => c.Slug).ToListAsync();
        Assert.True(expected.Count > 100);
        Assert.Equal(expected.Select(Links.Claim).Order(), listed.Order());
    }

    [Fact]
    public async Task Paging_each_side_of_a_theme_meets_every_claim_once()
    {
        await using var db = await large.App.OpenAsync();
        foreach (var stance in new[] { Stance.Competing, Stance.Neutral })
        {
            var listed = new List<string>();
            for (var next = $"/themes/talent?stance={FilterWords.Of(stance)}&sort=-date"; next is not null;)
            {
                var page = await browser.PageAsync(next);
                listed.AddRange(page.QuerySelectorAll("article.card h3 a").Select(a => a.GetAttribute("href")!));
                next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            }

            var expected = await db.PublishedClaims().Where(c => c.Stance == stance && c.Themes.Any(t => t.Slug == "talent")).Select(c => c.Slug).ToListAsync();
            Assert.True(expected.Count > 20);
            Assert.Equal(expected.Select(Links.Claim).Order(), listed.Order());
        }
    }

    private static IQueryable<Claim> Expected(string address, IQueryable<Claim> claims) => address switch
    {
        "/points?theme=talent" => claims.Where(c => c.Themes.Any(t => t.Slug == "talent")),
        "/points?theme=none&sort=date" => claims.Where(c => !c.Themes.Any()),
        "/points?stance=competing&year=2023&sort=-date" => claims.Where(c => c.Stance == Stance.Competing && c.Earliest <= new DateOnly(2023, 12, 31) && c.Latest >= new DateOnly(2023, 1, 1)),
        "/points?voice=opinion&evidence=quoted&sort=strength" => claims.Where(c => c.Voice == Voice.Opinion && c.Evidence.Any(e => e.Kind == EvidenceKind.Quoted)),
        _ => claims.Where(c => c.Evidence.Any(e => e.Document!.Publisher!.Slug == "bloomberg" || e.Chain.Any(l => l.Source!.Slug == "bloomberg"))),
    };
}
