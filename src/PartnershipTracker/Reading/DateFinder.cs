using System.Text.RegularExpressions;
using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>
/// Finds dates in a sentence and says what they mean, no more exactly than the words and the publication date allow. Months
/// count only with a capital and in a date's place, so that the verbs may and march are none. Matching never backtracks.
/// </summary>
public static class DateFinder
{
    private const string Month = "(January|February|March|April|May|June|July|August|September|October|November|December)";
    private const string Count = "(a|an|one|two|three|four|five|six|several|a few)";

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly List<(string Name, Regex Pattern, Func<GroupCollection, Reference, string?> Edtf, Kind Kind)> Rules =
    [
        Rule("iso-date", @"\b(\d{4}-\d{2}-\d{2})\b", (g, _) => g[1].Value),
        Rule("day-month-year", @"\b(?:[Oo]n )?(\d{1,2})(?:st|nd|rd|th)? " + Month + @",? (\d{4})\b", (g, _) => Day(g[3].Value, g[2].Value, g[1].Value)),
        Rule("month-day-year", @"\b(?:[Oo]n )?" + Month + @" (\d{1,2})(?:st|nd|rd|th)?, (\d{4})\b", (g, _) => Day(g[3].Value, g[1].Value, g[2].Value)),
        Rule("since-month-year", @"\b[Ss]ince " + Month + @",? (\d{4})\b", (g, _) => $"{MonthOf(g[2].Value, g[1].Value)}/.."),
        Rule("until-month-year", @"\b(?:[Bb]y|[Uu]ntil|[Tt]hrough) " + Month + @",? (\d{4})\b", (g, _) => $"../{MonthOf(g[2].Value, g[1].Value)}"),
        Rule("month-year", @"\b(?:[Ii]n )?" + Month + @",? (?:of )?(\d{4})\b", (g, _) => MonthOf(g[2].Value, g[1].Value)),
        Rule("quarter-year", @"\b(?:[Ii]n )?(?:the )?(first|second|third|fourth) quarter of (\d{4})\b", (g, _) => $"{g[2].Value}-{33 + Array.IndexOf(Ordinals, g[1].Value)}"),
        Rule("q-year", @"\bQ([1-4]) (\d{4})\b", (g, _) => $"{g[2].Value}-{32 + int.Parse(g[1].Value)}"),
        Rule("season-year", @"\b(?:[Ii]n )?(?:the )?(spring|summer|autumn|fall|winter) (?:of )?(\d{4})\b", (g, _) => $"{g[2].Value}-{SeasonCode(g[1].Value)}"),
        Rule("month-this-year", @"\b(?:[Ii]n )?" + Month + @"(?: of)? this year\b", (g, r) => r.Year is { } year ? MonthOf(year, g[1].Value) : null, Kind.FromPublication),
        Rule("month-last-year", @"\b(?:[Ii]n )?" + Month + @"(?: of)? last year\b", (g, r) => r.LastYear is { } year ? MonthOf(year, g[1].Value) : null, Kind.FromPublication),
        Rule("start-of-this-year", @"\b(?:[Aa]t the (?:beginning|start) of|[Ee]arlier|[Ee]arly) this year\b", (_, r) => r.Year is { } year ? $"{year}-01~" : null, Kind.FromPublication),
        Rule("end-of-last-year", @"\b(?:[Aa]t the end of|[Ll]ate) last year\b", (_, r) => r.LastYear is { } year ? $"{year}-12~" : null, Kind.FromPublication),
        Rule("this-year", @"\b[Tt]his year(?:'s|’s)?\b", (_, r) => r.Year, Kind.FromPublication),
        Rule("last-year", @"\b[Ll]ast year(?:'s|’s)?\b", (_, r) => r.LastYear, Kind.FromPublication),
        Rule("last-month", @"\b[Ll]ast month(?:'s|’s)?\b", (_, r) => r.MonthsBefore(1), Kind.FromPublication),
        Rule("this-month", @"\b[Tt]his month(?:'s|’s)?\b", (_, r) => r.MonthsBefore(0), Kind.FromPublication),
        Rule("some-time-later", @"\b" + Count + @" (?:days?|weeks?) (?:later|after that)\b", (_, r) => r.Shift(0), Kind.FromPrevious),
        Rule("some-months-later", @"\b" + Count + @" months? (?:later|after that)\b", (g, r) => r.Shift(Number(g[1].Value)), Kind.FromPrevious),
        Rule("some-months-earlier", @"\b" + Count + @" months? (?:earlier|before that)\b", (g, r) => r.Shift(-Number(g[1].Value)), Kind.FromPrevious),
        Rule("since-month", @"\b[Ss]ince " + Month + @"\b", (g, r) => r.Latest(g[1].Value) is { } month ? $"{month}/.." : null, Kind.FromPublication),
        Rule("month", @"\b(?:[Ii]n|[Dd]uring|[Ll]ast) " + Month + @"\b", (g, r) => r.Latest(g[1].Value), Kind.FromPublication),
        Rule("since-year", @"\b[Ss]ince ((?:19|20)\d{2})\b", (g, _) => $"{g[1].Value}/.."),
        Rule("until-year", @"\b(?:[Bb]y|[Uu]ntil|[Tt]hrough) ((?:19|20)\d{2})\b", (g, _) => $"../{g[1].Value}"),
        Rule("decade", @"\b(?:[Ii]n )?the ((?:19|20)\d)0s\b", (g, _) => $"{g[1].Value}X"),
        Rule("year", @"\b(?:[Ii]n|[Dd]uring|[Oo]f|[Ff]rom|[Bb]ack in) ((?:19|20)\d{2})\b", (g, _) => g[1].Value),
        Rule("recently", @"\b(?:[Rr]ecently|[Ll]ately)\b", (_, r) => r.AboutPublication(month: true), Kind.FromPublication),
        Rule("just", @"\b(?:has|have|had) just\b", (_, r) => r.AboutPublication(month: false), Kind.FromPublication),
    ];

    private enum Kind
    {
        Absolute,
        FromPublication,

        /// <summary>From the date told before: “a week later”.</summary>
        FromPrevious,
    }

    /// <summary>Dates of one sentence in text order; where two rules match the same words, the earlier rule holds.</summary>
    /// <param name="text">The whole readable text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="published">The document's publication date; null leaves dates that count from it unresolved.</param>
    /// <param name="previous">The date told last before this sentence.</param>
    public static IReadOnlyList<ResolvedDate> Find(string text, TextSpan sentence, EdtfDate? published, EdtfDate? previous)
    {
        var words = sentence.In(text);
        var found = new List<(TextSpan Span, int Rule, GroupCollection Groups)>();
        var taken = new bool[words.Length];
        for (var n = 0; n < Rules.Count; n++)
        {
            foreach (Match match in Rules[n].Pattern.Matches(words))
            {
                var span = new TextSpan(match.Index, match.Index + match.Length);
                if (!taken.AsSpan(span.Start, span.Length).Contains(true))
                {
                    taken.AsSpan(span.Start, span.Length).Fill(true);
                    found.Add((span, n, match.Groups));
                }
            }
        }

        var dates = new List<ResolvedDate>();
        foreach (var (span, rule, groups) in found.OrderBy(item => item.Span.Start))
        {
            var (name, _, edtf, kind) = Rules[rule];
            var date = EdtfDate.TryParse(edtf(groups, new Reference(published, previous)), out var parsed) ? parsed : null;
            var anchor = kind switch
            {
                Kind.FromPublication => published is null ? "publication date, unknown" : $"publication date {published}",
                Kind.FromPrevious => previous is null ? "the date told before, unknown" : $"the date told before, {previous}",
                _ => null,
            };
            dates.Add(new ResolvedDate(span.In(words), new TextSpan(sentence.Start + span.Start, sentence.Start + span.End), date, name, anchor));
            previous = date ?? previous;
        }

        return dates;
    }

    private static (string, Regex, Func<GroupCollection, Reference, string?>, Kind) Rule(
        string name, string pattern, Func<GroupCollection, Reference, string?> edtf, Kind kind = Kind.Absolute) =>
        (name, new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), edtf, kind);

    private static string MonthOf(string year, string month) => $"{year}-{Array.IndexOf(Months, month) + 1:00}";

    private static string Day(string year, string month, string day) => $"{MonthOf(year, month)}-{int.Parse(day):00}";

    private static int SeasonCode(string season) => season switch { "spring" => 21, "summer" => 22, "winter" => 24, _ => 23 };

    private static int Number(string word) => word switch { "two" => 2, "three" => 3, "four" => 4, "five" => 5, "six" => 6, "several" or "a few" => 3, _ => 1 };

    /// <summary>What relative dates count from.</summary>
    private sealed record Reference(EdtfDate? Published, EdtfDate? Previous)
    {
        public string? Year => Published?.Earliest.Year.ToString("0000");

        public string? LastYear => Published is { Earliest.Year: > 1 } ? (Published.Earliest.Year - 1).ToString("0000") : null;

        /// <summary>The last such month that was not after publication, where the publication month is known.</summary>
        public string? Latest(string month)
        {
            if (Published is not { Precision: DatePrecision.Day or DatePrecision.Month } published)
            {
                return null;
            }

            var number = Array.IndexOf(Months, month) + 1;
            return $"{(number <= published.Earliest.Month ? published.Earliest.Year : published.Earliest.Year - 1):0000}-{number:00}";
        }

        public string? MonthsBefore(int months) => Published is { Precision: DatePrecision.Day or DatePrecision.Month } published
            ? $"{published.Earliest.AddMonths(-months):yyyy-MM}{(published.IsApproximate ? "~" : "")}"
            : null;

        /// <summary>The month about so many months from the date told before.</summary>
        public string? Shift(int months) => Previous is { Precision: DatePrecision.Day or DatePrecision.Month, IsInterval: false } previous
            ? $"{previous.Earliest.AddMonths(months):yyyy-MM}~"
            : null;

        public string? AboutPublication(bool month) => Published switch
        {
            { Precision: DatePrecision.Day or DatePrecision.Month } published when month => $"{published.Earliest:yyyy-MM}~",
            { } published => $"{published.Earliest.Year:0000}~",
            null => null,
        };
    }
}
