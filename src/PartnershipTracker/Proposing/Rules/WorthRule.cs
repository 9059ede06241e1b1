using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>Tells which sentences are claims: assertions that speak of one of the two or their dealings.</summary>
internal static class WorthRule
{
    private const int FewestWords = 3;

    /// <summary>Why the sentence is a claim, or null.</summary>
    public static Reason? Claim(Statement statement)
    {
        if (statement.IsQuestion || !statement.IsOnTopic || statement.Items.Count(item => !item.Is(ItemKind.Mark)) < FewestWords)
        {
            return null;
        }

        return statement.Has(ItemKind.Pair)
            ? new Reason("claim", "speaks-of-the-two", Named(statement, ItemKind.Pair))
            : statement.NamesOne ? new Reason("claim", "names-a-party", Named(statement, ItemKind.One)) : new Reason("claim", "goes-on-about-them", "");
    }

    private static string Named(Statement statement, ItemKind kind) =>
        string.Join(", ", statement.Items.Where(item => item.Is(kind)).Select(item => statement.WordsOf(Array.IndexOf(statement.Items, item), Array.IndexOf(statement.Items, item) + 1)).Distinct());
}
