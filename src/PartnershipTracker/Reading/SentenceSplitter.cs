using System.Buffers;
using System.Collections.Frozen;
using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>
/// Cuts a passage into sentences by scanning it once; linear in its length. An unclosed quotation mark ends nothing, marks of
/// items in a list (<c>1.)</c>, <c>a.</c>, <c>•</c>) belong to their item, and pictographs to the sentence before them.
/// </summary>
public static class SentenceSplitter
{
    private const string Stops = ".!?…。！？";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = Words(
        "mr mrs ms dr prof sen rep gov gen col lt sgt hon rev messrs st mt ft vs v cf viz approx est fig figs no nos vol pp p ch sec art ed eds dept "
        + "e.g i.e eg ie al ca c n° jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun");

    /// <summary>Abbreviations that may end a sentence: the stop ends it when a word follows that starts one.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MayEnd = Words(
        "inc ltd corp co llc plc jr sr u.s u.k e.u u.n a.m p.m d.c ph.d b.a m.a bros");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Dated = Words(
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Zones = Words("EDT EST ET PDT PST PT CDT CST CT MDT MST GMT BST CET CEST UTC");

    /// <summary>After “Inc.” or “U.S.” a capital is mostly part of a name; these words start sentences.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = Words(
        "The A An It He She They We I In On At But And This That These Those However Its His Her Their Our There When If As For After Before Both Where "
        + "What Who Why How Does Do Did Is Are Was Were Has Have None No Not Some Most Many Neither Then Now So Yet By With While Although Since Until "
        + "Asked Meanwhile Still Last Earlier Later Instead Nor Or Under Over During Despite Dr Mr Ms Mrs",
        StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Saying = Words(
        "said says asked asks added adds told wrote writes replied replies argued argues joked joking quipped recalled insisted explained");

    /// <summary>Stops, and what pictographs begin with.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create([.. Stops, .. Pictographs.Beginnings]);

    /// <summary>Sentences of a passage in order, without the white space between them.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="within">The passage, in UTF-16 units; a sentence never crosses its ends.</param>
    public static IReadOnlyList<TextSpan> Split(string text, TextSpan within)
    {
        var sentences = new List<TextSpan>();
        foreach (var item in ListMarks.Items(text, within))
        {
            Split(text, item, sentences);
        }

        return sentences;
    }

    private static void Split(string text, TextSpan within, List<TextSpan> sentences)
    {
        var start = within.Start;
        for (var at = NextSign(text, within.Start, within.End); at < within.End; at = NextSign(text, at + 1, within.End))
        {
            int end;
            if (IsStop(text[at]))
            {
                var dots = AfterStops(text, at, within.End);
                end = AfterPictographs(text, AfterClosers(text, dots, within.End), within.End);
                if (IsStopBeforeDots(text, start, at, dots, within.End))
                {
                    end = at + 1;
                }
                else if (!Ends(text, start, at, dots, end, within.End))
                {
                    at = Math.Max(at, AfterClosers(text, dots, within.End) - 1);
                    continue;
                }
            }
            else if (Pictographs.IsOne(text, at) && at > start)
            {
                end = AfterPictographs(text, at, within.End);
                if (NextWord(text, end, within.End) is not (>= 0 and var next) || !char.IsUpper(text[next]) || text[at - 1] is ':' or '(')
                {
                    at = end - 1;
                    continue;
                }
            }
            else
            {
                continue;
            }

            Add(sentences, text, start, end);
            start = NextWord(text, end, within.End) is >= 0 and var begin ? begin : within.End;
            at = start - 1;
        }

        Add(sentences, text, start, within.End);
    }

    /// <summary>The next place where a sentence might end, or <paramref name="limit"/>.</summary>
    private static int NextSign(string text, int from, int limit) =>
        from < limit && text.AsSpan(from, limit - from).IndexOfAny(Signs) is var found and >= 0 ? from + found : limit;

    private static bool Ends(string text, int start, int stop, int dots, int end, int limit)
    {
        if (text[stop] is '。' or '！' or '？')
        {
            return true;
        }

        // Left out words, “[...]”, are part of their sentence.
        if (stop > start && text[stop - 1] == '[')
        {
            return false;
        }

        if (end >= limit)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            return end == stop + 1 && IsGlued(text, start, stop, limit);
        }

        var next = NextWord(text, end, limit);
        if (next < 0)
        {
            return true;
        }

        var opens = char.IsUpper(text[next]) || char.IsDigit(text[next]) || IsBrand(text, next, limit) || IsOther(text[next]) || Pictographs.IsOne(text, next)
            || (IsOpener(text[next]) && next + 1 < limit && !char.IsLower(text[next + 1]));
        if (!opens)
        {
            return false;
        }

        if (text[stop] != '.')
        {
            return !(end > dots && IsSaying(text, next, limit));
        }

        return dots > stop + 1 ? text.AsSpan(stop, dots - stop).Count('.') != 3 || text[stop + 1] == '.' : !StopBelongsToWord(text, start, stop, next, limit);
    }

    /// <summary>“... in the final draft. . . . The fee”: the first is a full stop, the other three open what follows.</summary>
    private static bool IsStopBeforeDots(string text, int start, int stop, int dots, int limit) =>
        dots - stop == 7 && stop > start && !char.IsWhiteSpace(text[stop - 1]) && NextWord(text, dots, limit) is >= 0 and var next && char.IsUpper(text[next]);

    /// <summary>“Talks ended at dawn.Neither firm”: a stop without the space after it, not “Node.Js” or “J.Smith”.</summary>
    private static bool IsGlued(string text, int start, int stop, int limit)
    {
        if (stop + 2 >= limit || !char.IsUpper(text[stop + 1]) || !char.IsLower(text[stop + 2]))
        {
            return false;
        }

        var word = text.AsSpan(WordStart(text, stop, start)..stop);
        foreach (var letter in word)
        {
            if (!char.IsLower(letter) && !char.IsDigit(letter) && letter is not (',' or '-'))
            {
                return false;
            }
        }

        return word.Length >= 2;
    }

    private static bool StopBelongsToWord(string text, int start, int stop, int next, int limit)
    {
        var from = WordStart(text, stop, start);
        var word = text.AsSpan(from..stop);
        if (ListMarks.IsMark(text.AsSpan(start..stop)))
        {
            return true;
        }

        var name = char.IsUpper(text[next]);
        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            // An initial: “Samuel H. Altman”, but not “plan B. Then” or “the chair and I. Has”.
            return from == start ? word is not "I" : char.IsUpper(text[WordStart(text, BackOverSpace(text, from, start), start)]);
        }

        if (Dated.Contains(word))
        {
            return !name || Dated.Contains(WordAt(text, next, limit));
        }

        if (MayEnd.Contains(word))
        {
            var following = WordAt(text, next, limit);
            return word is "a.m" or "p.m" or "A.M" or "P.M"
                ? !name || Zones.Contains(following) || IsOpening(text, start, from)
                : !Starters.Contains(following);
        }

        if (Abbreviations.Contains(word))
        {
            return !(name && word is "no");
        }

        return word.Length >= 3 && IsInitials(word);
    }

    /// <summary>“By 7 a.m. Ms. Okoro had read it”: nothing is said yet that could be over.</summary>
    private static bool IsOpening(string text, int start, int before) =>
        before - start <= 12 && WordAt(text, start, before) is "By" or "At" or "From" or "Before" or "After" or "Until" or "Around";

    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            if (at % 2 == 0 ? !char.IsUpper(word[at]) : word[at] != '.')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>“‘Is it over?’ Ms Okoro asked”: up to four capitalised words, then a verb of saying.</summary>
    private static bool IsSaying(string text, int next, int limit)
    {
        for (var words = 0; words < 5 && next >= 0; words++)
        {
            var word = WordAt(text, next, limit);
            if (Saying.Contains(word))
            {
                return words > 0;
            }

            if (word.IsEmpty || !char.IsUpper(word[0]))
            {
                return false;
            }

            next += word.Length;
            next = NextWord(text, next < limit && text[next] == '.' ? next + 1 : next, limit);
        }

        return false;
    }

    private static ReadOnlySpan<char> WordAt(string text, int at, int limit)
    {
        var end = at;
        while (end < limit && char.IsLetter(text[end]))
        {
            end++;
        }

        return text.AsSpan(at..end);
    }

    private static int WordStart(string text, int at, int start)
    {
        while (at > start && !char.IsWhiteSpace(text[at - 1]) && !IsOpener(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int BackOverSpace(string text, int at, int start)
    {
        while (at > start && char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
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

    /// <summary>After “?!”, “...”, or dots parted by single spaces, “. . . .”.</summary>
    private static int AfterStops(string text, int at, int limit)
    {
        while (at < limit && IsStop(text[at]))
        {
            at++;
            if (at + 1 < limit && text[at - 1] == '.' && text[at] == ' ' && text[at + 1] == '.')
            {
                at++;
            }
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

    private static int AfterPictographs(string text, int at, int limit)
    {
        for (var look = at; look < limit && (text[look] == ' ' || Pictographs.IsOne(text, look)); look++)
        {
            if (text[look] != ' ')
            {
                look += Pictographs.Length(text, look) - 1;
                at = look + 1;
            }
        }

        return at;
    }

    private static bool IsStop(char letter) => Stops.Contains(letter);

    private static bool IsOpener(char letter) => letter is '"' or '“' or '‘' or '\'' or '(' or '[' or '«';

    private static bool IsOther(char letter) => char.IsLetter(letter) && !char.IsUpper(letter) && !char.IsLower(letter);

    private static void Add(List<TextSpan> sentences, string text, int start, int end)
    {
        start = NextWord(text, start, end) is >= 0 and var word ? word : end;
        end = BackOverSpace(text, end, start);
        if (end > start)
        {
            sentences.Add(new TextSpan(start, end));
        }
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words, StringComparer? comparer = null) =>
        words.Split(' ').ToFrozenSet(comparer ?? StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
