using System.Globalization;

namespace PartnershipTracker.Benchmarks.Quality;

/// <summary>One thing counted: right, wrongly found, missed. For shares (stance, voice) a wrong one counts as missed only.</summary>
public readonly record struct Unit(int Right, int Extra, int Missed);

/// <summary>Units of one kind over some articles, and the figures made of them.</summary>
public sealed class Figure(string name, bool isShare, IReadOnlyList<Unit> units)
{
    private const int Rounds = 1000;

    public string Name => name;
    public int Count => units.Sum(u => u.Right + u.Missed);
    public double Precision => Ratio(units.Sum(u => u.Right), units.Sum(u => u.Right + u.Extra));
    public double Recall => Ratio(units.Sum(u => u.Right), units.Sum(u => u.Right + u.Missed));

    /// <summary>F1, or the share of right ones.</summary>
    public double Value => Of(units);

    /// <summary>95 % bootstrap interval over the units; the same in every run.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            var random = new Random(1);
            var values = Enumerable.Range(0, Rounds).Select(_ => Of([.. Enumerable.Range(0, units.Count).Select(_ => units[random.Next(units.Count)])])).Order().ToList();
            return (values[Rounds / 40], values[Rounds - (Rounds / 40) - 1]);
        }
    }

    public override string ToString()
    {
        var (low, high) = units.Count == 0 ? (0, 0) : Interval;
        var parts = isShare ? "" : $"  precision {Precision:0.00} recall {Recall:0.00}";
        return string.Create(CultureInfo.InvariantCulture, $"{name,-34} {Value:0.000}  [{low:0.00}, {high:0.00}]  n {Count}{parts}");
    }

    private double Of(IReadOnlyList<Unit> some)
    {
        var (right, extra, missed) = (some.Sum(u => u.Right), some.Sum(u => u.Extra), some.Sum(u => u.Missed));
        return isShare ? Ratio(right, right + missed) : Ratio(2 * right, (2 * right) + extra + missed);
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
