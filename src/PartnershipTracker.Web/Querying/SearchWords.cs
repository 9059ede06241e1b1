using System.Globalization;
using System.Text;

namespace PartnershipTracker.Web.Querying;

/// <summary>One thing looked for: words that stand in a row, the last of them perhaps only begun.</summary>
public sealed record SearchTerm(string Words, bool IsPrefix)
{
    public override string ToString() => (Words.Any(char.IsWhiteSpace) ? $"\"{Words}\"" : Words) + (IsPrefix ? "*" : "");
}

/// <summary>
/// What was typed, read as words: all are looked for, <c>"words in a row"</c> stay together, <c>open*</c> is a beginning,
/// <c>-word</c> is left out. Anything else that some search engine takes for an operator is a word or nothing.
/// </summary>
public sealed record SearchWords
{
    public const int Longest = 500;
    public const int Most = 16;

    private const string Quotes = "\"“”„«»";

    public static readonly SearchWords None = new();

    public IReadOnlyList<SearchTerm> Wanted { get; init; } = [];
    public IReadOnlyList<SearchTerm> Unwanted { get; init; } = [];

    /// <summary>More than <see cref="Longest"/> characters were typed; nothing of it was read.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>More than <see cref="Most"/> words were typed; the first ones are looked for.</summary>
    public bool HasMore { get; init; }

    public bool CanBeFound => Wanted.Count > 0;

    public static SearchWords Read(string typed)
    {
        if (typed.Length > Longest)
        {
            return new SearchWords { IsTooLong = true };
        }

        var wanted = new List<SearchTerm>();
        var unwanted = new List<SearchTerm>();
        for (var at = 0; at < typed.Length;)
        {
            if (IsSpace(typed[at]))
            {
                at++;
                continue;
            }

            var isUnwanted = typed[at] == '-' && at + 1 < typed.Length && !IsSpace(typed[at + 1]);
            if (Term(typed, ref at, isUnwanted ? at + 1 : at) is { } term)
            {
                var list = isUnwanted ? unwanted : wanted;
                if (!list.Contains(term))
                {
                    list.Add(term);
                }
            }
        }

        return new SearchWords
        {
            Wanted = [.. wanted.Take(Most)],
            Unwanted = [.. unwanted.Take(Most)],
            HasMore = wanted.Count > Most || unwanted.Count > Most,
        };
    }

    /// <summary>The same with every single word taken for a beginning; null when that asks nothing else.</summary>
    public SearchWords? AsBeginnings()
    {
        const int shortest = 3;
        var begun = Wanted.Select(term => term.Words.Length >= shortest && !term.Words.Any(char.IsWhiteSpace) ? term with { IsPrefix = true } : term).ToList();
        return begun.SequenceEqual(Wanted) ? null : this with { Wanted = begun };
    }

    public SearchWords Without(SearchTerm term) => this with { Wanted = [.. Wanted.Where(other => other != term)] };

    public SearchWords With(SearchTerm instead, SearchTerm term) => this with { Wanted = [.. Wanted.Select(other => other == term ? instead : other)] };

    /// <summary>Reads back as the same words.</summary>
    public override string ToString() => string.Join(' ', Wanted.Select(term => term.ToString()).Concat(Unwanted.Select(term => $"-{term}")));

    /// <summary>Reads one term from <paramref name="from"/> and moves on behind it; null where nothing of it is a word.</summary>
    private static SearchTerm? Term(string typed, ref int at, int from)
    {
        int end;
        if (Quotes.Contains(typed[from]) && typed.IndexOfAny([.. Quotes], from + 1) is var close and > 0)
        {
            (from, end, at) = (from + 1, close, close + 1);
        }
        else
        {
            from += Quotes.Contains(typed[from]) ? 1 : 0;
            for (end = from; end < typed.Length && !IsSpace(typed[end]) && !Quotes.Contains(typed[end]); end++)
            {
            }

            at = end;
        }

        var isPrefix = end > from && typed[end - 1] == '*';
        if (!isPrefix && at < typed.Length && typed[at] == '*')
        {
            (isPrefix, at) = (true, at + 1);
        }

        return Trim(typed[from..end]) is { Length: > 0 } words ? new SearchTerm(words, isPrefix) : null;
    }

    /// <summary>From the first letter or digit to the last; other characters between them part words.</summary>
    private static string Trim(string words)
    {
        var kept = new StringBuilder();
        var gap = "";
        foreach (var rune in words.EnumerateRunes())
        {
            if (IsWord(rune))
            {
                kept.Append(kept.Length == 0 ? "" : gap).Append(rune);
                gap = "";
            }
            else
            {
                gap += Rune.IsControl(rune) || rune.Value == Rune.ReplacementChar.Value ? " " : rune.ToString();
            }
        }

        return string.Join(' ', kept.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // Brackets and bars never join two words; other signs may (first-refusal, 10,000, OpenAI's).
    private static bool IsSpace(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '(' or ')' or '[' or ']' or '{' or '}' or '|' or '^';
}
