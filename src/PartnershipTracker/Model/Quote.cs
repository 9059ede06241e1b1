namespace PartnershipTracker.Model;

/// <summary>
/// A verbatim piece of a readable text. <see cref="Exact"/> always equals <c>Span.In(text)</c>; prefix and suffix are
/// up to <see cref="ContextLength"/> units around it, so that a re-read text can be anchored again
/// (W3C Web Annotation, TextQuoteSelector).
/// </summary>
public sealed record Quote(TextSpan Span, string Exact, string Prefix, string Suffix)
{
    public const int ContextLength = 32;

    /// <exception cref="ArgumentOutOfRangeException">The span does not lie within <paramref name="text"/>.</exception>
    public static Quote From(string text, TextSpan span)
    {
        var before = Math.Max(0, span.Start - ContextLength);
        var after = Math.Min(text.Length, span.End + ContextLength);
        return new Quote(span, span.In(text), text[before..span.Start], text[span.End..after]);
    }
}
