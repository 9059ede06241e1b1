using PartnershipTracker.Proposing.Weighing;

namespace PartnershipTracker.Benchmarks.Fitting;

/// <summary>
/// Regularised logistic regression by full-batch gradient steps of adaptive size (AdaGrad). Stances and voices are each one softmax;
/// every other column is a yes-or-no question of its own. The same examples in the same order give the same weights.
/// </summary>
internal sealed class Fit
{
    private const int Rounds = 300;
    private const float Step = 0.15f;

    /// <summary>Pairs of words are drawn to nought more strongly than words and rules are to their guess.</summary>
    private const float PairRidge = 3;
    private const float RuleGuess = 0.4f;
    private const float ThemeGuess = 2;

    private readonly string[] columns;
    private readonly Dictionary<string, int> cues;
    private readonly float[,] weights;
    private readonly float[,] guesses;
    private readonly float[] ridges;

    private Fit(string[] columns, Dictionary<string, int> cues) =>
        (this.columns, this.cues, weights, guesses, ridges) = (columns, cues, new float[cues.Count + 1, columns.Length], new float[cues.Count + 1, columns.Length], new float[cues.Count + 1]);

    /// <param name="examples">What to learn from.</param>
    /// <param name="columns">What each answers.</param>
    /// <param name="fewest">How many examples a cue must stand in.</param>
    /// <param name="ridge">How strongly weights are drawn to nought.</param>
    public static Fit To(IReadOnlyList<Example> examples, string[] columns, int fewest, float ridge)
    {
        var cues = examples.SelectMany(example => example.Cues.Select(cue => cue.Name).Distinct()).CountBy(name => name)
            .Where(cue => cue.Value >= fewest).Select(cue => cue.Key).Order(StringComparer.Ordinal).Select((name, n) => (name, n)).ToDictionary(cue => cue.name, cue => cue.n);
        var fit = new Fit(columns, cues);
        fit.Guess();
        var rows = examples.Select(example => (Cells: fit.Cells(example), example.Wanted)).ToList();
        var squares = new float[cues.Count + 1, columns.Length];
        for (var round = 0; round < Rounds; round++)
        {
            fit.Round(rows, squares, ridge);
        }

        return fit;
    }

    /// <summary>The file's content; weights below <paramref name="least"/> are left out.</summary>
    public WeightsFile File(float least)
    {
        var kept = new SortedDictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var (name, row) in cues)
        {
            var line = Enumerable.Range(0, columns.Length).Where(column => Math.Abs(weights[row, column]) >= least)
                .SelectMany(column => new[] { column, MathF.Round(weights[row, column], 2) }).ToArray();
            if (line.Length > 0)
            {
                kept[name] = line;
            }
        }

        return new WeightsFile(columns, [.. Enumerable.Range(0, columns.Length).Select(column => MathF.Round(weights[cues.Count, column], 3))], kept);
    }

    /// <summary>What the rules were written for, as the point weights are drawn to.</summary>
    private void Guess()
    {
        foreach (var rule in Proposing.Vocabulary.Default.Rules)
        {
            var column = rule.About is "stance" or "voice" ? Array.FindIndex(columns, column => column.Equals(rule.Value, StringComparison.OrdinalIgnoreCase)) : -1;
            if (column >= 0 && cues.TryGetValue($"rule {rule.Name}", out var row))
            {
                guesses[row, column] = (float)rule.Weight * RuleGuess;
            }

            foreach (var theme in rule.Themes)
            {
                if (cues.TryGetValue($"rule {rule.Name}", out row))
                {
                    guesses[row, Array.IndexOf(columns, $"theme {theme}")] = ThemeGuess;
                }
            }
        }

        for (var column = Weights.FirstTheme; column < columns.Length; column++)
        {
            if (cues.TryGetValue($"rule {columns[column]["theme ".Length..]}", out var row))
            {
                guesses[row, column] = ThemeGuess * 2;
            }

            weights[cues.Count, column] = -2;
        }

        foreach (var (name, row) in cues)
        {
            ridges[row] = name.Contains(' ') && !name.StartsWith("rule ", StringComparison.Ordinal) && !name.StartsWith("about ", StringComparison.Ordinal) ? PairRidge : 1;
            for (var column = 0; column < columns.Length; column++)
            {
                weights[row, column] = guesses[row, column];
            }
        }
    }

    private List<(int Row, float InHalf)> Cells(Example example) =>
        [.. example.Cues.Where(cue => cues.ContainsKey(cue.Name)).Select(cue => (cues[cue.Name], cue.InHalf)), (cues.Count, 1)];

    private void Round(List<(List<(int Row, float InHalf)> Cells, float?[] Wanted)> rows, float[,] squares, float ridge)
    {
        var slopes = new float[cues.Count + 1, columns.Length];
        foreach (var (cells, wanted) in rows)
        {
            var errors = Errors(cells, wanted);
            foreach (var (row, inHalf) in cells)
            {
                for (var column = 0; column < columns.Length; column++)
                {
                    slopes[row, column] += errors[column] * (column < Weights.FirstVoice ? inHalf : 1);
                }
            }
        }

        for (var row = 0; row <= cues.Count; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                var slope = slopes[row, column] + (row < cues.Count ? ridge * ridges[row] * (weights[row, column] - guesses[row, column]) : 0);
                squares[row, column] += slope * slope;
                weights[row, column] -= squares[row, column] > 0 ? Step * slope / (MathF.Sqrt(squares[row, column]) + 1e-6f) : 0;
            }
        }
    }

    private float[] Errors(List<(int Row, float InHalf)> cells, float?[] wanted)
    {
        var scores = new float[columns.Length];
        foreach (var (row, inHalf) in cells)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                scores[column] += weights[row, column] * (column < Weights.FirstVoice ? inHalf : 1);
            }
        }

        Softmax(scores.AsSpan(0, Weights.FirstVoice));
        Softmax(scores.AsSpan(Weights.FirstVoice, Weights.CheckWorthy - Weights.FirstVoice));
        for (var column = Weights.CheckWorthy; column < columns.Length; column++)
        {
            scores[column] = 1 / (1 + MathF.Exp(-scores[column]));
        }

        return [.. scores.Select((chance, column) => wanted[column] is { } should ? chance - should : 0)];
    }

    private static void Softmax(Span<float> scores)
    {
        var highest = float.MinValue;
        foreach (var score in scores)
        {
            highest = Math.Max(highest, score);
        }

        var sum = 0f;
        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - highest);
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }
}
