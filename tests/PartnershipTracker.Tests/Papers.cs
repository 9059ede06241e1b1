using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace PartnershipTracker.Tests;

/// <summary>Small PDFs, set line by line in Helvetica on A4.</summary>
internal static class Papers
{
    /// <summary>A page's lines: left edge and height from the page's lower left corner, letter size, words.</summary>
    public static byte[] Of(params IEnumerable<(double Left, double Base, double Size, string Words)>[] pages) => Of(null, null, pages);

    public static byte[] Of(string? title, string? author, params IEnumerable<(double Left, double Base, double Size, string Words)>[] pages)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.DocumentInformation.Title = title;
        builder.DocumentInformation.Author = author;
        builder.DocumentInformation.CreationDate = "D:20250306073000Z";
        foreach (var lines in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            foreach (var (left, height, size, words) in lines)
            {
                page.AddText(words, size, new PdfPoint(left, height), font);
            }
        }

        return builder.Build();
    }

    /// <summary>Lines one below the other.</summary>
    public static IEnumerable<(double Left, double Base, double Size, string Words)> Column(double left, double top, params string[] lines) =>
        lines.Select((words, n) => (left, top - (12 * n), 10.0, words));
}
