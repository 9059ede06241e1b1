using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>A text as its lines.</summary>
public static class Lines
{
    /// <summary>Lines that hold more than white space, each from its first word to its last; line ends are CR, LF or both.</summary>
    public static List<TextSpan> Of(string text)
    {
        var lines = new List<TextSpan>();
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var line = length < 0 ? text.AsSpan(start) : text.AsSpan(start, length);
            var from = start + (line.Length - line.TrimStart().Length);
            var words = line.Trim().Length;
            if (words > 0)
            {
                lines.Add(new TextSpan(from, from + words));
            }

            start += line.Length + 1;
        }

        return lines;
    }
}
