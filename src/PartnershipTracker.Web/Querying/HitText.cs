using System.Text;
using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Querying;

/// <summary>A text with the places where it was hit, in text order.</summary>
public sealed record HitText(string Text, IReadOnlyList<TextSpan> Hits)
{
    private const int Before = 70;
    private const int Most = 260;
    private const int MostTried = 60;

    /// <summary>The text in pieces, hits apart.</summary>
    public IEnumerable<(string Words, bool IsHit)> Pieces
    {
        get
        {
            var at = 0;
            foreach (var hit in Hits)
            {
                if (hit.Start > at)
                {
                    yield return (Text[at..hit.Start], false);
                }

                yield return (hit.In(Text), true);
                at = hit.End;
            }

            if (at < Text.Length)
            {
                yield return (Text[at..], false);
            }
        }
    }

    /// <summary>Reads a text whose hits stand between two marks.</summary>
    public static HitText Read(string marked, char start, char end)
    {
        var text = new StringBuilder(marked.Length);
        var hits = new List<TextSpan>();
        var open = -1;
        foreach (var letter in marked)
        {
            if (letter == start)
            {
                open = text.Length;
            }
            else if (letter == end && open >= 0)
            {
                hits.Add(new TextSpan(open, text.Length));
                open = -1;
            }
            else
            {
                text.Append(letter);
            }
        }

        return new HitText(text.ToString(), hits);
    }

    /// <summary>Where the most different words are hit within the length of a snippet.</summary>
    public TextSpan Best()
    {
        var best = (From: 0, Found: 0);
        foreach (var hit in Hits.Take(MostTried))
        {
            var found = Hits.Where(other => other.Start >= hit.Start && other.End <= hit.Start + Most - Before)
                .Select(other => other.In(Text)).Distinct(StringComparer.OrdinalIgnoreCase).Count();
            best = found > best.Found ? (hit.Start, found) : best;
        }

        var from = best.From <= Before || Text.Length <= Most ? 0 : Text.IndexOf(' ', best.From - Before) + 1;
        from = from > best.From ? best.From : from;
        var to = Text.Length - from <= Most ? Text.Length : Text.LastIndexOf(' ', from + Most);
        to = to <= from ? Math.Min(Text.Length, from + Most) : to;
        return new TextSpan(from, Hits.Where(hit => hit.Start < to).Select(hit => hit.End).Append(to).Max());
    }

    /// <summary>The part around the <see cref="Best"/> hits.</summary>
    public HitText Snippet()
    {
        var part = Best();
        var before = part.Start > 0 ? "… " : "";
        return new HitText(
            before + part.In(Text) + (part.End < Text.Length ? " …" : ""),
            [.. Hits.Where(part.Contains).Select(hit => new TextSpan(hit.Start - part.Start + before.Length, hit.End - part.Start + before.Length))]);
    }
}
