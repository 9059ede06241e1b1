using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>Finds the items of a list that runs on in one passage: “1) Audit the cluster 2) Publish the findings”.</summary>
internal static class ListMarks
{
    /// <summary>The passage cut before each further mark of the list it begins with; the whole where it begins with none.</summary>
    public static List<TextSpan> Items(string text, TextSpan within)
    {
        if (Bullet(text, within.Start, within.End) is { } bullet)
        {
            return Cut(text, within, at => text[at] == bullet);
        }

        if (Mark(text, within.Start, within.End) is not { } mark)
        {
            return [within];
        }

        return Cut(text, within, at =>
        {
            var next = Mark(text, at, within.End) is { } found && found.IsLetter == mark.IsLetter && found.Close == mark.Close && found.Value == mark.Value + 1
                && char.IsUpper(text[found.Word]);
            mark = next ? mark with { Value = mark.Value + 1 } : mark;
            return next;
        });
    }

    /// <summary>“1”, “a”, “• 4”: what stands before a stop is only an item's mark.</summary>
    public static bool IsMark(ReadOnlySpan<char> begun)
    {
        if (begun.Length > 8)
        {
            return false;
        }

        var mark = begun.TrimStart("•-–⁃* (");
        return mark.Length is > 0 and <= 3 && (!mark.ContainsAnyExceptInRange('0', '9') || mark is [>= 'a' and <= 'z']);
    }

    private static char? Bullet(string text, int at, int limit) => at < limit && text[at] is '•' or '⁃' or '‣' or '▪' or '●' ? text[at] : null;

    /// <summary><c>1.</c> <c>1)</c> <c>1.)</c> <c>a.</c> followed by a space and a word.</summary>
    private static (int Value, bool IsLetter, string Close, int Word)? Mark(string text, int at, int limit)
    {
        var end = at;
        while (end < limit && end - at < 2 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var letter = end == at && at < limit && text[at] is >= 'a' and <= 'z';
        end += letter ? 1 : 0;
        var close = end;
        while (close < limit && close - end < 2 && text[close] is '.' or ')')
        {
            close++;
        }

        return end > at && close > end && close + 1 < limit && text[close] == ' '
            ? (letter ? text[at] - 'a' + 1 : int.Parse(text.AsSpan(at, end - at)), letter, text[end..close], close + 1)
            : null;
    }

    private static List<TextSpan> Cut(string text, TextSpan within, Predicate<int> isMark)
    {
        var items = new List<TextSpan>();
        var start = within.Start;
        for (var at = within.Start + 1; at < within.End; at++)
        {
            if (char.IsWhiteSpace(text[at - 1]) && isMark(at))
            {
                items.Add(new TextSpan(start, at));
                start = at;
            }
        }

        items.Add(new TextSpan(start, within.End));
        return items;
    }
}
