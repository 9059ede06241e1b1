using PartnershipTracker.Model;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>The first that fits: denial, forecast, opinion, reported (someone else says it), fact.</summary>
internal static class VoiceRule
{
    public static (Voice Voice, Reason Why) Suggest(Statement statement, bool hasSayer)
    {
        foreach (var voice in new[] { Voice.Denial, Voice.Forecast, Voice.Opinion })
        {
            var name = voice.ToString().ToLowerInvariant();

            // A weak cue says little where a source is named: “would put” is then what it reported.
            var cues = statement.HitsAbout("voice").Where(hit => hit.Rule.Value == name && (hit.Rule.Weight > 1 || !hasSayer)).Select(statement.WordsOf).Distinct().ToList();
            if (cues.Count > 0 && (voice != Voice.Denial || hasSayer))
            {
                return (voice, new Reason("voice", "cue-words", string.Join(", ", cues)));
            }
        }

        return hasSayer
            ? (Voice.Reported, new Reason("voice", "someone-says-it", ""))
            : (Voice.Fact, new Reason("voice", "flat-assertion", ""));
    }
}
