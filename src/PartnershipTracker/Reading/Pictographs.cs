using System.Globalization;
using System.Text;

namespace PartnershipTracker.Reading;

/// <summary>Emoji and the like, which writers set where a stop would be.</summary>
internal static class Pictographs
{
    /// <summary>UTF-16 units one may begin with.</summary>
    public static string Beginnings { get; } = string.Concat(Enumerable.Range(0xD83C, 3).Concat(Enumerable.Range(0x2600, 0x1C0)).Select(unit => (char)unit));

    public static bool IsOne(string text, int at) =>
        text[at] >= '\u2190' && Rune.TryGetRuneAt(text, at, out var rune)
        && (rune.Value is >= 0x1F000 and <= 0x1FAFF || (rune.Value is >= 0x2600 and <= 0x27BF && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol));

    /// <summary>UTF-16 units of the sign at <paramref name="at"/>, with what is joined to it.</summary>
    public static int Length(string text, int at) => StringInfo.GetNextTextElementLength(text, at);
}
