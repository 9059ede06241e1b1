namespace PartnershipTracker.Model;

/// <summary>How a claim bears on the Microsoft–OpenAI relation, and on that relation only.</summary>
public enum Stance
{
    /// <summary>Neither of the others; also everything about one side alone or about third parties.</summary>
    Neutral,

    /// <summary>The two conflict, overlap, contend, constrain, loosen or hedge.</summary>
    Competing,

    /// <summary>They supply, fund, enable, integrate or share.</summary>
    Complementary,
}
