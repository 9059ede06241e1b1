using System.Text.Json.Serialization;
using PartnershipTracker.Model;

namespace PartnershipTracker.Proposing;

/// <summary>A number the text gives: “more than $10 billion”, “100 times or less”.</summary>
/// <param name="Words">The text's own words, bound included.</param>
/// <param name="Span">Where they stand; half-open, in UTF-16 units of the readable text.</param>
/// <param name="Value">The figure, multiplied out.</param>
/// <param name="Unit">ISO 4217 code of a currency, <c>%</c>, or the word that follows; empty where none does.</param>
/// <param name="Bound">Whether it is meant exactly.</param>
/// <param name="AsOf">The EDTF date the sentence gives for it, if any.</param>
public sealed record Amount(string Words, TextSpan Span, decimal Value, string Unit, Bound Bound, string? AsOf);

[JsonConverter(typeof(JsonStringEnumConverter<Bound>))]
public enum Bound
{
    Exact,
    About,
    AtLeast,
    AtMost,
}
