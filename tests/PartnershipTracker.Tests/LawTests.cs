using System.Text;
using PartnershipTracker.Benchmarks.Laws;
using PartnershipTracker.Benchmarks.Quality;
using PartnershipTracker.Benchmarks.Speed;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Tests;

/// <summary>
/// What holds of any input, see <see cref="ReadingLaws"/>. Here an excerpt of the seed is mutated, to be quick;
/// <c>PartnershipTracker.Benchmarks -- laws</c> does it 10,000 times with all of it.
/// </summary>
public sealed class LawTests
{
    private const int Excerpt = 2_000;

    public static TheoryData<int> Hostile => [.. Enumerable.Range(0, HostileText.All.Count)];

    [Theory]
    [InlineData(0)]
    [InlineData(2_500)]
    [InlineData(5_000)]
    public void Mutations_of_the_seed_break_no_law(int start)
    {
        var text = Sample.Seed.Article.Text.Substring(start, Excerpt);
        Assert.Empty(Enumerable.Range(start, 150).SelectMany(number => ReadingLaws.BrokenBy(() => ArticleReader.Read(Mutation.Of(text, number))).Select(law => $"mutation {number}: {law}")));
    }

    [Theory]
    [InlineData("Practice/10-wsj-antitrust.html", 60)]
    [InlineData("Practice/02-blog-two-hats.md", 60)]
    [InlineData("Practice/08-table-money-ledger.md", 60)]
    [InlineData("Practice/14-podcast-second-source.txt", 60)]
    public void Mutated_files_break_no_law(string file, int mutations)
    {
        // Changed letters and changed bytes by turns: most of the latter are refused at the door.
        var (text, bytes) = (File.ReadAllText(Samples.PathOf(file)), File.ReadAllBytes(Samples.PathOf(file)));
        Assert.Empty(Enumerable.Range(0, mutations).SelectMany(number =>
            Broken(number, number % 2 == 0 ? Encoding.UTF8.GetBytes(Mutation.Of(text, number)) : Mutation.Of(bytes, number), file)));
    }

    [Fact]
    public void Truncated_and_garbled_PDFs_break_no_law()
    {
        var whole = Papers.Of("T", "A", Papers.Column(72, 700, "Microsoft has put thirteen billion dollars into the multi-", "year partnership with OpenAI, which it signed in 2019.", "The two companies compete for customers."));
        Assert.Empty(Enumerable.Range(0, 200).SelectMany(number => Broken(number, Mutation.Of(whole, number), "a.pdf")));
        Assert.Empty(Enumerable.Range(0, 60).SelectMany(number => Broken(number, whole[..(whole.Length * number / 60)], "a.pdf")));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_texts_break_no_law(int number)
    {
        // The beginning of what the benchmark measures: a law that holds of 100 KB holds of 10 MB.
        var (name, file, make) = HostileText.All[number];
        var text = make();
        var beginning = text[..Math.Min(text.Length, 100_000)];
        Assert.Empty(ReadingLaws.BrokenBy(() => ArticleReader.Read(beginning, new ReadHints { FileName = file })).Select(law => $"{name}: {law}"));
    }

    private static IEnumerable<string> Broken(int number, byte[] bytes, string file) =>
        ReadingLaws.BrokenBy(() => ArticleReader.Read(bytes, new ReadHints { FileName = file }))
            .Select(law => $"mutation {number} of {file}: {law}");
}
