namespace PartnershipTracker.Proposing;

/// <summary>Words and phrases that make a rule fire. A trailing <c>*</c> stands for any ending: <c>compet*</c>.</summary>
public static class Cues
{
    /// <summary>The words of <paramref name="text"/> that match a cue, whole words in any case, in the cues' order.</summary>
    public static List<string> In(string text, IEnumerable<string> cues) => [.. cues.Select(cue => First(text, cue)).OfType<string>()];

    /// <summary>The first match as it stands in the text, or null.</summary>
    public static string? First(string text, string cue) => Find(text, cue) is { } range ? text[range] : null;

    /// <summary>Where the first match stands, or null.</summary>
    public static Range? Find(string text, string cue)
    {
        var stem = cue.TrimEnd('*');
        var open = stem.Length < cue.Length;
        for (var at = text.IndexOf(stem, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(stem, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + stem.Length;
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            {
                continue;
            }

            var wordEnd = end;
            while (wordEnd < text.Length && char.IsLetterOrDigit(text[wordEnd]))
            {
                wordEnd++;
            }

            // A plural of the last word counts too.
            if (open || wordEnd == end || (wordEnd == end + 1 && text[end] is 's' or 'S'))
            {
                return at..wordEnd;
            }
        }

        return null;
    }
}
