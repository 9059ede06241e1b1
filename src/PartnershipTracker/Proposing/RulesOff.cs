using System.Security.Cryptography;
using System.Text;
using PartnershipTracker.Proposing.Patterns;
using PartnershipTracker.Proposing.Weighing;

namespace PartnershipTracker.Proposing;

/// <summary>
/// The rules that are switched off. A rule is named as <see cref="Reason"/> names it: what it decides, and its name. The same
/// rules off give the same reading of the same article, at any time.
/// </summary>
public sealed class RulesOff
{
    public static readonly RulesOff None = new([]);

    /// <summary>Ending of a rule's name where its words are denied: <c>conflict-denied</c>.</summary>
    internal const string Denied = "-denied";

    private const string CueWords = "cue-words";
    private readonly HashSet<(string About, string Rule)> off;

    public RulesOff(IEnumerable<(string About, string Rule)> off) => this.off = [.. off];

    /// <summary>The rule set's version, with a fingerprint of what is off: <c>2</c>, <c>2-4be1f09c</c>.</summary>
    public string Version => off.Count == 0 ? Proposer.RuleSet : $"{Proposer.RuleSet}-{Fingerprint()}";

    public bool Has(string about, string rule) => off.Count > 0 && off.Contains((about, NameOf(about, rule)));

    public bool Has(Reason reason) => Has(reason.About, reason.Rule);

    /// <summary>
    /// The rule's own name: a stance rule whose words are denied fires under the same name with an ending.
    /// </summary>
    public static string NameOf(string about, string rule) =>
        about == "stance" && rule.EndsWith(Denied, StringComparison.Ordinal) ? rule[..^Denied.Length] : rule;

    /// <summary>
    /// Whether the rule can be left out. What decides between the halves of a sentence, and what is suggested where no rule
    /// fires, cannot: there would be no suggestion at all.
    /// </summary>
    public static bool CanBe(string about, string rule, Vocabulary vocabulary) => about switch
    {
        "stance" when rule == "other-half" => true,
        "stance" or "event" or "voice" => rule == Weighed.Words || vocabulary.Rules.Any(known => known.About == about && known.Name == rule),
        "claim" or "who says it" or "date" => true,
        _ => about.StartsWith("theme ", StringComparison.Ordinal) && rule == CueWords,
    };

    internal bool Has(Rule rule) => rule.About switch
    {
        "theme" => Has($"theme {rule.Value}", CueWords),
        _ => Has(rule.About, rule.Name),
    };

    private string Fingerprint()
    {
        var names = off.Select(rule => $"{rule.About}\t{rule.Rule}").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names))))[..8];
    }
}
