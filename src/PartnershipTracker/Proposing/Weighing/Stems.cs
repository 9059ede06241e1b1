namespace PartnershipTracker.Proposing.Weighing;

/// <summary>Takes the commonest English endings off, so that “compete”, “competes” and “competing” weigh the same.</summary>
internal static class Stems
{
    /// <param name="word">In lower case.</param>
    /// <returns>Not always a word; the same for the same input.</returns>
    public static string Of(string word)
    {
        if (word.Length < 4 || !char.IsAsciiLetter(word[^1]) || word.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return word;
        }

        var stem = Singular(word);
        stem = stem switch
        {
            [.., 'i', 'e', 'd'] when stem.Length > 4 => stem[..^3] + "y",
            [.., 'e', 'd'] when stem.Length > 4 => Single(stem[..^2]),
            [.., 'i', 'n', 'g'] when stem.Length > 5 => Single(stem[..^3]),
            [.., 'l', 'y'] when stem.Length > 5 => stem[..^2],
            _ => stem,
        };
        return stem is [.., 'e'] && stem.Length > 4 ? stem[..^1] : stem;
    }

    private static string Singular(string word) => word switch
    {
        [.., 'i', 'e', 's'] when word.Length > 4 => word[..^3] + "y",
        [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'c', 'h', 'e', 's'] or [.., 's', 'h', 'e', 's'] => word[..^2],
        [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
        [.., 's'] => word[..^1],
        _ => word,
    };

    /// <summary>“stopp” to “stop”.</summary>
    private static string Single(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o') ? stem[..^1] : stem;
}
