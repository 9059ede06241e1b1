using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Weighing;

/// <summary>Something in a sentence that has a weight: a word, two words side by side, a name beside a verb, a rule that fired.</summary>
/// <param name="Key">What its weight is found by; see <see cref="CueReader.KeyOf"/>.</param>
/// <param name="From">First item.</param>
/// <param name="To">Item after the last.</param>
/// <param name="Rule">The rule that fired; null for words.</param>
internal readonly record struct Cue(ulong Key, int From, int To, Rule? Rule);
