using System.Globalization;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Querying;

namespace PartnershipTracker.Web.Components.Parts;

/// <summary>
/// Where the drawing puts each dated event: across as a share of the whole period, down in a bounded number of rows packed
/// so that nothing overlaps at the width titles are estimated for. An event is as wide as its date is vague; a title is
/// written where it fits, and every event is in the list below.
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
    private const int MostRows = 22;

    /// <summary>Half a mark with the room around it, and the room a title would like to have, in per cent.</summary>
    private const double Half = 100 * 11 / Width;
    private const double Wide = 100 * 300 / Width;

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
        Left = dated.Count - Marks.Count;
        Height = Top + (RowHeight * (1 + (Marks.Count == 0 ? 0 : Marks.Max(m => m.Row)))) + 8;
    }

    public IReadOnlyList<Year> Years { get; }
    public IReadOnlyList<Mark> Marks { get; }
    public int Height { get; }

    /// <summary>How many events found no place; the list below has them.</summary>
    public int Left { get; }

    /// <summary>Null when nothing is dated.</summary>
    public static TimelineLayout? Of(IEnumerable<EventRow> events) =>
        events.Where(e => e.Date is not null).ToList() is [_, ..] dated ? new TimelineLayout(dated) : null;

    /// <param name="Number">The year.</param>
    /// <param name="X">Where it begins, in per cent.</param>
    public sealed record Year(int Number, double X);

    /// <summary>One event. Positions across are per cent; <see cref="Row"/> counts from 0.</summary>
    public sealed record Mark(EventRow Event, double From, double To, int Row, string? Label, bool LabelBefore)
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
        var rows = new List<List<(double Left, double Right)>>();
        var marks = new List<Mark>();
        var placed = dated.Select(e => (Event: e, From: Share(Start(e.Date!)), To: Share(End(e.Date!).AddDays(1)))).OrderBy(e => e.From).ThenBy(e => e.To).ToList();

        // First what points, at its place; then the titles that still fit beside it.
        foreach (var (happening, from, to) in placed)
        {
            if (Row(rows, from - Half, to + Half) is { } row)
            {
                rows[row].Add((from - Half, to + Half));
                marks.Add(new Mark(happening, from, to, row, null, LabelBefore: false));
            }
        }

        return [.. marks.Select(mark => Labelled(mark, rows[mark.Row]))];
    }

    /// <summary>The title goes after its mark where the row is free, else before it, else it is left to the list.</summary>
    private static Mark Labelled(Mark mark, List<(double Left, double Right)> row)
    {
        var title = mark.Event.Title;
        var label = title.Length <= LongestLabel ? title : title[..(LongestLabel - 1)].TrimEnd() + "…";
        var reach = 100 * ((label.Length * Letter) + Gap) / Width;
        foreach (var before in new[] { false, true })
        {
            var (left, right) = before ? (mark.From - Half - reach, mark.From - Half) : (mark.To + Half, mark.To + Half + reach);
            if (left >= 0 && right <= 100 && row.All(taken => taken.Right <= left || right <= taken.Left))
            {
                row.Add((left, right));
                return mark with { Label = label, LabelBefore = before };
            }
        }

        return mark;
    }

    /// <summary>
    /// The row with the most room before the mark, so that marks close in time stand in different rows and leave each other
    /// room for titles. Null when all rows are full there.
    /// </summary>
    private static int? Row(List<List<(double Left, double Right)>> rows, double left, double right)
    {
        if (rows.Count < MostRows && rows.All(row => row.Any(taken => left - taken.Right < Wide)))
        {
            rows.Add([]);
            return rows.Count - 1;
        }

        return Enumerable.Range(0, rows.Count)
            .Where(n => rows[n].All(taken => taken.Right <= left || right <= taken.Left))
            .OrderBy(n => rows[n].Max(taken => (double?)taken.Right) ?? 0).Cast<int?>().FirstOrDefault();
    }

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share:0.###}%");
}
