using PartnershipTracker.Model;

namespace PartnershipTracker.Proposing.Patterns;

/// <summary>What a rule's pattern sees: a word, a name, an amount or a mark of the sentence.</summary>
/// <param name="Span">Half-open, in UTF-16 units of the readable text.</param>
/// <param name="Word">In lower case; several words of a name or amount are parted by spaces.</param>
/// <param name="Kind">Everything it is at once.</param>
/// <param name="Party">The party it names or points to.</param>
internal readonly record struct Item(TextSpan Span, string Word, ItemKind Kind, KnownParty? Party)
{
    /// <summary>The full name of a known name, whatever line ends and marks stand between its words; null for the rest.</summary>
    public string? Canonical { get; init; }

    public bool Is(ItemKind kind) => (Kind & kind) != 0;
}

/// <summary>Classes of items; a pattern names them with <c>@</c> and the lower-case name.</summary>
[Flags]
internal enum ItemKind
{
    None = 0,
    Microsoft = 1,
    OpenAI = 1 << 1,

    /// <summary>The two together: “the two companies”, “they” where that is certain.</summary>
    Pair = 1 << 2,

    /// <summary>Any other organisation of the vocabulary that is neither authority nor publication.</summary>
    Third = 1 << 3,

    /// <summary>Can stand in for Microsoft as supplier of computing.</summary>
    Cloud = 1 << 4,

    /// <summary>Can stand in for OpenAI as maker of models.</summary>
    Lab = 1 << 5,
    Authority = 1 << 6,
    Outlet = 1 << 7,
    Person = 1 << 8,

    /// <summary>Capitalised words the vocabulary does not know.</summary>
    Name = 1 << 9,
    Money = 1 << 10,
    Percent = 1 << 11,
    Number = 1 << 12,
    Mark = 1 << 13,

    /// <summary>A mark no gap of a pattern crosses: <c>; : — ( )</c>.</summary>
    Break = 1 << 14,

    /// <summary>Its party is not named but pointed to: “it”, “the company”.</summary>
    Pointer = 1 << 15,

    /// <summary>A product of one of the two.</summary>
    Product = 1 << 16,

    One = Microsoft | OpenAI,
    Known = Microsoft | OpenAI | Third | Authority | Outlet | Person,
}
