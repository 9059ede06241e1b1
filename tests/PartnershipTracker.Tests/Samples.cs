using PartnershipTracker.Benchmarks.Quality;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Tests;

internal static class Samples
{
    public static IReadOnlyList<Theme> Themes => Sample.Themes;

    public static Article Read(string text) => Assert.IsType<ReadResult.Read>(ArticleReader.Read(text)).Article;

    /// <summary>What the engine proposes for a text.</summary>
    public static IReadOnlyList<Suggestion> Propose(string text, string? published = null) =>
        Proposer.Propose(Read(text), published is null ? null : EdtfDate.Parse(published), Themes, Vocabulary.Default);

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
