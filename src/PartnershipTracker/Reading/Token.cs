using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>The smallest piece rules look at; half-open, in UTF-16 units of the readable text.</summary>
public readonly record struct Token(int Start, int End, TokenKind Kind)
{
    public int Length => End - Start;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}

public enum TokenKind
{
    /// <summary>A run of letters and figures with at least one letter: <c>OpenAI</c>, <c>Q3</c>, <c>30th</c>; a possessive <c>'s</c> is a word of its own.</summary>
    Word,

    /// <summary>Figures, with points and commas between them: <c>2019</c>, <c>1.5</c>, <c>10,000</c>.</summary>
    Number,

    /// <summary>Any other sign, one at a time.</summary>
    Mark,
}

/// <summary>Cuts a text into tokens in one pass.</summary>
public static class Tokens
{
    /// <summary>Tokens of a part of the text in order; white space is in none.</summary>
    public static List<Token> Of(string text, TextSpan within)
    {
        var tokens = new List<Token>((within.Length / 5) + 4);
        Read(text, within, tokens);
        return tokens;
    }

    /// <summary>The same into a list that held other tokens, for reading sentence after sentence.</summary>
    public static void Read(string text, TextSpan within, List<Token> tokens)
    {
        tokens.Clear();
        for (var at = within.Start; at < within.End;)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter))
            {
                at++;
                continue;
            }

            var start = at;
            var kind = TokenKind.Mark;
            if (char.IsLetterOrDigit(letter))
            {
                at = EndOfWord(text, at, within.End, out kind);
            }
            else if (IsApostrophe(letter) && at > within.Start && char.IsLetterOrDigit(text[at - 1]) && at + 1 < within.End && char.IsLetter(text[at + 1]))
            {
                at = EndOfWord(text, at + 1, within.End, out kind);
            }
            else
            {
                at += char.IsHighSurrogate(letter) && at + 1 < within.End && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
            }

            tokens.Add(new Token(start, at, kind));
        }
    }

    public static bool IsApostrophe(char letter) => letter is '\'' or '’';

    private static int EndOfWord(string text, int at, int limit, out TokenKind kind)
    {
        kind = TokenKind.Number;
        for (; at < limit; at++)
        {
            if (char.IsLetter(text[at]))
            {
                kind = TokenKind.Word;
            }
            else if (!char.IsDigit(text[at])
                && !(kind == TokenKind.Number && text[at] is '.' or ',' && char.IsDigit(text[at - 1]) && at + 1 < limit && char.IsDigit(text[at + 1])))
            {
                break;
            }
        }

        return at;
    }
}
