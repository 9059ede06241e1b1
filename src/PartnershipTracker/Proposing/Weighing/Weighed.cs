using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Weighing;

/// <summary>A sentence's cues with their weights; single words do not count for what they are switched off for.</summary>
internal sealed class Weighed
{
    /// <summary>The name under which words that stand in no rule are told and switched off.</summary>
    public const string Words = "weighed-words";

    /// <summary>What cues outside the deciding half count for.</summary>
    public const float Elsewhere = 0.3f;

    private const double LeastToTell = 0.15;

    private const int MostToTell = 4;

    private readonly Statement statement;
    private readonly Weights weights;
    private readonly RulesOff off;

    /// <summary>Cues that weigh something, in their order.</summary>
    private readonly List<(Cue Cue, CueWeight[] Weights)> weighty;

    public Weighed(Statement statement, List<Cue> cues, Weights weights, RulesOff off)
    {
        (this.statement, this.weights, this.off) = (statement, weights, off);
        weighty = new(cues.Count);
        foreach (var cue in cues)
        {
            if (weights.Of(cue) is { Length: > 0 } known)
            {
                weighty.Add((cue, known));
            }
        }
    }

    /// <summary>How likely each voice is, from <see cref="Model.Voice.Fact"/> on.</summary>
    public double[] Voices => OneOf("voice", Weights.FirstVoice, Weights.CheckWorthy - Weights.FirstVoice, Range.All);

    /// <summary>How likely it is concrete, verifiable, and bearing on one of the two or their dealings.</summary>
    public double CheckWorthy => EachOf("claim", Weights.CheckWorthy, 1)[0];

    /// <summary>How likely it tells that something happened.</summary>
    public double Event => EachOf("event", Weights.Event, 1)[0];

    /// <summary>How likely each theme is that the weights know, from column <see cref="Weights.FirstTheme"/> on.</summary>
    public double[] Themes => EachOf("theme", Weights.FirstTheme, weights.Columns.Count - Weights.FirstTheme);

    /// <inheritdoc cref="Weights.ColumnOf"/>
    public int? ColumnOf(string theme) => weights.ColumnOf(theme);

    /// <summary>Probabilities of a run of columns that exclude each other.</summary>
    /// <param name="about">What is decided.</param>
    /// <param name="first">The first column.</param>
    /// <param name="count">How many.</param>
    /// <param name="deciding">Items that count in full.</param>
    /// <param name="elsewhere">What the others count for.</param>
    public double[] OneOf(string about, int first, int count, Range deciding, float elsewhere = Elsewhere)
    {
        var scores = Scores(about, first, count, deciding, elsewhere);
        var highest = scores.Max();
        var sum = 0.0;
        for (var n = 0; n < count; n++)
        {
            scores[n] = Math.Exp(scores[n] - highest);
            sum += scores[n];
        }

        for (var n = 0; n < count; n++)
        {
            scores[n] /= sum;
        }

        return scores;
    }

    /// <summary>Probabilities of columns that do not exclude each other.</summary>
    private double[] EachOf(string about, int first, int count)
    {
        var scores = Scores(about, first, count, Range.All, Elsewhere);
        for (var n = 0; n < count; n++)
        {
            scores[n] = 1 / (1 + Math.Exp(-scores[n]));
        }

        return scores;
    }

    /// <summary>The cues that spoke most for a column rather than another, as reasons: the rule's name, or <see cref="Words"/>.</summary>
    /// <param name="about">What was decided.</param>
    /// <param name="column">The answer given.</param>
    /// <param name="against">The answer it was nearest to; -1 for a yes-or-no question.</param>
    /// <param name="deciding">See <see cref="OneOf"/>.</param>
    public IEnumerable<Reason> Why(string about, int column, int against, Range deciding) => Telling(about, column, against, deciding)
        .OrderByDescending(told => told.Weight)
        .Select(told => new Reason(about, NameOf(told.Cue), statement.WordsOf(told.Cue.From, told.Cue.To)))
        .DistinctBy(reason => reason.Words)
        .Take(MostToTell);

    private List<(Cue Cue, double Weight)> Telling(string about, int column, int against, Range deciding)
    {
        var telling = new List<(Cue, double)>();
        var half = new Half(deciding, statement.Items.Length);
        var withWords = !off.Has(about, Words);
        foreach (var (cue, known) in weighty)
        {
            var weight = withWords || cue.Rule is not null ? For(known, column, against) * half.Share(cue, Elsewhere) : 0;
            if (weight >= LeastToTell && IsTelling(cue, about, weights.Columns[column]))
            {
                telling.Add((cue, weight));
            }
        }

        return telling;
    }

    private static float For(CueWeight[] known, int column, int against)
    {
        var sum = 0.0;
        foreach (var (answer, weight) in known)
        {
            sum += answer == column ? weight : answer == against ? -weight : 0;
        }

        return (float)sum;
    }

    /// <summary>“the” may weigh something, but tells an editor nothing; nor does the whole sentence, nor a rule made for another answer.</summary>
    private bool IsTelling(Cue cue, string about, string answer) => cue.Rule is { } rule
        ? about != rule.About || rule.Value.Equals(answer, StringComparison.OrdinalIgnoreCase) ? about.StartsWith(rule.About, StringComparison.Ordinal) : Denial.Is(statement.Items, new Hit(rule, cue.From, cue.To))
        : (cue.To - cue.From < statement.Items.Length && (cue.To - cue.From > 1 || !(CapitalWords.IsCommon(statement.Items[cue.From].Word) || statement.Items[cue.From].Is(ItemKind.Known | ItemKind.Name | ItemKind.Number) || statement.Items[cue.From].Word is "didn" or "doesn" or "isn" or "wasn" or "won" or "don" or "hasn" or "haven" or "couldn" or "wouldn" or "aren" or "weren")));

    private string NameOf(Cue cue) => cue.Rule switch
    {
        null => Words,
        { About: "stance" } rule when Denial.Is(statement.Items, new Hit(rule, cue.From, cue.To)) => rule.Name + RulesOff.Denied,
        { } rule => rule.Name,
    };

    private double[] Scores(string about, int first, int count, Range deciding, float elsewhere)
    {
        var scores = new double[count];
        for (var column = 0; column < count; column++)
        {
            scores[column] = weights.Bias(first + column);
        }

        var half = new Half(deciding, statement.Items.Length);
        var withWords = !off.Has(about, Words);
        foreach (var (cue, known) in weighty)
        {
            if (!withWords && cue.Rule is null)
            {
                continue;
            }

            var share = half.Share(cue, elsewhere);
            foreach (var (column, weight) in known)
            {
                if (column >= first && column < first + count)
                {
                    scores[column - first] += weight * share;
                }
            }
        }

        return scores;
    }

    /// <summary>The half of a sentence that decides.</summary>
    private readonly struct Half(Range deciding, int items)
    {
        private readonly int from = deciding.GetOffsetAndLength(items).Offset;
        private readonly int to = deciding.GetOffsetAndLength(items).Offset + deciding.GetOffsetAndLength(items).Length;

        public float Share(in Cue cue, float elsewhere) => (cue.From >= from && cue.To <= to) || (cue.From == 0 && cue.To == items) ? 1 : elsewhere;
    }
}
