using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Web.Editing;

/// <summary>A stored text, read once more.</summary>
internal static class StoredArticle
{
    /// <summary>What a file may have been called: its name is not kept, and decided how it was read.</summary>
    private static readonly string?[] Names = [null, "a.txt", "a.md", "a.html"];

    /// <summary>
    /// From the captured bytes, in the format that gives the readable text the store holds, because all spans count in that;
    /// from that text itself where the reader has changed since.
    /// </summary>
    public static Article Of(DocumentText text)
    {
        foreach (var name in Names)
        {
            if (ArticleReader.Read(text.Bytes, new ReadHints { FileName = name }) is ReadResult.Read { Article: var article } && article.TextSha256 == text.ReadableSha256)
            {
                return article;
            }
        }

        return ArticleReader.Read(text.Readable, new ReadHints { FileName = "a.txt" }) is ReadResult.Read { Article: var plain } && plain.Text == text.Readable
            ? plain
            : throw new InvalidDataException($"The stored text of document {text.DocumentId} cannot be read again.");
    }
}
