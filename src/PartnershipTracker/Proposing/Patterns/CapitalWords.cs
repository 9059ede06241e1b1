using System.Collections.Frozen;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing.Patterns;

/// <summary>Which capitalised words of a document are names rather than words that open a sentence.</summary>
internal static class CapitalWords
{
    /// <summary>Never part of a name's beginning.</summary>
    private static readonly FrozenSet<string> Common = (
        "a an the this that these those it its he she they we i you his her their our my your one each both either neither all some any many most more much few "
        + "several another other such no not nor and or but yet so if as at by for from in into of on onto over under since until to toward with within without "
        + "before after during between against about above below behind beyond despite except like near off out per than through throughout up upon via while "
        + "although though because when where whereas whether which who whom whose what why how there here then now today yesterday tomorrow still just only even "
        + "also however instead meanwhile moreover furthermore nevertheless nonetheless therefore thus hence indeed perhaps maybe again first second third last next "
        + "later earlier recently currently previously separately finally once twice never always often sometimes according given asked let is are was were be been "
        + "being has have had do does did can could may might must shall should will would january february march april may june july august september october "
        + "november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr sir lord "
        + "spring summer autumn fall winter q a ai agi ceo cfo cto api apis u s uk us eu ip gpu gpus").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Takes note of the words of one sentence.</summary>
    public static void Note(string text, List<Token> tokens, WordTable words)
    {
        for (var n = 0; n < tokens.Count; n++)
        {
            if (tokens[n].Kind != TokenKind.Word)
            {
                continue;
            }

            var first = text[tokens[n].Start];
            if (char.IsLower(first))
            {
                words[tokens[n].In(text)].StandsSmall = true;
            }
            else if (n > 0 && char.IsUpper(first) && tokens[n - 1].Kind == TokenKind.Word)
            {
                words[tokens[n].In(text)].StandsCapitalInside = true;
            }
        }
    }

    /// <summary>A word of grammar, a month, a title: one that names nothing.</summary>
    public static bool IsCommon(string word) => Common.Contains(word);

    /// <param name="word">It stands with a capital.</param>
    /// <param name="isFirst">It opens the sentence.</param>
    /// <param name="beforeName">Another capitalised word follows.</param>
    public static bool IsName(KnownWord word, bool isFirst, bool beforeName) =>
        !word.IsCommon && (!isFirst || word.StandsCapitalInside || (beforeName && !word.StandsSmall));
}
