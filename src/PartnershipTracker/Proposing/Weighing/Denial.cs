using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Weighing;

/// <summary>“did not compete”, “never stopped”: a word of denial shortly before a cue, which the cue's own words do not hold.</summary>
internal static class Denial
{
    private const int Reach = 3;

    public static bool Is(Item[] items, Hit hit)
    {
        for (var at = hit.From - 1; at >= 0 && at >= hit.From - Reach && !items[at].Is(ItemKind.Mark); at--)
        {
            if (items[at].Word is "not" or "no" or "never" or "neither" or "nor" or "hardly" or "cannot" or "denied" or "denies" or "without")
            {
                return true;
            }
        }

        return false;
    }
}
