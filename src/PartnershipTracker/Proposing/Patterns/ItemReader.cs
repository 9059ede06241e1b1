using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing.Patterns;

/// <summary>
/// From tokens to items: names become one item, as do amounts; possessive endings, quotation marks and hyphens inside words are
/// left out; “n't” is the word not.
/// </summary>
internal sealed class ItemReader(string text, WordTable words)
{
    private readonly List<Part> parts = [];

    private readonly List<Item> items = [];
    private KnownWord[] known = new KnownWord[256];

    /// <summary>For every item of the sentence read last its word as the vocabulary knows it; until the next is read.</summary>
    public ReadOnlySpan<KnownWord> Words => known.AsSpan(0, items.Count);

    /// <summary>Items of a sentence.</summary>
    public Item[] Read(List<Token> tokens)
    {
        parts.Clear();
        items.Clear();
        foreach (var token in tokens)
        {
            AddPart(token);
        }

        known = known.Length >= parts.Count ? known : new KnownWord[parts.Count * 2];
        for (var at = 0; at < parts.Count;)
        {
            var count = Mark(at, out var item);
            count = count > 0 ? count : Amount(at, out item);
            count = count > 0 ? count : Known(at, out item);
            count = count > 0 ? count : Name(at, out item);
            count = count > 0 ? count : Plain(at, out item);
            known[items.Count] = count > 1 ? words[item.Word] : parts[at].Word ?? words.OfMark(item.Word);
            items.Add(item);
            at += count;
        }

        return [.. items];
    }

    private void AddPart(Token token)
    {
        var signs = token.In(text);
        if (token.Kind != TokenKind.Mark)
        {
            var word = signs[0] is '\'' or '’' ? Ending(signs[1..]) : signs;
            if (!word.IsEmpty)
            {
                parts.Add(new Part(token, words[word]));
            }
        }
        else if (signs[0] is ',' or ';' or ':' or '(' or ')' or '—' or '–' or '$' or '€' or '£' or '%'
            || (signs[0] == '-' && token.Start > 0 && char.IsWhiteSpace(text[token.Start - 1])))
        {
            parts.Add(new Part(token, null));
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

    /// <summary>How many parts the item takes that begins here, if it is a mark; else 0. The others likewise.</summary>
    private int Mark(int at, out Item item)
    {
        var (token, word) = parts[at];
        if (word is not null || text[token.Start] is '$' or '€' or '£')
        {
            item = default;
            return 0;
        }

        item = new Item(new TextSpan(token.Start, token.End), MarkAt(token.Start), text[token.Start] is ',' or '%' ? ItemKind.Mark : ItemKind.Mark | ItemKind.Break, null);
        return 1;
    }

    private string MarkAt(int place) => text[place] == ',' ? "," : text[place].ToString();

    /// <summary><c>$13.75 billion</c>, <c>£5bn</c>, <c>27 per cent</c>, <c>13 million</c>, <c>several billion dollars</c>.</summary>
    private int Amount(int at, out Item item)
    {
        item = default;
        var end = at;
        var currency = parts[end].Word is null;
        end += currency ? 1 : 0;
        var first = end < parts.Count ? parts[end].Word : null;
        var figure = first is not null && char.IsDigit(first.Lower[0]) && (parts[end].Token.Kind == TokenKind.Number || Amounts.IsFigureWithUnit(first.Lower));
        if (!figure && !(first is not null && Amounts.IsMagnitude(first.Lower)))
        {
            item = currency ? Span(at, at + 1, ItemKind.Mark, null) : default;
            return currency ? 1 : 0;
        }

        end++;
        if (figure && end < parts.Count && parts[end].Word is { } unit && Amounts.IsMagnitude(unit.Lower))
        {
            end++;
        }

        var after = end < parts.Count ? WordAt(end) : "";
        if (after is "dollars" or "euros" or "pounds" || (after == "of" && end + 1 < parts.Count && parts[end + 1].Word?.Lower is "dollars" or "euros"))
        {
            end += after == "of" ? 2 : 1;
            item = Span(at, end, ItemKind.Money | ItemKind.Number, null);
            return end - at;
        }

        var percent = after is "%" or "percent" ? 1 : after == "per" && end + 1 < parts.Count && parts[end + 1].Word?.Lower == "cent" ? 2 : 0;
        var kind = percent > 0 ? ItemKind.Percent | ItemKind.Number : currency ? ItemKind.Money | ItemKind.Number : ItemKind.Number;
        item = Span(at, end + percent, kind, null);
        return end + percent - at;
    }

    private int Known(int at, out Item item)
    {
        var name = KnownNameAt(at);
        item = name is null ? default : Span(at, at + name.Words.Length, name.Kind, name.Party) with { Canonical = name.Canonical };
        return name?.Words.Length ?? 0;
    }

    private KnownName? KnownNameAt(int at)
    {
        foreach (var name in parts[at].Word!.Names)
        {
            if (Matches(name, at))
            {
                return name;
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
    private int Name(int at, out Item item)
    {
        var end = at;
        while (end < parts.Count && IsNamePart(at, end))
        {
            end++;
        }

        while (end > at && IsJoint(parts[end - 1].Word!))
        {
            end--;
        }

        item = end > at ? Span(at, end, ItemKind.Name, null) : default;
        return end - at;
    }

    private static bool IsJoint(KnownWord word) => word.Lower is "of" or "de" or "van" or "von" or "for";

    private bool IsNamePart(int start, int at)
    {
        var (token, word) = parts[at];
        if (word is null || token.Kind != TokenKind.Word || (at > start && !IsNextTo(parts[at - 1].Token, token)))
        {
            return false;
        }

        if (!char.IsUpper(text[token.Start]))
        {
            return at > start && IsJoint(word) && at + 1 < parts.Count && parts[at + 1].Token.Kind == TokenKind.Word && char.IsUpper(text[parts[at + 1].Token.Start]);
        }

        var beforeName = at + 1 < parts.Count && parts[at + 1].Word is not null && char.IsUpper(text[parts[at + 1].Token.Start]);
        return KnownNameAt(at) is null && CapitalWords.IsName(word, isFirst: at == 0, beforeName);
    }

    /// <summary>Only a space, a hyphen, an ampersand or an initial's stop lies between.</summary>
    private bool IsNextTo(Token before, Token after)
    {
        var between = text.AsSpan(before.End..after.Start);
        return !between.ContainsAny("\"“”‘(’,") && (!between.Contains('.') || before.Length <= 2);
    }

    private int Plain(int at, out Item item)
    {
        var (token, word) = parts[at];
        item = new Item(new TextSpan(token.Start, token.End), word!.Lower, token.Kind == TokenKind.Number ? ItemKind.Number : ItemKind.None, null);
        return 1;
    }

    private string WordAt(int at) => parts[at].Word?.Lower ?? MarkAt(parts[at].Token.Start);

    private Item Span(int from, int to, ItemKind kind, KnownParty? party) => new(
        new TextSpan(parts[from].Token.Start, parts[to - 1].Token.End),
        to == from + 1 ? WordAt(from) : string.Join(' ', Enumerable.Range(from, to - from).Select(WordAt)),
        kind, party);

    /// <param name="Token">The token.</param>
    /// <param name="Word">Null for a mark.</param>
    private readonly record struct Part(Token Token, KnownWord? Word);
}
