using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>A passage without what stands before its words: speaker, time mark, dateline, the mark of an item.</summary>
/// <param name="Span">What is left; may be empty.</param>
/// <param name="Speaker">Who speaks, as the label names them, without the colon.</param>
/// <param name="Cut">What was taken off, in text order, with the rule that did.</param>
internal sealed record Unlabelled(TextSpan Span, TextSpan? Speaker, IReadOnlyList<MarkedLine> Cut);

/// <summary>Takes labels off the start of passages, since they belong to no sentence.</summary>
internal static class Labels
{
    private const int LongestSpeaker = 60;
    private const int LongestDateline = 90;

    /// <summary>Every passage without its labels, in order.</summary>
    public static List<Unlabelled> TakeOff(string text, IReadOnlyList<TextSpan> passages)
    {
        // A name with a colon is a speaker where it comes twice; all in capitals, or as question and answer, at once.
        var counts = passages.Select(passage => Speaker(text, passage.Start, passage.End)).OfType<TextSpan>()
            .CountBy(speaker => speaker.In(text), StringComparer.Ordinal).ToDictionary();
        return [.. passages.Select(passage => TakeOff(text, passage, counts))];
    }

    private static Unlabelled TakeOff(string text, TextSpan passage, Dictionary<string, int> counts)
    {
        List<MarkedLine>? cut = null;
        TextSpan? speaker = null;
        var start = passage.Start;
        while (start < passage.End)
        {
            var (end, rule) = Label(text, start, passage.End, counts, ref speaker);
            if (end <= start)
            {
                break;
            }

            (cut ??= []).Add(new MarkedLine(new TextSpan(start, end), LineKind.Label, rule));
            start = end;
            while (start < passage.End && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }

        return new Unlabelled(new TextSpan(start, passage.End), speaker, cut ?? (IReadOnlyList<MarkedLine>)[]);
    }

    private static (int End, string Rule) Label(string text, int start, int limit, Dictionary<string, int> counts, ref TextSpan? speaker)
    {
        if (AfterItemMark(text, start, limit) is > 0 and var item)
        {
            return (item, "item-mark");
        }

        if (AfterTime(text, start, limit) is > 0 and var time)
        {
            return (time, "time-mark");
        }

        if (speaker is null && Speaker(text, start, limit) is { } named && (IsAtOnce(named.In(text)) || counts.GetValueOrDefault(named.In(text)) > 1))
        {
            speaker = named;
            return (text.IndexOf(':', named.End) + 1, "speaker");
        }

        return AfterDateline(text, start, limit) is > 0 and var dateline ? (dateline, "dateline") : (0, "");
    }

    /// <summary><c>- </c>, <c>* </c>, <c>– </c> at the start of a line.</summary>
    private static int AfterItemMark(string text, int start, int limit) =>
        start + 2 < limit && text[start] is '-' or '*' or '–' or '—' && text[start + 1] is ' ' or '\t' ? start + 1 : 0;

    /// <summary><c>00:12</c>, <c>[1:02:03]</c>, <c>(12:40)</c>.</summary>
    private static int AfterTime(string text, int start, int limit)
    {
        var at = start + (text[start] is '[' or '(' ? 1 : 0);
        var (figures, colons) = (0, 0);
        for (; at < limit && (char.IsAsciiDigit(text[at]) || text[at] == ':'); at++)
        {
            figures += text[at] == ':' ? 0 : 1;
            colons += text[at] == ':' ? 1 : 0;
        }

        at += at < limit && at > start && text[start] is '[' or '(' && text[at] is ']' or ')' ? 1 : 0;
        return colons is 1 or 2 && figures is >= 3 and <= 6 && (at == limit || char.IsWhiteSpace(text[at])) ? at : 0;
    }

    /// <summary>Up to five capitalised words, perhaps with a note in brackets or a time, before a colon.</summary>
    private static TextSpan? Speaker(string text, int start, int limit)
    {
        var colon = text.AsSpan(start, Math.Min(limit - start, LongestSpeaker)).IndexOf(": ");
        if (colon <= 0)
        {
            return null;
        }

        var label = text.AsSpan(start, colon);
        var name = label.IndexOf(" (") is > 0 and var note && label[^1] == ')' ? label[..note] : label;
        var words = 0;
        foreach (var part in name.Split(' '))
        {
            var word = name[part];
            words++;
            if (word.IsEmpty || !(char.IsUpper(word[0]) || (words > 1 && !word.ContainsAnyExceptInRange('0', '9'))) || word.ContainsAny(",;\"“”?!$%"))
            {
                return null;
            }
        }

        return words <= 5 ? new TextSpan(start, start + name.Length) : null;
    }

    private static bool IsAtOnce(string speaker) => !speaker.Any(char.IsLower) && speaker.Any(char.IsLetter) && !speaker.Any(letter => letter is '-' or '/');

    /// <summary><c>SAN FRANCISCO, Jan 23 (Harbor Wire) - </c>, <c>Paris, 10 January (Reuters) – </c>.</summary>
    private static int AfterDateline(string text, int start, int limit)
    {
        var head = text.AsSpan(start, Math.Min(limit - start, LongestDateline));
        var dash = -1;
        for (var at = 3; at + 1 < head.Length && dash < 0; at++)
        {
            dash = head[at] is '-' or '–' or '—' && (char.IsWhiteSpace(head[at - 1]) || head[at] != '-') && char.IsWhiteSpace(head[at + 1]) ? at : -1;
        }

        if (dash < 0)
        {
            return 0;
        }

        var place = head[..dash].TrimEnd();
        var agency = place[^1] == ')' && place.IndexOf('(') is > 0 and var bracket && !place[..bracket].ContainsAny(".!?");
        var capitals = 0;
        while (capitals < place.Length && (char.IsUpper(place[capitals]) || place[capitals] is ' ' or '.' or '-' or '\''))
        {
            capitals++;
        }

        var shouted = place[..capitals].Trim().Length >= 4 && (capitals == place.Length || place[capitals] is ',' or '(');
        return char.IsUpper(place[0]) && (shouted || agency) ? start + dash + 1 : 0;
    }
}
