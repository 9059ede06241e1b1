using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Weighing;

/// <summary>A sentence's cues with their weights; single words do not count for what they are switched off for.</summary>
internal sealed class Weighed(Statement statement, List<Cue> cues, Weights weights, RulesOff off)
{
    /// <summary>The name under which words that stand in no rule are told and switched off.</summary>
    public const string Words = "weighed-words";

    /// <summary>What cues outside the deciding half count for.</summary>
    public const float Elsewhere = 0.3f;

    private const double LeastToTell = 0.15;

    private const int MostToTell = 4;

    /// <summary>How likely each voice is, from <see cref="Model.Voice.Fact"/> on.</summary>
    public double[] Voices => OneOf("voice", Weights.FirstVoice, Weights.CheckWorthy - Weights.FirstVoice, Range.All);

    /// <summary>How likely it is concrete, verifiable, and bearing on one of the two or their dealings.</summary>
    public double CheckWorthy => EachOf("claim", Weights.CheckWorthy, 1)[0];

    /// <summary>How likely it tells that something happened.</summary>
    public double Event => EachOf("event", Weights.Event, 1)[0];

    /// <summary>How likely each theme that the weights know is, by its slug.</summary>
    public Dictionary<string, (int Column, double Chance)> Themes => EachOf("theme", Weights.FirstTheme, weights.Columns.Count - Weights.FirstTheme)
        .Select((chance, n) => (Column: Weights.FirstTheme + n, Chance: chance)).ToDictionary(theme => weights.Columns[theme.Column]["theme ".Length..]);

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
        var powers = scores.Select(score => Math.Exp(score - highest)).ToArray();
        var sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }

    /// <summary>Probabilities of columns that do not exclude each other.</summary>
    private double[] EachOf(string about, int first, int count) => [.. Scores(about, first, count, Range.All, Elsewhere).Select(score => 1 / (1 + Math.Exp(-score)))];

    /// <summary>The cues that spoke most for a column rather than another, as reasons: the rule's name, or <see cref="Words"/>.</summary>
    /// <param name="about">What was decided.</param>
    /// <param name="column">The answer given.</param>
    /// <param name="against">The answer it was nearest to; -1 for a yes-or-no question.</param>
    /// <param name="deciding">See <see cref="OneOf"/>.</param>
    public IEnumerable<Reason> Why(string about, int column, int against, Range deciding) => Counted(about)
        .Select(cue => (Cue: cue, Weight: weights.Of(cue).Sum(entry => entry.Column == column ? entry.Weight : entry.Column == against ? -entry.Weight : 0) * Share(cue, deciding, Elsewhere)))
        .Where(told => told.Weight >= LeastToTell && IsTelling(told.Cue, about, weights.Columns[column]))
        .OrderByDescending(told => told.Weight)
        .Select(told => new Reason(about, NameOf(told.Cue), statement.WordsOf(told.Cue.From, told.Cue.To)))
        .DistinctBy(reason => reason.Words)
        .Take(MostToTell);

    private IEnumerable<Cue> Counted(string about)
    {
        var withWords = !off.Has(about, Words);
        return cues.Where(cue => withWords || cue.Rule is not null);
    }

    /// <summary>“the” may weigh something, but tells an editor nothing; nor does the whole sentence, nor a rule made for another answer.</summary>
    private bool IsTelling(Cue cue, string about, string answer) => cue.Rule is { } rule
        ? about != rule.About || rule.Value.Equals(answer, StringComparison.OrdinalIgnoreCase) ? about.StartsWith(rule.About, StringComparison.Ordinal) : Denial.Is(statement.Items, new Hit(rule, cue.From, cue.To))
        : (cue.To - cue.From < statement.Items.Length && (cue.To - cue.From > 1 || !(CapitalWords.IsCommon(statement.Items[cue.From].Word) || statement.Items[cue.From].Is(ItemKind.Known | ItemKind.Name))));

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

        foreach (var cue in Counted(about))
        {
            var share = Share(cue, deciding, elsewhere);
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

    private float Share(in Cue cue, Range deciding, float elsewhere)
    {
        var (from, length) = deciding.GetOffsetAndLength(statement.Items.Length);
        return (cue.From >= from && cue.To <= from + length) || (cue.From == 0 && cue.To == statement.Items.Length) ? 1 : elsewhere;
    }
}
