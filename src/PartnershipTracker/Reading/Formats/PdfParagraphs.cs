using System.Text;
using System.Text.RegularExpressions;

namespace PartnershipTracker.Reading.Formats;

/// <summary>Lines joined to paragraphs again, by what printers do: space between them, an indent, a change of size, a short last line.</summary>
internal static partial class PdfParagraphs
{
    private const string Bullets = "•◦▪‣●○·–—-*";

    /// <summary>A line of a paragraph that ends this much short of the longest one ends the paragraph with its sentence.</summary>
    private const double ShortLine = 0.8;

    /// <summary>First halves that keep their hyphen; each is rare as the first half of a plain word broken at a line's end.</summary>
    private static readonly HashSet<string> CompoundStarts = new(StringComparer.OrdinalIgnoreCase)
    {
        "multi", "long", "short", "high", "low", "full", "half", "self", "well", "non", "anti", "co", "ex", "pre", "post", "cross", "so",
        "first", "second", "third", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "year", "month", "day",
        "large", "small", "open", "closed", "ever", "much", "best", "better", "cash", "cloud", "deep", "fast", "far", "hard",
        "home", "in", "state", "time", "world", "all", "real", "big", "early", "late", "mid", "near", "new", "old", "single", "double",
    };

    public static IEnumerable<(string Words, PassageKind Kind)> Of(List<List<PdfLine>> pages)
    {
        var lines = pages.SelectMany(page => page).ToList();
        if (lines.Count == 0)
        {
            yield break;
        }

        var size = lines.Select(line => line.Size).Order().ElementAt(lines.Count / 2);
        var gap = UsualGap(lines);
        var paragraph = new List<PdfLine>();
        foreach (var line in lines)
        {
            if (paragraph.Count > 0 && !Continues(paragraph, line, gap))
            {
                yield return Joined(paragraph, size);
                paragraph.Clear();
            }

            paragraph.Add(line);
        }

        yield return Joined(paragraph, size);
    }

    /// <summary>Middle distance of two lines in one column, as a multiple of the letters' size; books use 1.2.</summary>
    private static double UsualGap(List<PdfLine> lines)
    {
        var gaps = lines.Zip(lines.Skip(1)).Where(pair => pair.First.Page == pair.Second.Page && pair.First.Column == pair.Second.Column)
            .Select(pair => (pair.First.Base - pair.Second.Base) / pair.First.Size).Where(gap => gap is > 0.5 and < 4).Order().ToList();
        return gaps.Count > 0 ? gaps[gaps.Count / 2] : 1.2;
    }

    private static bool Continues(List<PdfLine> paragraph, PdfLine line, double gap)
    {
        var last = paragraph[^1];
        if (Math.Abs(last.Size - line.Size) > 0.12 * Math.Max(last.Size, line.Size) || BeginsItem(paragraph, line))
        {
            return false;
        }

        if (last.Page != line.Page || last.Column != line.Column)
        {
            // A sentence runs on over the break where its last line is not ended.
            return !EndsLikeASentence(last.Text) && (char.IsLower(line.Text[0]) || IsHyphenated(last.Text));
        }

        var margin = paragraph[Math.Min(1, paragraph.Count - 1)].Left;
        var isIndented = line.Left - margin > 0.5 * line.Size && line.Left - last.Left > 0.5 * line.Size && !IsItem(paragraph[0].Text);
        var isEnded = paragraph.Count > 1 && EndsLikeASentence(last.Text)
            && last.Right - margin < ShortLine * (paragraph[^2].Right - margin);
        var distance = (last.Base - line.Base) / line.Size;
        return distance > 0 && distance < gap + 0.3 && !isIndented && !isEnded;
    }

    /// <summary>A dash or a number may also stand at the start of a wrapped line; a bullet does not.</summary>
    private static bool BeginsItem(List<PdfLine> paragraph, PdfLine line) =>
        IsItem(line.Text) && (line.Text[0] is not ('–' or '—' or '-' or '*' or (>= '0' and <= '9'))
            || IsItem(paragraph[0].Text) || EndsLikeASentence(paragraph[^1].Text));

    private static bool EndsLikeASentence(string text) => Passages.EndsLikeASentence(text, new(0, text.Length));

    private static bool IsItem(string text) => IsBullet(text) || Numbered().IsMatch(text);

    private static bool IsBullet(string text) => text.Length > 2 && Bullets.Contains(text[0], StringComparison.Ordinal) && text[1] == ' ';

    private static (string, PassageKind) Joined(List<PdfLine> paragraph, double usual)
    {
        var joined = new StringBuilder(paragraph[0].Text);
        foreach (var (last, line) in paragraph.Zip(paragraph.Skip(1)))
        {
            if (!IsHyphenated(last.Text))
            {
                joined.Append(' ');
            }
            else if (!KeepsHyphen(last.Text, line.Text))
            {
                joined.Length--;
            }

            joined.Append(line.Text);
        }

        var words = joined.ToString();
        var isHeading = paragraph[0].Size > 1.15 * usual && words.Length < 200 && !EndsLikeASentence(words);
        return IsItem(words) && !isHeading
            ? (IsBullet(words) ? words[2..] : words, PassageKind.ListItem)
            : (words, isHeading ? PassageKind.Heading : PassageKind.Prose);
    }

    private static bool IsHyphenated(string words) => words is [.., var letter, '-' or '\u2010' or '\u00AD'] && char.IsLetter(letter);

    /// <summary>
    /// “part-” and “nership” are one word. The hyphen stays where what follows is no lower-case letter (“GPT-” “4”), where the
    /// word has another hyphen already (“state-of-the-” “art”), and behind a first half that is mostly a compound's.
    /// </summary>
    private static bool KeepsHyphen(string line, string next)
    {
        var first = line[(line.LastIndexOf(' ') + 1)..^1];
        return line[^1] != '\u00AD' && (!char.IsLower(next[0]) || first.Contains('-', StringComparison.Ordinal)
            || CompoundStarts.Contains(first.TrimStart('(', '"', '“', '‘')));
    }

    [GeneratedRegex(@"\A[0-9]{1,2}[.)] ", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
