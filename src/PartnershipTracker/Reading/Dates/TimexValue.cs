using System.Globalization;
using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>A date's value as TIMEX3 writes it.</summary>
internal static class TimexValue
{
    private static readonly string[] Seasons = ["SP", "SU", "FA", "WI"];

    public static string? Of(ResolvedDate date) => date.Kind == DateKind.Duration ? Duration(date.Words) : date.Edtf is { } edtf ? Value(edtf.Value, date.Rule) : null;

    private static string Value(string edtf, string rule)
    {
        var slash = edtf.IndexOf('/');
        if (slash < 0)
        {
            return Point(edtf);
        }

        var (from, to) = (edtf[..slash], edtf[(slash + 1)..]);
        if (from is ".." or "" || to is ".." or "")
        {
            return Point(from is ".." or "" ? to : from);
        }

        if (!EdtfDate.TryParse(from, out var start) || !EdtfDate.TryParse(to, out var end))
        {
            return edtf;
        }

        var months = ((end.Latest.Year - start.Earliest.Year) * 12) + end.Latest.Month - start.Earliest.Month + 1;
        var month = start.Earliest.Month;
        return (start.Precision, months) switch
        {
            (DatePrecision.Month, 3) when month % 3 == 1 => $"{start.Earliest.Year:0000}-Q{(month / 3) + 1}",
            (DatePrecision.Month, 6) when month % 6 == 1 => $"{start.Earliest.Year:0000}-H{(month / 6) + 1}",
            (DatePrecision.Month, 12) when rule.Contains("fiscal", StringComparison.Ordinal) => $"FY{end.Latest.Year:0000}",
            (DatePrecision.Day, _) when start.Earliest.DayOfWeek == DayOfWeek.Monday && end.Latest == start.Earliest.AddDays(6) =>
                string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(start.Earliest.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(start.Earliest.ToDateTime(default)):00}"),
            _ => $"{Point(from)}/{Point(to)}",
        };
    }

    private static string Point(string edtf)
    {
        var bare = edtf.TrimEnd('~', '?', '%').Replace("-XX", "", StringComparison.Ordinal).TrimEnd('X');
        return bare.Length == 7 && int.Parse(bare[5..], CultureInfo.InvariantCulture) is var part and > 12
            ? bare[..5] + (part <= 24 ? Seasons[part - 21] : $"Q{part - 32}")
            : bare;
    }

    private static string? Duration(string words)
    {
        var tokens = Tokens.Of(words, new TextSpan(0, words.Length));
        using var scan = DateScan.Of(words, tokens);
        for (var at = 0; at < (scan?.Count ?? 0); at++)
        {
            if (CountedTime.Read(scan!, at) is { } time)
            {
                return Length(time.IsVague ? null : time.Count, time.Unit);
            }

            if (scan![at].Is(DateCue.Units))
            {
                return Length(null, scan[at].Unit);
            }
        }

        return null;
    }

    private static string Length(int? count, TimeUnit unit)
    {
        var (factor, letter) = unit switch
        {
            TimeUnit.Hour => (1, "H"),
            TimeUnit.Day => (1, "D"),
            TimeUnit.Week => (1, "W"),
            TimeUnit.Fortnight => (2, "W"),
            TimeUnit.Month => (1, "M"),
            TimeUnit.Quarter => (3, "M"),
            TimeUnit.Year => (1, "Y"),
            TimeUnit.Decade => (10, "Y"),
            _ => (100, "Y"),
        };
        var number = count is { } known ? (known * factor).ToString(CultureInfo.InvariantCulture) : "X";
        return $"P{(unit == TimeUnit.Hour ? "T" : "")}{number}{letter}";
    }
}
