namespace PartnershipTracker.Reading;

/// <summary>What a captured file was read as.</summary>
public enum ArticleFormat
{
    PlainText,
    Markdown,
    Html,
    Pdf,
}
