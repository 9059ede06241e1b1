using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>Tells lines of prose from page furniture, headings and repeats.</summary>
internal static class LineMarks
{
    /// <summary>A repeated line shorter than this may be a refrain; it is marked only beside other repeats.</summary>
    private const int LongLine = 80;
    private const int LongestHeading = 90;

    /// <summary>
    /// Page furniture, by how a short line begins, folded to lower case. Common to news sites and newsletters; no line of an
    /// article's prose is a short one that begins so and ends without a full stop.
    /// </summary>
    private static readonly string[] Furniture =
    [
        "share", "subscribe", "subscriber", "sign up", "sign in", "log in", "no comments", "comments", "leave a comment",
        "like this", "follow us", "follow me", "related", "read more", "read next", "recommended", "advertisement", "sponsored",
        "cookie", "accept all", "privacy policy", "terms of", "all rights reserved", "copyright", "©", "skip to", "menu",
        "download our app", "print this", "email this", "copy link", "more from", "trending", "most read", "newsletter",
        "discover more", "restack", "discussion about", "ready for more", "view all", "load more", "tags:", "filed under",
    ];

    /// <summary>Furniture even where it ends like a sentence: what stands under articles.</summary>
    private static readonly string[] Colophon =
    [
        "copyright ©", "copyright 2", "© ", "(c) 2", "all rights reserved", "(reporting by", "reporting by", "(editing by", "editing by", "(additional reporting", "additional reporting by", "(writing by",
        "our standards:", "sign up for our", "sign up to our", "subscribe to our", "listen to this article", "this article was originally published", "this article was first published",
        "this story was originally published", "do you have a tip", "got a tip", "image credit", "photo credit", "follow us on",
    ];

    private const int LongestColophon = 240;

    /// <summary>Units that follow a bare count: “&lt;100 subscribers”, “12 comments”, “3 min read”.</summary>
    private static readonly string[] CountedFurniture = ["subscribers", "subscriber", "comments", "comment", "likes", "shares", "views", "followers", "min read", "minute read"];

    public static List<MarkedLine> Of(string text, IReadOnlyList<Passage> passages)
    {
        var marked = new List<MarkedLine>();
        foreach (var ((line, kind), repeated) in passages.Zip(Repeats(text, passages)))
        {
            var words = line.In(text);
            if (kind is PassageKind.Heading or PassageKind.Code)
            {
                marked.Add(new MarkedLine(line, kind == PassageKind.Code ? LineKind.Code : LineKind.Heading, "by-its-format"));
                continue;
            }

            if (kind == PassageKind.TableCell)
            {
                // Cells are short, alike, and end without a stop: none of the rules below means anything there.
                continue;
            }

            if (repeated)
            {
                marked.Add(new MarkedLine(line, LineKind.Repeated, "stands-earlier"));
            }
            else if (IsFurniture(words) is { } rule)
            {
                marked.Add(new MarkedLine(line, LineKind.Scraped, rule));
            }
            else if (kind == PassageKind.Prose && IsHeading(words))
            {
                marked.Add(new MarkedLine(line, LineKind.Heading, "short-line-without-stop"));
            }
        }

        return marked;
    }

    /// <summary>
    /// A sentence that says nothing: hardly a word, no capital to begin with, or no letter at all, such as what translation
    /// leaves behind (“4 access.”).
    /// </summary>
    public static bool IsDebris(string text, TextSpan sentence)
    {
        var (letters, words) = (false, 0);
        var before = ' ';
        foreach (var letter in text.AsSpan(sentence.Start, sentence.Length))
        {
            words += letter != ' ' && before == ' ' ? 1 : 0;
            letters |= char.IsLetter(letter);
            before = letter;
            if (letters && words > 2)
            {
                return false;
            }
        }

        return !letters || (!char.IsUpper(text[sentence.Start]) && !IsQuotation(text[sentence.Start]));
    }

    /// <summary>
    /// Which lines stand earlier, word for word. A short one counts only within a run: next to a repeated line, so that a
    /// refrain or a speaker's name alone is not taken for one.
    /// </summary>
    private static bool[] Repeats(string text, IReadOnlyList<Passage> passages)
    {
        var lines = passages.Select(passage => passage.Span).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var again = lines.Select(line => !seen.Add(line.In(text))).ToArray();
        var repeats = new bool[lines.Count];
        for (var n = 0; n < lines.Count; n++)
        {
            var inRun = (n > 0 && again[n - 1]) || (n + 1 < lines.Count && again[n + 1]);
            repeats[n] = again[n] && (lines[n].Length >= LongLine || (inRun && IsFurniture(lines[n].In(text)) is null));
        }

        return repeats;
    }

    internal static string? IsFurniture(string line)
    {
        if (line.Length <= LongestColophon && Colophon.Any(start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        {
            return "colophon";
        }

        if (line.Length > LongestHeading || EndsLikeASentence(line))
        {
            return null;
        }

        var folded = line.ToLowerInvariant();
        if (Furniture.Any(start => folded.StartsWith(start, StringComparison.Ordinal) && !IsLetterAt(folded, start.Length)))
        {
            return "page-furniture";
        }

        return folded.Split(' ', 2) is [var count, var counted]
            && count.TrimStart('<', '>', '~', '+') is [>= '0' and <= '9', ..]
            && CountedFurniture.Contains(counted) ? "bare-count" : null;
    }

    private static bool IsHeading(string line) =>
        line[0] == '#' || (line.Length <= LongestHeading && !EndsLikeASentence(line) && char.IsLetterOrDigit(line[0]) && !line.Contains('\n'));

    private static bool EndsLikeASentence(string line) => line.TrimEnd('"', '”', '’', '\'', ')', ']') is [.., '.' or '!' or '?' or '…' or ':' or ';' or ',' or '。'];

    private static bool IsLetterAt(string text, int index) => index < text.Length && char.IsLetter(text[index]);

    private static bool IsQuotation(char letter) => letter is '"' or '“' or '‘' or '\'' or '(' or '[';
}
