using System.Buffers;
using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>The tokens of one sentence with the part each can play in a date.</summary>
internal sealed class DateScan : IDisposable
{
    private readonly string text;
    private readonly List<Token> tokens;
    private DateWord[] words = [];

    private DateScan(string text, List<Token> tokens) => (this.text, this.tokens) = (text, tokens);

    public int Count => tokens.Count;

    /// <summary>Both today and tomorrow are spoken of: neither is meant as a day.</summary>
    public bool SpeaksOfTodayAndTomorrow { get; private set; }

    /// <summary>Outside the sentence: nothing.</summary>
    public DateWord this[int at] => (uint)at < (uint)tokens.Count ? words[at] : default;

    /// <summary>Null where no token can be part of a date.</summary>
    public static DateScan? Of(string text, List<Token> tokens)
    {
        var scan = new DateScan(text, tokens) { words = ArrayPool<DateWord>.Shared.Rent(tokens.Count) };
        var (any, today, tomorrow) = (false, false, false);
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            var letters = token.In(text);
            var word = token.Kind switch
            {
                TokenKind.Word => DateWords.Of(letters),
                TokenKind.Number => DateWords.Figure(letters) is >= 0 and var value ? new(DateCue.Number, (short)value) : new(DateCue.Number, -1),
                _ => DateWords.OfMark(letters[0]),
            };
            scan.words[at] = word;
            any |= word.Cue is DateCue.Number or (>= DateCue.Month and <= DateCue.YearEnd) or DateCue.Today or DateCue.Yesterday or DateCue.Tomorrow
                or DateCue.Recently or DateCue.Then or DateCue.Just or DateCue.Have or DateCue.Mid;
            today |= word.Is(DateCue.Today);
            tomorrow |= word.Is(DateCue.Tomorrow);
        }

        scan.SpeaksOfTodayAndTomorrow = today && tomorrow;
        if (any)
        {
            return scan;
        }

        scan.Dispose();
        return null;
    }

    public bool Is(int at, DateCue cue) => this[at].Cue == cue;

    public bool Is(int at, DateCue one, DateCue other) => this[at].Cue is var cue && (cue == one || cue == other);

    /// <summary>The token's letters; none outside the sentence.</summary>
    public ReadOnlySpan<char> Letters(int at) => (uint)at < (uint)tokens.Count ? tokens[at].In(text) : default;

    public bool Says(int at, string word) => Letters(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>No space stands between this token and the next.</summary>
    public bool Touches(int at) => at >= 0 && at + 1 < tokens.Count && tokens[at].End == tokens[at + 1].Start;

    public bool IsLowerWord(int at) => Letters(at) is [var first, ..] && char.IsLower(first);

    public bool IsUpperWord(int at) => Letters(at) is [var first, ..] && char.IsUpper(first);

    /// <summary>A number of one or two figures.</summary>
    public bool IsDayNumber(int at, out int day)
    {
        day = this[at].Value;
        return (this[at].Is(DateCue.DayOrdinal) || (this[at].Is(DateCue.Number) && Letters(at).Length <= 2)) && day is >= 1 and <= 31;
    }

    /// <summary>Four figures that can be a year of our time, and no count, price or part of a longer number.</summary>
    public bool IsYear(int at, out int year)
    {
        year = this[at].Value;
        return year is >= 1900 and < 2100 && Is(at, DateCue.Number) && Letters(at).Length == 4
            && !(Is(at + 1, DateCue.Counted) || Is(at + 1, DateCue.Percent))
            && !(Is(at - 1, DateCue.Money) && Touches(at - 1))
            && !(Touches(at) && Is(at + 1, DateCue.Dash) && Touches(at + 1) && Is(at + 2, DateCue.Counted));
    }

    public bool IsMonth(int at, out int month)
    {
        month = this[at].Value;
        return this[at].Cue is DateCue.Month or DateCue.ShortMonth;
    }

    /// <summary>After a month's name: past the point of a short one.</summary>
    public int AfterMonth(int at) => Is(at, DateCue.ShortMonth) && Is(at + 1, DateCue.Dot) && Touches(at) && at + 2 < Count ? at + 2 : at + 1;

    public TextSpan SpanOf(DatePhrase phrase) => new(tokens[phrase.Start].Start, tokens[phrase.End - 1].End);

    /// <summary>The words around speak of what is to come: before the date, or after one that opens the sentence.</summary>
    public bool IsFuture(int start, int end)
    {
        for (var at = start - 1; at >= Math.Max(0, start - 12); at--)
        {
            if (this[at].Cue is DateCue.Says or DateCue.Had or DateCue.Stop)
            {
                return false;
            }

            if (Is(at, DateCue.Future))
            {
                return true;
            }
        }

        if (start > 2)
        {
            return false;
        }

        for (var at = end; at < Math.Min(Count, end + 10); at++)
        {
            if (this[at].Cue is DateCue.Says or DateCue.Had or DateCue.Have)
            {
                return false;
            }

            if (Is(at, DateCue.Future))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A past tense follows soon.</summary>
    public bool IsPast(int end)
    {
        for (var at = end; at < Math.Min(Count, end + 8); at++)
        {
            if (Is(at, DateCue.Had))
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose()
    {
        ArrayPool<DateWord>.Shared.Return(words);
        words = [];
    }
}
