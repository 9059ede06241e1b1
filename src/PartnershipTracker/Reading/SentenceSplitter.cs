using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>Cuts a passage into sentences by scanning it once; linear in its length.</summary>
public static class SentenceSplitter
{
    /// <summary>Words a full stop belongs to; the sentence goes on after them. Folded to lower case, without the last stop.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "hon", "rev", "messrs", "st", "mt",
        "vs", "v", "cf", "viz", "approx", "est", "fig", "figs", "no", "nos", "vol", "pp", "p", "ch", "sec", "art", "ed", "eds",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "e.g", "i.e", "eg", "ie", "al", "ca", "c",
    };

    /// <summary>Abbreviations that may end a sentence: the stop ends it when a capital follows.</summary>
    private static readonly HashSet<string> MayEnd = new(StringComparer.OrdinalIgnoreCase)
    {
        "inc", "ltd", "corp", "co", "llc", "plc", "jr", "sr", "u.s", "u.k", "e.u", "u.n", "a.m", "p.m", "d.c", "ph.d", "b.a", "m.a",
    };

    /// <summary>Sentences of a passage in order, without the white space between them. An unclosed quotation mark ends nothing.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="within">The passage, in UTF-16 units; a sentence never crosses its ends.</param>
    public static IReadOnlyList<TextSpan> Split(string text, TextSpan within)
    {
        var sentences = new List<TextSpan>();
        var start = within.Start;
        for (var at = within.Start; at < within.End; at++)
        {
            if (!IsStop(text[at]))
            {
                continue;
            }

            var end = AfterClosers(text, AfterStops(text, at, within.End), within.End);
            if (Ends(text, start, at, end, within.End))
            {
                Add(sentences, text, start, end);
                start = NextWord(text, end, within.End) is var next and >= 0 ? next : within.End;
            }

            at = end - 1;
        }

        Add(sentences, text, start, within.End);
        return sentences;
    }

    private static bool Ends(string text, int start, int stop, int end, int limit)
    {
        if (text[stop] is '。' or '！' or '？' || end >= limit)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            return false;
        }

        var next = NextWord(text, end, limit);
        if (next < 0)
        {
            return true;
        }

        // Debris such as “directly. 4 access.” starts with a figure, real sentences may too.
        var opens = char.IsUpper(text[next]) || IsBrand(text, next, limit) || char.IsDigit(text[next]) || IsOther(text[next]) || (IsOpener(text[next]) && next + 1 < limit && !char.IsLower(text[next + 1]));
        return text[stop] is '!' or '?' or '…' || end - stop > 1 && text[stop + 1] == '.' ? opens : opens && !StopBelongsToWord(text, start, stop, next);
    }

    private static bool StopBelongsToWord(string text, int start, int stop, int next)
    {
        var from = stop;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && !IsOpener(text[from - 1]))
        {
            from--;
        }

        var word = text[from..stop];
        if (stop - start <= 8 && IsListMark(text[start..stop]))
        {
            return true;
        }

        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            // An initial: “Samuel H. Altman”, but not “plan B. Then”, nor “I”.
            return word != "I" && (from == start || char.IsUpper(text[PreviousWord(text, from, start)]));
        }

        if (word.Length >= 3 && word.Split('.').All(part => part.Length == 1 && char.IsUpper(part[0])) && !MayEnd.Contains(word))
        {
            return true;
        }

        return Abbreviations.Contains(word)
            ? !(word is "no" && char.IsUpper(text[next]))
            : MayEnd.Contains(word) && !IsSentenceStarter(text, next);
    }

    /// <summary>After “Inc.” or “U.S.” a capital is mostly part of a name; these words start sentences.</summary>
    private static bool IsSentenceStarter(string text, int next)
    {
        var end = next;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[next..end] is "The" or "A" or "An" or "It" or "He" or "She" or "They" or "We" or "I" or "In" or "On" or "At" or "But" or "And"
            or "This" or "That" or "These" or "However" or "Its" or "His" or "Her" or "Their" or "There" or "When" or "If" or "As" or "For" or "After" or "Both"
            or "Where" or "What" or "Who" or "Why" or "How" or "Does" or "Do" or "Did" or "Is" or "Are" or "Was" or "Were" or "Has" or "Have"
            or "None" or "No" or "Some" or "Most" or "Many" or "Neither" or "Then" or "Now" or "So" or "Yet" or "By" or "With";
    }

    private static int PreviousWord(string text, int from, int start)
    {
        var at = from - 1;
        while (at > start && char.IsWhiteSpace(text[at]))
        {
            at--;
        }

        while (at > start && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    /// <summary>“1”, “a”, “• 4”: what stands before the stop is only the item's mark.</summary>
    private static bool IsListMark(string begun)
    {
        var mark = begun.TrimStart('•', '-', '–', '⁃', '*', ' ', '(');
        return mark.Length is > 0 and <= 3 && (mark.All(char.IsAsciiDigit) || mark is [>= 'a' and <= 'z']);
    }

    /// <summary>“iPhone”: a name whose capital comes second.</summary>
    private static bool IsBrand(string text, int at, int limit) => at + 1 < limit && char.IsLower(text[at]) && char.IsUpper(text[at + 1]);

    private static int NextWord(string text, int from, int limit)
    {
        while (from < limit && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from < limit ? from : -1;
    }

    private static int AfterStops(string text, int at, int limit)
    {
        while (at < limit && IsStop(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int AfterClosers(string text, int at, int limit)
    {
        while (at < limit && text[at] is '"' or '”' or '’' or '\'' or ')' or ']' or '»')
        {
            at++;
        }

        return at;
    }

    private static bool IsStop(char letter) => letter is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    private static bool IsOpener(char letter) => letter is '"' or '“' or '‘' or '\'' or '(' or '[' or '«';

    private static bool IsOther(char letter) => char.IsLetter(letter) && !char.IsUpper(letter) && !char.IsLower(letter);

    private static void Add(List<TextSpan> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextSpan(start, end));
        }
    }
}
