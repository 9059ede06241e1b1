using PartnershipTracker.Model;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>The first that fits: denial, forecast, opinion, reported (someone else says it), fact.</summary>
internal static class VoiceRule
{
    public static (Voice Voice, Reason Why) Suggest(string sentence, bool hasSource, Vocabulary words)
    {
        foreach (var (voice, cues) in new[] { (Voice.Denial, words.Denial), (Voice.Forecast, words.Forecast), (Voice.Opinion, words.Opinion) })
        {
            if (Cues.In(sentence, cues) is [_, ..] found)
            {
                return (voice, new Reason("voice", "cue-words", string.Join(", ", found)));
            }
        }

        return hasSource
            ? (Voice.Reported, new Reason("voice", "someone-says-it", ""))
            : (Voice.Fact, new Reason("voice", "flat-assertion", ""));
    }
}
