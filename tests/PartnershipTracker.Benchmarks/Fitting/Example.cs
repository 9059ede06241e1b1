using PartnershipTracker.Benchmarks.Quality;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Proposing.Weighing;

namespace PartnershipTracker.Benchmarks.Fitting;

/// <summary>An annotated sentence as the fit sees it.</summary>
/// <param name="Cues">Each cue's name, and its share in the deciding half and in the whole.</param>
/// <param name="Wanted">For each column what it should be, 0 to 1; null where the annotators do not say.</param>
internal sealed record Example(IReadOnlyList<(string Name, float InHalf)> Cues, float?[] Wanted)
{
    /// <summary>What a stance the annotators allow beside their own gets of its certainty.</summary>
    private const float Alternative = 0.25f;

    public static IEnumerable<Example> Of(Sample sample, IReadOnlyList<string> columns)
    {
        var reader = new CueReader();
        EdtfDate.TryParse(sample.Gold.Published, out var published);
        foreach (var (statement, sayers, _) in HeardStatement.Of(sample.Article, published, Sample.Themes, Vocabulary.Default, RulesOff.None))
        {
            var words = Matching.Fold(statement.Words);
            var claim = sample.Gold.Claims.FirstOrDefault(claim => Matching.Fold(claim.Quote) == words);
            var isSentence = sample.Gold.Sentences.Count == 0 || sample.Gold.Sentences.Any(sentence => Matching.Fold(sentence) == words);
            if (!isSentence || !statement.IsOnTopic || (claim is null && sample.Gold.Sentences.Count == 0))
            {
                continue;
            }

            var names = new List<string>();
            var cues = reader.Read(statement, HeardStatement.Traits(statement, sayers), names);
            var (from, length) = Halves.Of(statement.Items).Deciding.GetOffsetAndLength(statement.Items.Length);
            yield return new Example(
                [.. cues.Select((cue, n) => (names[n], (cue.From >= from && cue.To <= from + length) || (cue.From == 0 && cue.To == statement.Items.Length) ? 1 : Weighed.Elsewhere))],
                [.. columns.Select(column => Answer(column, claim, sample.Gold, words))]);
        }
    }

    private static float? Answer(string column, GoldClaim? claim, Gold gold, string words) => column switch
    {
        "check-worthy" => gold.Sentences.Count == 0 ? null : gold.SentencesCheckworthy.Any(sentence => Matching.Fold(sentence) == words) ? 1 : 0,
        "event" => gold.Events.Any(happening => words.Contains(Matching.Fold(happening.Quote), StringComparison.Ordinal)) ? 1 : 0,
        _ when claim is null => null,
        _ when Enum.TryParse<Stance>(column, out _) => claim.Stance == column.ToLowerInvariant() ? claim.AltStance is null ? 1 : 1 - Alternative : claim.AltStance == column.ToLowerInvariant() ? Alternative : 0,
        _ when Enum.TryParse<Voice>(column, out _) => claim.Voice is null ? null : claim.Voice == column.ToLowerInvariant() ? 1 : 0,
        _ => claim.Themes.Contains(column["theme ".Length..]) ? 1 : 0,
    };
}
