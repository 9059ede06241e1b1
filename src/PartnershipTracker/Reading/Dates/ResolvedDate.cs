using System.Text.Json.Serialization;
using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>A date the text gives: its words, where they stand, what they mean, by which rule, counted from where.</summary>
/// <param name="Words">The source's own words, e.g. <c>In March this year</c>.</param>
/// <param name="Span">Where they stand in the readable text; half-open, in UTF-16 units.</param>
/// <param name="Edtf">The meaning, or null where what it counts from is unknown and for a bare duration.</param>
/// <param name="Rule">Name of the rule, e.g. <c>month-this-year</c>.</param>
/// <param name="Anchor">What a relative date counts from, e.g. <c>publication date 2023-06~</c>; null for an absolute one.</param>
public sealed record ResolvedDate(string Words, TextSpan Span, EdtfDate? Edtf, string Rule, string? Anchor)
{
    public DateKind Kind { get; init; }

    /// <summary>The value as TIMEX3 writes it, e.g. <c>2023-Q3</c>, <c>201</c> for a decade or <c>P6Y</c>; null where it is unknown.</summary>
    [JsonIgnore]
    public string? Timex => TimexValue.Of(this);
}

public enum DateKind
{
    /// <summary>A point or a span in time.</summary>
    Date,

    /// <summary>A length of time that says nothing of when: <c>for six years</c>.</summary>
    Duration,
}
