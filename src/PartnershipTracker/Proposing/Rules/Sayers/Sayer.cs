using PartnershipTracker.Model;

namespace PartnershipTracker.Proposing.Rules.Sayers;

/// <summary>Someone a sentence is put on; the span is of the words that name them.</summary>
internal sealed record Sayer(NamedSource Source, TextSpan Span, Reason Why);
