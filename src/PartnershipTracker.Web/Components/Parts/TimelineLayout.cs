using System.Globalization;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Querying;

namespace PartnershipTracker.Web.Components.Parts;

/// <summary>
/// Where the drawing puts each dated event: across as a share of the whole period, down in rows packed so that labels do
/// not overlap at the width they are estimated for. An event is as wide as its date is vague.
/// </summary>
public sealed class TimelineLayout
{
    public const int RowHeight = 26;
    public const int Top = 30;

    /// <summary>Width labels are estimated for, and pixels a letter takes.</summary>
    private const double Width = 1080;
    private const double Letter = 6.6;
    private const int LongestLabel = 64;
    private const double Gap = 14;

    private readonly double first;
    private readonly double days;

    private TimelineLayout(IReadOnlyList<EventRow> dated)
    {
        var from = dated.Min(e => Start(e.Date!)).Year;
        var to = dated.Max(e => End(e.Date!)).Year;
        first = new DateOnly(from, 1, 1).DayNumber;
        days = new DateOnly(to, 12, 31).DayNumber + 1 - first;
        var step = Math.Max(1, (int)Math.Ceiling((to - from + 1) / 12.0));
        Years = [.. Enumerable.Range(from, to - from + 1).Where(y => (y - from) % step == 0).Select(y => new Year(y, Share(new DateOnly(y, 1, 1))))];
        Marks = Place(dated);
        Height = Top + (RowHeight * (1 + (Marks.Count == 0 ? 0 : Marks.Max(m => m.Row)))) + 8;
    }

    public IReadOnlyList<Year> Years { get; }
    public IReadOnlyList<Mark> Marks { get; }
    public int Height { get; }

    /// <summary>Null when nothing is dated.</summary>
    public static TimelineLayout? Of(IEnumerable<EventRow> events) =>
        events.Where(e => e.Date is not null).ToList() is [_, ..] dated ? new TimelineLayout(dated) : null;

    /// <param name="Number">The year.</param>
    /// <param name="X">Where it begins, in per cent.</param>
    public sealed record Year(int Number, double X);

    /// <summary>One event. Positions across are per cent; <see cref="Row"/> counts from 0.</summary>
    public sealed record Mark(EventRow Event, double From, double To, int Row, string Label, bool LabelBefore)
    {
        public double Middle => (From + To) / 2;
        public double LabelX => LabelBefore ? From : To;
        public int Y => Top + (Row * RowHeight) + (RowHeight / 2);
        public bool IsVague => Event.Date!.IsApproximate || Event.Date.IsUncertain;
    }

    private static DateOnly Start(EdtfDate date) => date.IsOpenStart ? date.Latest : date.Earliest;

    private static DateOnly End(EdtfDate date) => date.IsOpenEnd ? date.Earliest : date.Latest;

    private double Share(DateOnly day) => 100 * (day.DayNumber - first) / days;

    private List<Mark> Place(IReadOnlyList<EventRow> dated)
    {
        var rowEnds = new List<double>();
        var marks = new List<Mark>();
        foreach (var (happening, from, to) in dated
            .Select(e => (Event: e, From: Share(Start(e.Date!)), To: Share(End(e.Date!).AddDays(1))))
            .OrderBy(e => LabelBefore(e.From, e.To)).ThenBy(e => e.From))
        {
            var label = happening.Title.Length <= LongestLabel ? happening.Title : happening.Title[..(LongestLabel - 1)].TrimEnd() + "…";
            var before = LabelBefore(from, to);
            var reach = 100 * ((label.Length * Letter) + Gap + Gap) / Width;
            var left = before ? from - reach : from;
            var right = before ? to : to + reach;
            marks.Add(new Mark(happening, from, to, Row(rowEnds, left, right), label, before));
        }

        return marks;
    }

    private static bool LabelBefore(double from, double to) => (from + to) / 2 > 50;

    private static int Row(List<double> rowEnds, double left, double right)
    {
        var row = rowEnds.FindIndex(end => end <= left);
        if (row < 0)
        {
            row = rowEnds.Count;
            rowEnds.Add(right);
        }

        rowEnds[row] = right;
        return row;
    }

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share:0.###}%");
}
