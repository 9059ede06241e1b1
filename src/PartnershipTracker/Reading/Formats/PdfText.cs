using System.Globalization;
using PartnershipTracker.Model;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace PartnershipTracker.Reading.Formats;

/// <summary>The words of a PDF in reading order, with what only the pages needed undone: wrapped lines, hyphens, running heads.</summary>
internal static class PdfText
{
    public const int MaxPages = 500;

    /// <summary>Over all pages; a book of 500 full pages has half of it.</summary>
    private const int MaxLetters = 3_000_000;

    private const string Damaged = "The PDF is damaged and cannot be read. Save it again, or copy its text.";

    /// <exception cref="UnreadableException">No PDF, damaged, encrypted, without text, or over the limits.</exception>
    public static Readable Read(byte[] pdf)
    {
        if (pdf.AsSpan(0, Math.Min(1024, pdf.Length)).IndexOf("%PDF-"u8) < 0)
        {
            throw new UnreadableException("This is not a PDF: it does not begin like one. Check the file, or its ending.");
        }

        try
        {
            return Opened(pdf);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadableException("The PDF is encrypted: it needs a password. Save it without one, or copy its text.");
        }
        catch (Exception problem) when (problem is not UnreadableException and not OutOfMemoryException)
        {
            // The library meets damage with exceptions of almost any kind, down to IndexOutOfRangeException.
            throw new UnreadableException(Damaged);
        }
    }

    private static Readable Opened(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf, new ParsingOptions { SkipMissingFonts = true, UseLenientParsing = true, FilterProvider = new PdfFilters() });
        if (document.NumberOfPages > MaxPages)
        {
            throw new UnreadableException($"The PDF has {document.NumberOfPages:N0} pages; {MaxPages} are the most we take. Save the article alone.");
        }

        var pages = new List<List<PdfLine>>();
        var letters = 0;
        foreach (var page in document.GetPages())
        {
            letters += page.Letters.Count;
            if (letters > MaxLetters)
            {
                throw new UnreadableException($"The PDF holds more than {MaxLetters:N0} letters, the most we take. Save the article alone.");
            }

            pages.Add(PdfLine.Of(page));
        }

        var writer = new ReadableWriter();
        foreach (var (words, kind) in PdfParagraphs.Of(PdfRunning.Without(pages)))
        {
            writer.Append(words);
            writer.EndBlock(kind);
        }

        var read = writer.Finish(Fields(document.Information));
        return read.Passages.Count > 0 ? read : throw new UnreadableException(
            "The PDF holds no text, only pictures of its pages. Have the text recognised first (OCR), or copy it by hand.");
    }

    private static ArticleFields Fields(DocumentInformation about) => new()
    {
        Title = FieldText.Clean(about.Title),
        Author = FieldText.Person(about.Author),
        Published = Date(about.CreationDate),
    };

    /// <summary>From <c>D:20250306073000Z</c>: when the file was made, which for an article is its day.</summary>
    private static EdtfDate? Date(string? created)
    {
        var digits = created is null ? "" : created.StartsWith("D:", StringComparison.Ordinal) ? created[2..] : created;
        return digits.Length >= 8 && DateOnly.TryParseExact(digits[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? FieldText.Day(day)
            : null;
    }
}
