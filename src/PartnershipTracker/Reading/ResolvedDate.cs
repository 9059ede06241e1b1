using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>A date the text gives: its words, where they stand, what they mean, by which rule, counted from where.</summary>
/// <param name="Words">The source's own words, e.g. <c>In March this year</c>.</param>
/// <param name="Span">Where they stand in the readable text; half-open, in UTF-16 units.</param>
/// <param name="Edtf">The meaning, or null where what it counts from is unknown.</param>
/// <param name="Rule">Name of the rule, e.g. <c>month-this-year</c>.</param>
/// <param name="Anchor">What a relative date counts from, e.g. <c>publication date 2023-06~</c>; null for an absolute one.</param>
public sealed record ResolvedDate(string Words, TextSpan Span, EdtfDate? Edtf, string Rule, string? Anchor);
