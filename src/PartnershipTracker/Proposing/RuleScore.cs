namespace PartnershipTracker.Proposing;

/// <summary>How editors decided on what one rule had a part in.</summary>
/// <param name="About">What the rule decides, as in <see cref="Reason"/>.</param>
/// <param name="Rule">Its name.</param>
/// <param name="Accepted">Proposals published just as suggested.</param>
/// <param name="Kept">Changed ones that keep what this rule decided: its stance, theme, voice, date or source.</param>
/// <param name="Altered">Changed ones that do not.</param>
/// <param name="Rejected">Proposals nobody wanted.</param>
/// <param name="Waiting">Proposals without a decision yet.</param>
public sealed record RuleScore(string About, string Rule, int Accepted, int Kept, int Altered, int Rejected, int Waiting)
{
    /// <summary>A rule is to be switched off when its precision is below this, with 95 % confidence.</summary>
    public const double Useful = 0.5;

    /// <summary>Fewer decisions than this say too little.</summary>
    public const int Enough = 20;

    /// <summary>Normal quantile of a two-sided 95 % interval.</summary>
    private const double Z = 1.959964;

    public int Changed => Kept + Altered;
    public int Decided => Accepted + Changed + Rejected;

    /// <summary>Share of decisions that left standing what the rule decided; null without any.</summary>
    public double? Precision => Decided == 0 ? null : (double)(Accepted + Kept) / Decided;

    /// <summary>Wilson score interval of <see cref="Precision"/> at 95 %; 0 to 1 without decisions.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            if (Precision is not { } p)
            {
                return (0, 1);
            }

            var (n, zz) = (Decided, Z * Z);
            var middle = p + (zz / (2 * n));
            var reach = Z * Math.Sqrt((p * (1 - p) / n) + (zz / (4.0 * n * n)));
            return (Math.Max(0, (middle - reach) / (1 + (zz / n))), Math.Min(1, (middle + reach) / (1 + (zz / n))));
        }
    }

    public bool IsBetterOff => Decided >= Enough && Interval.High < Useful;
}
