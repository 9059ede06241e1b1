using System.Collections.Frozen;

namespace PartnershipTracker.Reading;

/// <summary>What part a token can play in a date.</summary>
internal enum DateCue : byte
{
    None,

    // Signs and figures.
    Number, Dash, Comma, Dot, Slash, Colon, Open, Close, Apostrophe, Percent, Money, Stop,

    // Names of times.
    Month, ShortMonth, Weekday, ShortWeekday, Season, Unit, Units, DayOrdinal, Ordinal, Decade, QuarterCode, HalfCode, FiscalCode, YearEnd,

    // Counts.
    A, Count, Few, Couple, Half, About, More, Than, Adjective,

    // Small words.
    The, Of, This, Last, Next, That, Same, Past, First, Following, Previous, Recent, Possessive, Determiner, And, Or,
    Early, Mid, Earlier, Later, End, Start, Middle, Fiscal, Calendar, EndedVerb,
    In, On, At, During, Around, Since, Until, By, Through, Before, After, Beyond, From, Between, Within, For, Over, To, As, Dated, Prior, Up, Back,
    Today, Yesterday, Tomorrow, Recently, Ago, Then, Just, Have, Now, Hence, Into, Old, Time, Rest, Number1,

    // What stands around dates.
    Counted, EventNoun, Future, Had, Says, Copula, Modal, Every, Holiday, Runs, Compared, Generic, Onward,
}

/// <summary>A token's part and its value: month 1–12, weekday 0–6 from Sunday, season 21–24, a count, a year.</summary>
internal readonly record struct DateWord(DateCue Cue, short Value)
{
    public TimeUnit Unit => (TimeUnit)Value;

    public bool Is(DateCue cue) => Cue == cue;
}

/// <summary>The words dates are made of.</summary>
internal static class DateWords
{
    private static readonly FrozenDictionary<string, DateWord> Known = Make().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, DateWord>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A word's part; names of months and days count with a capital only.</summary>
    public static DateWord Of(ReadOnlySpan<char> word)
    {
        if (char.IsAsciiDigit(word[0]))
        {
            return Figured(word);
        }

        if (word.Length > 14 || !Lookup.TryGetValue(word, out var known))
        {
            return word is ['F' or 'f', 'Y' or 'y', ..] && Figure(word[2..]) is > 0 and var year ? new(DateCue.FiscalCode, (short)Full(year)) : default;
        }

        return known.Cue is < DateCue.Month or > DateCue.ShortWeekday || char.IsUpper(word[0]) ? known : word is "may" ? new(DateCue.Modal, 0) : default;
    }

    /// <summary>A run of figures: its value where it has at most four of them and no more signs, else −1.</summary>
    public static int Figure(ReadOnlySpan<char> figures)
    {
        if (figures.Length is 0 or > 4)
        {
            return -1;
        }

        var value = 0;
        foreach (var figure in figures)
        {
            if (!char.IsAsciiDigit(figure))
            {
                return -1;
            }

            value = (value * 10) + figure - '0';
        }

        return value;
    }

    /// <summary>A year from two or four figures.</summary>
    public static int Full(int year) => year < 100 ? 2000 + year : year;

    public static DateWord OfMark(char mark) => new(
        mark switch
        {
            '-' or '–' or '—' or '‑' or '−' => DateCue.Dash,
            ',' => DateCue.Comma,
            '.' => DateCue.Dot,
            '/' => DateCue.Slash,
            ':' => DateCue.Colon,
            ';' or '!' or '?' or '…' => DateCue.Stop,
            '(' or '[' => DateCue.Open,
            ')' or ']' => DateCue.Close,
            '\'' or '’' or '‘' => DateCue.Apostrophe,
            '%' or '°' => DateCue.Percent,
            '$' or '€' or '£' or '¥' or '#' or '§' => DateCue.Money,
            _ => DateCue.None,
        },
        (short)(mark == '—' ? 1 : 0));

    /// <summary><c>14th</c>, <c>2020s</c>.</summary>
    private static DateWord Figured(ReadOnlySpan<char> word)
    {
        if (word is [.., 's' or 'S'] && Figure(word[..^1]) is >= 1700 and <= 2090 and var decade && decade % 10 == 0 && word.Length == 5)
        {
            return new(DateCue.Decade, (short)decade);
        }

        return word.Length is 3 or 4 && Figure(word[..^2]) is >= 1 and <= 31 and var day && word[^2..] is "st" or "nd" or "rd" or "th"
            ? new(DateCue.DayOrdinal, (short)Figure(word[..^2]))
            : default;
    }

    private static Dictionary<string, DateWord> Make()
    {
        var words = new Dictionary<string, DateWord>(StringComparer.OrdinalIgnoreCase);
        void Row(DateCue cue, int first, int step, string list)
        {
            foreach (var word in list.Split(' '))
            {
                words.TryAdd(word, new(cue, (short)first));
                first += step;
            }
        }

        Row(DateCue.Month, 1, 1, "January February March April May June July August September October November December");
        Row(DateCue.ShortMonth, 1, 1, "Jan Feb Mar Apr");
        Row(DateCue.ShortMonth, 6, 1, "Jun Jul Aug Sept Oct Nov Dec");
        Row(DateCue.ShortMonth, 9, 0, "Sep");
        Row(DateCue.Weekday, 0, 1, "Sunday Monday Tuesday Wednesday Thursday Friday Saturday");
        Row(DateCue.ShortWeekday, 0, 1, "Sun Mon Tue Wed Thu Fri Sat");
        Row(DateCue.ShortWeekday, 2, 2, "Tues Thurs");
        Row(DateCue.ShortWeekday, 4, 0, "Thur");
        Row(DateCue.Season, 21, 1, "spring summer autumn winter");
        Row(DateCue.Season, 23, 0, "fall");
        Row(DateCue.Unit, 0, 1, "hour day week fortnight month quarter year decade century weekend morning");
        Row(DateCue.Unit, (int)TimeUnit.PartOfDay, 0, "afternoon evening night");
        Row(DateCue.Units, 0, 1, "hours days weeks fortnights months quarters years decades centuries weekends");
        Row(DateCue.Ordinal, 1, 1, "1st second third fourth");
        Row(DateCue.Ordinal, 4, 0, "final");
        Row(DateCue.First, 1, 0, "first opening");
        Row(DateCue.QuarterCode, 1, 1, "Q1 Q2 Q3 Q4");
        Row(DateCue.HalfCode, 1, 1, "H1 H2");
        Row(DateCue.FiscalCode, 0, 0, "FY");
        Row(DateCue.YearEnd, 0, 0, "yearend");
        Row(DateCue.A, 1, 0, "a an");
        Row(DateCue.Count, 1, 1, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty");
        Row(DateCue.Count, 30, 10, "thirty forty fifty sixty");
        Row(DateCue.Few, 3, 0, "few several many");
        Row(DateCue.Couple, 2, 0, "couple");
        Row(DateCue.Number1, 3, 0, "number");
        Row(DateCue.Half, 0, 0, "half");
        Row(DateCue.About, 1, 0, "about nearly almost roughly some approximately");
        Row(DateCue.About, 0, 0, "just only exactly barely another under fully");
        Row(DateCue.More, 1, 0, "more less fewer");
        Row(DateCue.Than, 0, 0, "than versus vs");
        Row(DateCue.Adjective, 0, 0, "full whole consecutive straight short long further additional business working trading extra busy");
        Row(DateCue.Calendar, 0, 0, "calendar");
        Row(DateCue.The, 0, 0, "the");
        Row(DateCue.Of, 0, 0, "of");
        Row(DateCue.This, 0, 0, "this");
        Row(DateCue.Last, -1, 0, "last");
        Row(DateCue.Next, 1, 0, "next coming upcoming");
        Row(DateCue.That, 0, 0, "that");
        Row(DateCue.Same, 0, 0, "same very");
        Row(DateCue.Past, -1, 0, "past");
        Row(DateCue.Following, 1, 0, "following ensuing subsequent");
        Row(DateCue.Previous, -1, 0, "previous preceding");
        Row(DateCue.Recent, 0, 0, "recent");
        Row(DateCue.Possessive, 0, 0, "'s ’s");
        Row(DateCue.Determiner, 0, 0, "its their his her our your my these those both each");
        Row(DateCue.And, 0, 0, "and &");
        Row(DateCue.Or, 0, 0, "or");
        Row(DateCue.Early, 1, 1, "early late");
        Row(DateCue.Mid, 0, 0, "mid");
        Row(DateCue.Earlier, 0, 0, "earlier");
        Row(DateCue.Later, 0, 0, "later");
        Row(DateCue.End, 0, 0, "end close");
        Row(DateCue.Start, 0, 0, "start beginning outset dawn");
        Row(DateCue.Middle, 0, 0, "middle");
        Row(DateCue.Rest, 0, 0, "rest remainder course");
        Row(DateCue.Fiscal, 0, 0, "fiscal financial");
        Row(DateCue.EndedVerb, 0, 0, "ended ending ends");
        Row(DateCue.In, 0, 0, "in");
        Row(DateCue.On, 0, 0, "on");
        Row(DateCue.At, 0, 0, "at");
        Row(DateCue.During, 0, 0, "during throughout across");
        Row(DateCue.Around, 0, 0, "around circa towards toward");
        Row(DateCue.Since, 0, 0, "since");
        Row(DateCue.Until, 0, 0, "until till til");
        Row(DateCue.By, 0, 0, "by");
        Row(DateCue.Through, 0, 0, "through thru");
        Row(DateCue.Before, 0, 0, "before");
        Row(DateCue.After, 0, 0, "after afterwards afterward");
        Row(DateCue.Beyond, 0, 0, "beyond");
        Row(DateCue.From, 0, 0, "from");
        Row(DateCue.Between, 0, 0, "between");
        Row(DateCue.Within, 0, 0, "within inside");
        Row(DateCue.For, 0, 0, "for");
        Row(DateCue.Over, 0, 0, "over");
        Row(DateCue.To, 0, 0, "to");
        Row(DateCue.As, 0, 0, "as");
        Row(DateCue.Dated, 0, 0, "dated vintage");
        Row(DateCue.Prior, 0, 0, "prior");
        Row(DateCue.Up, 0, 0, "up");
        Row(DateCue.Back, 0, 0, "back dating");
        Row(DateCue.Today, 0, 0, "today tonight");
        Row(DateCue.Yesterday, 0, 0, "yesterday");
        Row(DateCue.Tomorrow, 0, 0, "tomorrow");
        Row(DateCue.Recently, 0, 0, "recently lately");
        Row(DateCue.Ago, 0, 0, "ago");
        Row(DateCue.Then, 0, 0, "then");
        Row(DateCue.Have, 0, 0, "has have");
        Row(DateCue.Had, 0, 0, "had was were");
        Row(DateCue.Now, 0, 0, "now");
        Row(DateCue.Hence, 0, 0, "hence");
        Row(DateCue.Into, 0, 0, "into");
        Row(DateCue.Old, 0, 0, "old aged");
        Row(DateCue.Time, 0, 0, "time");
        Row(DateCue.Onward, 0, 0, "onward onwards forward");
        Row(DateCue.Counted, 0, 0, "people users employees staff workers customers companies firms jobs dollars euros pounds yen tokens gpus chips times words pages members seats developers engineers shares megawatts mw gw gb tb kg km miles feet metres meters percent pc million billion trillion mn bn m thousand hundred servers businesses apps models patents researchers signatures subscribers students schools homes calories points votes copies units lines files cities countries women men children patients lawyers");
        Row(DateCue.EventNoun, 0, 0, "deal agreement investment pact accord contract partnership round report filing results revenue sales budget forecast election launch announcement restructuring conference letter memo statement accounts figures estimate estimates target merger takeover paper study data survey prediction levels earnings profit losses case ruling keynote");
        Row(DateCue.Future, 0, 0, "will would shall due expects expected expect plans plan planned aims scheduled intends hopes going must 'll ’ll should");
        Row(DateCue.Says, 0, 0, "said says say told announced reported wrote agreed signed added unveiled launched published released showed met revealed confirmed disclosed believe believes think thinks did began took gave made bought came");
        Row(DateCue.Copula, 0, 0, "is comes came come are spoke speak falls");
        Row(DateCue.Modal, 0, 0, "could might may can cannot nobody");
        Row(DateCue.Every, 0, 0, "every per once twice");
        Row(DateCue.Holiday, 0, 0, "black cyber good super ash casual");
        Row(DateCue.Runs, 0, 0, "runs run running ran extends extend extended lasts lasting");
        Row(DateCue.Compared, 0, 0, "compared relative similar dates date contrast opposed");
        Row(DateCue.Generic, 0, 0, "world leaders champions society generation");
        return words;
    }
}
