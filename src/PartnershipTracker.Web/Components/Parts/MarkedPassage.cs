using PartnershipTracker.Model;
using PartnershipTracker.Web.Querying;

namespace PartnershipTracker.Web.Components.Parts;

/// <summary>
/// A stretch of text cut up so that every quote in it can be a mark: nested quotes are nested, a quote that crosses another
/// or the stretch's end is split.
/// </summary>
public sealed record MarkedPassage
{
    /// <summary>Plain words; null for a mark.</summary>
    public string? Words { get; init; }

    public QuoteMark? Mark { get; init; }
    public IReadOnlyList<MarkedPassage> Inside { get; init; } = [];

    /// <summary>Whether this piece begins its quote and so carries its id, and whether it ends it.</summary>
    public bool IsFirst { get; init; }
    public bool IsLast { get; init; }

    /// <param name="text">The whole readable text.</param>
    /// <param name="stretch">The part to cut up.</param>
    /// <param name="quotes">Quotes of the text, in any order; those outside the stretch are passed over.</param>
    public static IReadOnlyList<MarkedPassage> Cut(string text, TextSpan stretch, IEnumerable<QuoteMark> quotes)
    {
        var pending = new LinkedList<(TextSpan Piece, QuoteMark Quote)>(quotes
            .Where(quote => quote.Span.Overlaps(stretch))
            .Select(quote => (Piece: Clip(quote.Span, stretch), Quote: quote))
            .OrderBy(item => item.Piece.Start).ThenByDescending(item => item.Piece.End));
        var passages = new List<MarkedPassage>();
        var at = stretch.Start;
        while (pending.First is { Value: var (piece, quote) })
        {
            pending.RemoveFirst();
            AddWords(passages, text, at, piece.Start);
            var inside = Within(pending, piece);
            passages.Add(new MarkedPassage
            {
                Mark = quote,
                IsFirst = piece.Start == quote.Span.Start,
                IsLast = piece.End == quote.Span.End,
                Inside = Cut(text, piece, inside),
            });
            at = piece.End;
        }

        AddWords(passages, text, at, stretch.End);
        return passages;
    }

    /// <summary>
    /// The quotes that begin within a piece; what of them reaches beyond it stays pending, as the first that comes next.
    /// </summary>
    private static List<QuoteMark> Within(LinkedList<(TextSpan Piece, QuoteMark Quote)> pending, TextSpan piece)
    {
        var inside = new List<QuoteMark>();
        var beyond = new List<(TextSpan, QuoteMark)>();
        while (pending.First is { Value: var (other, quote) } && other.Start < piece.End)
        {
            pending.RemoveFirst();
            inside.Add(quote);
            if (other.End > piece.End)
            {
                beyond.Add((new TextSpan(piece.End, other.End), quote));
            }
        }

        foreach (var rest in beyond.OrderBy(item => item.Item1.End))
        {
            pending.AddFirst(rest);
        }

        return inside;
    }

    private static TextSpan Clip(TextSpan span, TextSpan to) => new(Math.Max(span.Start, to.Start), Math.Min(span.End, to.End));

    private static void AddWords(List<MarkedPassage> passages, string text, int from, int to)
    {
        if (to > from)
        {
            passages.Add(new MarkedPassage { Words = text[from..to] });
        }
    }
}
