using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Weighing;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>Suggests a voice by the weight of its cues. What someone else says is never plain fact, and what nobody says is not reported.</summary>
internal static class VoiceRule
{
    private static readonly Voice[] OfSayers = [Voice.Reported, Voice.Opinion, Voice.Forecast, Voice.Denial];
    private static readonly Voice[] OfNobody = [Voice.Fact, Voice.Opinion, Voice.Forecast];

    public static (Voice Voice, Reason Why) Suggest(Weighed weighed, bool hasSayer)
    {
        var chances = weighed.Voices;
        var order = (hasSayer ? OfSayers : OfNobody).OrderByDescending(voice => chances[(int)voice - 1]).ToArray();
        var why = order[0] switch
        {
            Voice.Reported => new Reason("voice", "someone-says-it", ""),
            Voice.Fact => new Reason("voice", "flat-assertion", ""),
            _ => weighed.Why("voice", Weights.FirstVoice + (int)order[0] - 1, Weights.FirstVoice + (int)order[1] - 1, Range.All).FirstOrDefault() ?? new Reason("voice", "no-cue", ""),
        };
        return (order[0], why);
    }
}
