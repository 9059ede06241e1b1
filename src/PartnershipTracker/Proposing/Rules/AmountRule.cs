using System.Globalization;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>Reads the figures of a sentence with their unit and bound; figures of dates are none.</summary>
internal static class AmountRule
{
    private static readonly (string[] Words, Bound Bound)[] Before =
    [
        (["more", "than"], Bound.AtLeast), (["over"], Bound.AtLeast), (["at", "least"], Bound.AtLeast), (["upwards", "of"], Bound.AtLeast), (["above"], Bound.AtLeast),
        (["up", "to"], Bound.AtMost), (["at", "most"], Bound.AtMost), (["less", "than"], Bound.AtMost), (["fewer", "than"], Bound.AtMost), (["under"], Bound.AtMost), (["below"], Bound.AtMost),
        (["about"], Bound.About), (["around"], Bound.About), (["roughly"], Bound.About), (["nearly"], Bound.About), (["almost"], Bound.About), (["approximately"], Bound.About), (["some"], Bound.About), (["as", "much", "as"], Bound.AtMost),
    ];

    public static IReadOnlyList<Amount> Find(Statement statement)
    {
        var amounts = new List<Amount>();
        var items = statement.Items;
        for (var at = 0; at < items.Length; at++)
        {
            if (items[at].Is(ItemKind.Number) && !statement.Dates.Any(date => date.Span.Overlaps(items[at].Span)) && Value(items[at].Word) is { } value)
            {
                amounts.Add(Read(statement, at, value));
            }
        }

        return amounts;
    }

    private static Amount Read(Statement statement, int at, decimal value)
    {
        var items = statement.Items;
        var (from, to, bound) = (at, at, Bound.Exact);
        foreach (var (words, meant) in Before)
        {
            if (at >= words.Length && words.Select((word, n) => items[at - words.Length + n].Word == word).All(same => same))
            {
                (from, bound) = (at - words.Length, meant);
                break;
            }
        }

        var unit = Unit(items[at]);
        if (unit.Length == 0 && at + 1 < items.Length && !items[at + 1].Is(ItemKind.Mark))
        {
            (unit, to) = (items[at + 1].Word, at + 1);
        }

        if (to + 2 < items.Length && items[to + 1].Word == "or" && items[to + 2].Word is "less" or "fewer" or "more")
        {
            (to, bound) = (to + 2, items[to + 2].Word == "more" ? Bound.AtLeast : Bound.AtMost);
        }

        var span = new TextSpan(items[from].Span.Start, items[to].Span.End);
        return new Amount(span.In(statement.Text), span, value, unit, bound, statement.Dates.FirstOrDefault(date => date.Edtf is not null)?.Edtf?.Value);
    }

    private static string Unit(Item item) =>
        item.Is(ItemKind.Percent) ? "%"
        : !item.Is(ItemKind.Money) ? ""
        : item.Word[0] == '€' || item.Word.EndsWith("euros", StringComparison.Ordinal) ? "EUR"
        : item.Word[0] == '£' || item.Word.EndsWith("pounds", StringComparison.Ordinal) ? "GBP" : "USD";

    /// <summary>“$13.75 billion”, “250bn”, “27 %” as a number; null for “several billion”.</summary>
    private static decimal? Value(string words)
    {
        decimal? value = null;
        foreach (var word in words.Split(' '))
        {
            var figures = word.TrimStart('$', '€', '£');
            var end = 0;
            while (end < figures.Length && (char.IsAsciiDigit(figures[end]) || figures[end] is '.' or ','))
            {
                end++;
            }

            if (end > 0 && decimal.TryParse(figures[..end], NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
            {
                value = number;
            }

            value *= figures[end..] switch { "thousand" or "k" => 1_000m, "million" or "mn" or "m" => 1_000_000m, "billion" or "bn" => 1_000_000_000m, "trillion" or "tn" => 1_000_000_000_000m, _ => 1m };
        }

        return value is < 1_000_000_000_000_000m ? value : null;
    }
}
