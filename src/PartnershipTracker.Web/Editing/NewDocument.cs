using System.Text.RegularExpressions;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Web.Editing;

/// <summary>The fields that describe a new document, as typed.</summary>
public class DocumentForm
{
    public string? Title { get; set; }
    public string? Publisher { get; set; }
    public string? Address { get; set; }
    public string? Published { get; set; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; set; }

    public string? Text { get; set; }

    /// <summary>The text as a file, instead of <see cref="Text"/>.</summary>
    public IFormFile? File { get; set; }
}

/// <summary>A new document, read: what was typed, and where that is silent what the file tells about itself.</summary>
/// <param name="Article">Null where neither text nor file was given.</param>
/// <param name="Fields">The title is empty where nothing gives one.</param>
public sealed partial record NewDocument(Article? Article, DocumentFields Fields)
{
    public const int MaxField = 500;
    private const int LongestBorrowedTitle = 80;

    /// <summary>Null when something is wrong with it; <paramref name="faults"/> then says what.</summary>
    public static async Task<NewDocument?> ReadAsync(DocumentForm form, List<Fault> faults, CancellationToken stop)
    {
        var before = faults.Count;
        TooLong(faults, "title", form.Title);
        TooLong(faults, "publisher", form.Publisher);
        var published = FormDate.Read(faults, "published", form.Published);
        var address = ReadAddress(faults, form.Address);
        var language = ReadLanguage(faults, form.Language);
        var article = await ArticleAsync(form, address, faults, stop);
        if (faults.Count > before)
        {
            return null;
        }

        var told = article?.Fields ?? new ArticleFields();
        return new NewDocument(article, new DocumentFields
        {
            Title = Typed(form.Title) ?? told.Title ?? (article is null ? "" : Borrowed(article)),
            Publisher = Typed(form.Publisher) ?? told.Site,
            Address = address,
            Published = published ?? told.Published,
            Language = language ?? told.Language,
        });
    }

    private static string? Typed(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    /// <summary>The heading it opens with; else its first words, in the square brackets of a title that is ours.</summary>
    private static string Borrowed(Article article)
    {
        var first = article.Sentences.Count > 0 ? article.Sentences[0].Span : new TextSpan(0, article.Text.Length);
        return article.Marked.FirstOrDefault(mark => mark.Kind == LineKind.Heading && mark.Span.Start < first.Start) is { } heading
            ? Cut(heading.Span.In(article.Text))
            : $"[{Cut(first.In(article.Text))}]";
    }

    private static string Cut(string text)
    {
        var words = string.Join(' ', text[..Math.Min(text.Length, 10 * LongestBorrowedTitle)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length <= LongestBorrowedTitle)
        {
            return words;
        }

        var end = words.LastIndexOf(' ', LongestBorrowedTitle);
        return words[..(end > 0 ? end : LongestBorrowedTitle)] + "…";
    }

    private static async Task<Article?> ArticleAsync(DocumentForm form, string? address, List<Fault> faults, CancellationToken stop)
    {
        var hints = new ReadHints { Address = address };
        var result = form switch
        {
            { File: { } file } => ArticleReader.Read(await BytesAsync(file, stop), hints with { FileName = file.FileName, MediaType = file.ContentType }),
            { Text: { } text } when !string.IsNullOrWhiteSpace(text) => ArticleReader.Read(text, hints),
            _ => null,
        };
        if (result is ReadResult.Refused { Why: var why })
        {
            faults.Add(new Fault("text", why));
        }

        return (result as ReadResult.Read)?.Article;
    }

    /// <summary>One byte more than the reader takes is enough for it to say so.</summary>
    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken stop)
    {
        var bytes = new byte[Math.Min(file.Length, ArticleReader.MaxBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, stop);
        return bytes;
    }

    private static string? ReadAddress(List<Fault> faults, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (value.Length <= 2000 && Uri.TryCreate(value.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address.AbsoluteUri;
        }

        faults.Add(new Fault("address", "An address starts with https:// or http:// and names a page."));
        return null;
    }

    private static string? ReadLanguage(List<Fault> faults, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (LanguageTag().IsMatch(value.Trim()))
        {
            return value.Trim();
        }

        faults.Add(new Fault("language", "A language is given by its tag: en, de, zh-Hans."));
        return null;
    }

    private static void TooLong(List<Fault> faults, string field, string? value)
    {
        if (value?.Length > MaxField)
        {
            faults.Add(new Fault(field, $"At most {MaxField} characters."));
        }
        else if (value?.Any(char.IsControl) == true)
        {
            faults.Add(new Fault(field, "Please write it on one line, without control characters."));
        }
    }

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
