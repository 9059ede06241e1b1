namespace PartnershipTracker.Proposing.Patterns;

/// <summary>Words of amounts.</summary>
internal static class Amounts
{
    public static bool IsMagnitude(string word) => word is "billion" or "million" or "trillion" or "thousand" or "bn" or "mn" or "tn" or "m" or "k" or "billions" or "millions";

    /// <summary><c>250bn</c>, <c>5m</c>.</summary>
    public static bool IsFigureWithUnit(string word)
    {
        var figures = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return figures > 0 && word[figures..] is "bn" or "m" or "mn" or "tn" or "k";
    }
}
