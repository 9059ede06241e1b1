using PartnershipTracker.Proposing.Patterns;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing;

/// <summary>A sentence as the rules see it.</summary>
internal sealed record Statement
{
    public required Sentence Sentence { get; init; }

    /// <summary>The whole readable text.</summary>
    public required string Text { get; init; }

    /// <summary>The sentence's own words.</summary>
    public string Words => Sentence.Span.In(Text);

    public required Item[] Items { get; init; }

    /// <summary>Rules that fired, in order of their first item.</summary>
    public required IReadOnlyList<Hit> Hits { get; init; }

    public required IReadOnlyList<ResolvedDate> Dates { get; init; }

    /// <summary>The date that stands alone over it, in a table or a chronology.</summary>
    public ResolvedDate? Label { get; init; }

    /// <summary>The sentence before in the same passage.</summary>
    public Statement? Before { get; init; }

    /// <summary>Slugs of the themes the article is about.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>It speaks of one of the two or their dealings, by name, by pointer, or going on from the sentence before.</summary>
    public required bool IsOnTopic { get; init; }

    public bool IsQuestion => Letters.TrimEnd("\"”’')").EndsWith("?");

    /// <summary>The same as <see cref="Words"/>, without a copy.</summary>
    public ReadOnlySpan<char> Letters => Text.AsSpan(Sentence.Span.Start, Sentence.Span.Length);

    /// <summary>Names or points to one of the two.</summary>
    public bool NamesOne => Has(ItemKind.One);

    /// <summary>Speaks of both.</summary>
    public bool IsAboutTheTwo => Has(ItemKind.Pair) || (Has(ItemKind.Microsoft) && Has(ItemKind.OpenAI));

    public bool Has(ItemKind kind)
    {
        foreach (var item in Items)
        {
            if (item.Is(kind))
            {
                return true;
            }
        }

        return false;
    }

    public bool Meets(Needs needs) => needs switch
    {
        // Where no third party is named, the one who is not may be meant all the same: “Its patience is wearing thin.”
        Needs.Two => IsAboutTheTwo || (IsOnTopic && !Has(ItemKind.Third)),
        Needs.One => IsAboutTheTwo || NamesOne || (IsOnTopic && !Has(ItemKind.Third)),
        _ => IsOnTopic,
    };

    public IEnumerable<Hit> HitsAbout(string about) => Hits.Where(hit => hit.Rule.About == about && Meets(hit.Rule.Needs));

    /// <summary>The words a rule fired on.</summary>
    public string WordsOf(Hit hit) => WordsOf(hit.From, hit.To);

    /// <summary>The words of items [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public string WordsOf(int from, int to) => Text[Items[from].Span.Start..Items[to - 1].Span.End];
}
