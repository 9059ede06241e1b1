using PartnershipTracker.Benchmarks.Quality;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Benchmarks.Laws;

/// <summary>The laws on 10,000 mutations of the whole seed, which is too much for every test run.</summary>
internal static class LawRun
{
    private const int Mutations = 10_000;

    /// <returns>How many mutations broke a law.</returns>
    public static int Run()
    {
        var (failed, refused) = (0, 0);
        for (var number = 0; number < Mutations; number++)
        {
            var text = Mutation.Of(Sample.Seed.Article.Text, number);
            var broken = ReadingLaws.BrokenBy(() => ArticleReader.Read(text, new ReadHints { FileName = "a.txt" }));
            refused += ArticleReader.Read(text) is ReadResult.Refused ? 1 : 0;
            failed += broken.Count > 0 ? 1 : 0;
            foreach (var law in broken)
            {
                Console.WriteLine($"mutation {number}: {law}");
            }
        }

        Console.WriteLine($"{Mutations} mutations of the seed, {refused} refused, {failed} broke a law");
        return failed;
    }
}
