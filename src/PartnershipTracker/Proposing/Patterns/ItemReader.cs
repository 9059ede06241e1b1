using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing.Patterns;

/// <summary>
/// From tokens to items: names become one item, as do amounts; possessive endings, quotation marks and hyphens inside words are
/// left out; “n't” is the word not.
/// </summary>
internal sealed class ItemReader(string text, WordTable words, CapitalWords capitals)
{
    private readonly List<(Token Token, KnownWord? Word)> parts = [];

    /// <summary>Items of a sentence, and the patterns that may begin with each.</summary>
    public (Item[] Items, int[][] Beginning) Read(IReadOnlyList<Token> tokens)
    {
        parts.Clear();
        foreach (var token in tokens)
        {
            AddPart(token);
        }

        var items = new List<Item>(parts.Count);
        var beginning = new List<int[]>(parts.Count);
        for (var at = 0; at < parts.Count;)
        {
            var (item, count) = Mark(at) ?? Amount(at) ?? Known(at) ?? Name(at) ?? Plain(at);
            items.Add(item);
            beginning.Add(count == 1 ? parts[at].Word?.Beginning ?? [] : words[item.Word].Beginning);
            at += count;
        }

        return ([.. items], [.. beginning]);
    }

    private void AddPart(Token token)
    {
        var signs = token.In(text);
        if (token.Kind != TokenKind.Mark)
        {
            var word = signs[0] is '\'' or '’' ? Ending(signs[1..]) : signs;
            if (!word.IsEmpty)
            {
                parts.Add((token, words[word]));
            }
        }
        else if (signs[0] is ',' or ';' or ':' or '(' or ')' or '—' or '–' or '$' or '€' or '£' or '%'
            || (signs[0] == '-' && token.Start > 0 && char.IsWhiteSpace(text[token.Start - 1])))
        {
            parts.Add((token, null));
        }
    }

    private static ReadOnlySpan<char> Ending(ReadOnlySpan<char> ending) => ending switch
    {
        "t" => "not",
        "ll" => "will",
        "re" => "are",
        "ve" => "have",
        "d" => "would",
        _ => "",
    };

    private (Item, int)? Mark(int at) => parts[at] is (var token, null) && text[token.Start] is not ('$' or '€' or '£')
        ? (new Item(new TextSpan(token.Start, token.End), text[token.Start..token.End], text[token.Start] is ',' or '%' ? ItemKind.Mark : ItemKind.Mark | ItemKind.Break, null), 1)
        : null;

    /// <summary><c>$13.75 billion</c>, <c>£5bn</c>, <c>27 per cent</c>, <c>13 million</c>, <c>several billion dollars</c>.</summary>
    private (Item, int)? Amount(int at)
    {
        var end = at;
        var currency = parts[end].Word is null;
        end += currency ? 1 : 0;
        if (end == parts.Count || parts[end].Word is not { } first)
        {
            return currency ? (Span(at, at + 1, ItemKind.Mark, null), 1) : null;
        }

        var figure = char.IsDigit(first.Lower[0]) && (parts[end].Token.Kind == TokenKind.Number || Amounts.IsFigureWithUnit(first.Lower));
        if (!figure && !Amounts.IsMagnitude(first.Lower))
        {
            return currency ? (Span(at, at + 1, ItemKind.Mark, null), 1) : null;
        }

        end++;
        if (figure && end < parts.Count && parts[end].Word is { } unit && Amounts.IsMagnitude(unit.Lower))
        {
            end++;
        }

        var after = end < parts.Count ? parts[end].Word?.Lower ?? text[parts[end].Token.Start].ToString() : "";
        if (after is "dollars" or "euros" or "pounds" || (after == "of" && end + 1 < parts.Count && parts[end + 1].Word?.Lower is "dollars" or "euros"))
        {
            return (Span(at, end + (after == "of" ? 2 : 1), ItemKind.Money | ItemKind.Number, null), end - at + (after == "of" ? 2 : 1));
        }

        var percent = after is "%" or "percent" ? 1 : after == "per" && end + 1 < parts.Count && parts[end + 1].Word?.Lower == "cent" ? 2 : 0;
        var kind = percent > 0 ? ItemKind.Percent | ItemKind.Number : currency ? ItemKind.Money | ItemKind.Number : ItemKind.Number;
        return (Span(at, end + percent, kind, null), end + percent - at);
    }

    private (Item, int)? Known(int at)
    {
        foreach (var name in parts[at].Word!.Names)
        {
            if (Matches(name, at))
            {
                return (Span(at, at + name.Words.Length, name.Kind, name.Party), name.Words.Length);
            }
        }

        return null;
    }

    private bool Matches(KnownName name, int at)
    {
        if (at + name.Words.Length > parts.Count || (name.IsCapital && !char.IsUpper(text[parts[at].Token.Start])))
        {
            return false;
        }

        for (var n = 0; n < name.Words.Length; n++)
        {
            if (parts[at + n].Word?.Lower != name.Words[n] || (n > 0 && text.AsSpan(parts[at + n - 1].Token.End..parts[at + n].Token.Start).ContainsAny('.', '!', '?')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Capitalised words the vocabulary does not know: “Maren Aldous”, “Institute for Vertical Markets”.</summary>
    private (Item, int)? Name(int at)
    {
        var end = at;
        while (end < parts.Count && IsNamePart(at, end))
        {
            end++;
        }

        while (end > at && parts[end - 1].Word!.Lower is "of" or "de" or "van" or "von" or "for")
        {
            end--;
        }

        return end > at ? (Span(at, end, ItemKind.Name, null), end - at) : null;
    }

    private bool IsNamePart(int start, int at)
    {
        var (token, word) = parts[at];
        if (word is null || token.Kind != TokenKind.Word || (at > start && !IsNextTo(parts[at - 1].Token, token)))
        {
            return false;
        }

        if (!char.IsUpper(text[token.Start]))
        {
            return at > start && at + 1 < parts.Count && word.Lower is "of" or "de" or "van" or "von" or "for" && parts[at + 1].Token.Kind == TokenKind.Word
                && char.IsUpper(text[parts[at + 1].Token.Start]);
        }

        return !word.Names.Any(name => Matches(name, at)) && capitals.IsName(word.Lower, isFirst: at == 0, beforeName: at + 1 < parts.Count && parts[at + 1].Word is not null && char.IsUpper(text[parts[at + 1].Token.Start]));
    }

    /// <summary>Only a space, a hyphen, an ampersand or an initial's stop lies between.</summary>
    private bool IsNextTo(Token before, Token after)
    {
        var between = text.AsSpan(before.End..after.Start);
        return !between.ContainsAny("\"“”‘(’,") && (!between.Contains('.') || before.Length <= 2);
    }

    private (Item, int) Plain(int at)
    {
        var (token, word) = parts[at];
        return (new Item(new TextSpan(token.Start, token.End), word!.Lower, token.Kind == TokenKind.Number ? ItemKind.Number : ItemKind.None, null), 1);
    }

    private Item Span(int from, int to, ItemKind kind, KnownParty? party) => new(
        new TextSpan(parts[from].Token.Start, parts[to - 1].Token.End),
        to == from + 1 ? parts[from].Word?.Lower ?? text[parts[from].Token.Start].ToString() : string.Join(' ', parts[from..to].Select(part => part.Word?.Lower ?? text[part.Token.Start].ToString())),
        kind, party);
}
