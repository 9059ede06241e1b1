namespace PartnershipTracker.Model;

/// <summary>
/// A half-open range [<see cref="Start"/>, <see cref="End"/>) of UTF-16 units in a document's readable text.
/// </summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>True when the two share at least one UTF-16 unit; touching ends do not count.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The words this span covers, exactly as they stand.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie within <paramref name="text"/>.</exception>
    public string In(string text) => text.Substring(Start, Length);

    /// <summary>EDTF-like shape for messages and tests: <c>[43, 134)</c>.</summary>
    public override string ToString() => $"[{Start}, {End})";
}
