using System.Text.Encodings.Web;
using System.Text.Json;
using PartnershipTracker.Benchmarks.Quality;
using PartnershipTracker.Proposing;
using PartnershipTracker.Proposing.Weighing;

namespace PartnershipTracker.Benchmarks.Fitting;

/// <summary>
/// Fits the weights of the reading engine. It learns from the folder <c>Training</c>, the odd-numbered practice articles, the seed
/// and a dossier's statements, never from the even-numbered articles, on which the engine is reported.
/// </summary>
internal static class Trainer
{
    private const int Folds = 5;
    private const int Careful = 3;
    private const int Fewest = 2;
    private const float Ridge = 4;
    private const float Least = 0.03f;

    private static readonly string[] Columns = [.. Weights.Fixed, .. Sample.Themes.Select(theme => $"theme {theme.Slug}")];

    /// <summary>Writes <c>weights.json</c>.</summary>
    public static void Run(string file)
    {
        var json = JsonSerializer.Serialize(
            Fit.To([.. Samples().SelectMany(sample => Weighty(sample, [.. Example.Of(sample, Columns)]))], Columns, Fewest, Ridge).File(Least),
            new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        File.WriteAllText(file, json.Replace("],\"", "],\n\"", StringComparison.Ordinal) + "\n");
    }

    /// <summary>How well articles are read with weights fitted to the others only: every fifth in turn is left out.</summary>
    public static Scorecard CrossValidate(Func<Sample, bool>? scored = null)
    {
        var samples = Samples().Select(sample => (Sample: sample, Examples: Example.Of(sample, Columns).ToList())).ToList();
        var read = new List<Sample>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Fit.To([.. samples.Where((_, n) => n % Folds != fold).SelectMany(item => Weighty(item.Sample, item.Examples))], Columns, Fewest, Ridge).File(Least);
            var vocabulary = Vocabulary.Default with { Weights = Weights.FromJson(JsonSerializer.Serialize(weights, JsonSerializerOptions.Web)) };
            read.AddRange(samples.Where((item, n) => n % Folds == fold && (scored?.Invoke(item.Sample) ?? true)).Select(item => item.Sample.With(vocabulary)));
        }

        return Scorecard.Of(read);
    }

    /// <summary>The practice set and the seed were annotated with more care, and count for more.</summary>
    private static IEnumerable<Example> Weighty(Sample sample, IReadOnlyList<Example> examples) =>
        Enumerable.Repeat(examples, Sample.Odd.Any(odd => odd.Name == sample.Name) || sample.Name == Sample.Seed.Name ? Careful : 1).SelectMany(same => same);

    private static IEnumerable<Sample> Samples() =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Training"), "*.txt").Order(StringComparer.Ordinal).Select(TrainingArticle.Read),
        .. Sample.Odd, Sample.Seed,
    ];
}
