namespace PartnershipTracker.Proposing.Weighing;

/// <summary>A sentence's cues with their weights.</summary>
internal sealed class Weighed(Statement statement, List<Cue> cues, Weights weights)
{
    /// <summary>What cues outside the deciding half count for.</summary>
    public const float Elsewhere = 0.3f;

    private const double LeastToTell = 0.15;

    private const int MostToTell = 4;

    /// <summary>How likely each voice is, from <see cref="Model.Voice.Fact"/> on.</summary>
    public double[] Voices => OneOf(Weights.FirstVoice, Weights.CheckWorthy - Weights.FirstVoice, Range.All);

    /// <summary>How likely it is concrete, verifiable, and bearing on one of the two or their dealings.</summary>
    public double CheckWorthy => EachOf(Weights.CheckWorthy, 1)[0];

    /// <summary>How likely it tells that something happened.</summary>
    public double Event => EachOf(Weights.Event, 1)[0];

    /// <summary>How likely each theme that the weights know is, by its slug.</summary>
    public Dictionary<string, (int Column, double Chance)> Themes => EachOf(Weights.FirstTheme, weights.Columns.Count - Weights.FirstTheme)
        .Select((chance, n) => (Column: Weights.FirstTheme + n, Chance: chance)).ToDictionary(theme => weights.Columns[theme.Column]["theme ".Length..]);

    /// <summary>Probabilities of a run of columns that exclude each other.</summary>
    /// <param name="first">The first column.</param>
    /// <param name="count">How many.</param>
    /// <param name="deciding">Items that count in full; the others count as <see cref="Elsewhere"/>.</param>
    public double[] OneOf(int first, int count, Range deciding)
    {
        var scores = Scores(first, count, deciding);
        var highest = scores.Max();
        var powers = scores.Select(score => Math.Exp(score - highest)).ToArray();
        var sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }

    /// <summary>Probabilities of columns that do not exclude each other.</summary>
    public double[] EachOf(int first, int count) => [.. Scores(first, count, Range.All).Select(score => 1 / (1 + Math.Exp(-score)))];

    /// <summary>The cues that spoke most for a column rather than another, as reasons: the rule's name, or <c>weighed-words</c>.</summary>
    /// <param name="about">What was decided.</param>
    /// <param name="column">The answer given.</param>
    /// <param name="against">The answer it was nearest to; -1 for a yes-or-no question.</param>
    /// <param name="deciding">See <see cref="OneOf"/>.</param>
    public IEnumerable<Reason> Why(string about, int column, int against, Range deciding) => cues
        .Select(cue => (Cue: cue, Weight: weights.Of(cue).Sum(entry => entry.Column == column ? entry.Weight : entry.Column == against ? -entry.Weight : 0) * Share(cue, deciding)))
        .Where(told => told.Weight >= LeastToTell && (told.Cue.To - told.Cue.From < statement.Items.Length || told.Cue.Rule is not null))
        .OrderByDescending(told => told.Weight)
        .Select(told => new Reason(about, told.Cue.Rule?.Name ?? "weighed-words", statement.WordsOf(told.Cue.From, told.Cue.To)))
        .DistinctBy(reason => reason.Words)
        .Take(MostToTell);

    private double[] Scores(int first, int count, Range deciding)
    {
        var scores = new double[count];
        for (var column = 0; column < count; column++)
        {
            scores[column] = weights.Bias(first + column);
        }

        foreach (var cue in cues)
        {
            var share = Share(cue, deciding);
            foreach (var (column, weight) in weights.Of(cue))
            {
                if (column >= first && column < first + count)
                {
                    scores[column - first] += weight * share;
                }
            }
        }

        return scores;
    }

    private float Share(in Cue cue, Range deciding)
    {
        var (from, length) = deciding.GetOffsetAndLength(statement.Items.Length);
        return (cue.From >= from && cue.To <= from + length) || (cue.From == 0 && cue.To == statement.Items.Length) ? 1 : Elsewhere;
    }
}
