using System.Security.Cryptography;
using System.Text;
using PartnershipTracker.Model;
using PartnershipTracker.Reading.Formats;

namespace PartnershipTracker.Reading;

/// <summary>Bytes or text in, an <see cref="Article"/> out: plain text, Markdown, HTML or PDF.</summary>
public static class ArticleReader
{
    /// <summary>Version of the way from bytes to readable text and marks.</summary>
    public const string Version = "reader-2";

    /// <summary>Largest file that is read: 10 MB.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ReadResult Read(byte[] bytes, ReadHints? hints = null)
    {
        hints ??= new ReadHints();
        return Read(bytes, () => FormatFinder.OfBytes(bytes, hints) == ArticleFormat.Pdf ? null : Decoded(bytes, hints), hints);
    }

    /// <summary>A text that came as text; its bytes are its UTF-8.</summary>
    public static ReadResult Read(string text, ReadHints? hints = null)
    {
        try
        {
            return Read(Strict.GetBytes(text), () => TextDecoder.Checked(text.TrimStart('\uFEFF')), hints ?? new ReadHints());
        }
        catch (EncoderFallbackException)
        {
            return new ReadResult.Refused("The text holds half a character (an unpaired surrogate). Please copy it again.");
        }
    }

    /// <summary>Null from <paramref name="decode"/>: the bytes are no text but a format of their own.</summary>
    private static ReadResult Read(byte[] bytes, Func<string?> decode, ReadHints hints)
    {
        if (bytes.Length > MaxBytes)
        {
            return new ReadResult.Refused("The text is larger than 10 MB, the most we take.");
        }

        try
        {
            var text = decode();
            if (text is not null && string.IsNullOrWhiteSpace(text))
            {
                return new ReadResult.Refused("The text is empty.");
            }

            var format = text is null ? ArticleFormat.Pdf : FormatFinder.OfText(text, hints);
            return new ReadResult.Read(Article(Readable(text, bytes, format, hints), format, bytes));
        }
        catch (UnreadableException problem)
        {
            return new ReadResult.Refused(problem.Message);
        }
    }

    private static string Decoded(byte[] bytes, ReadHints hints) =>
        TextDecoder.Decode(bytes, hints.Charset ?? CharsetIn(hints.MediaType), FormatFinder.MayBeHtml(bytes, hints));

    private static string? CharsetIn(string? mediaType) =>
        mediaType?.Split(';').Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?["charset=".Length..];

    private static Readable Readable(string? text, byte[] bytes, ArticleFormat format, ReadHints hints) => format switch
    {
        ArticleFormat.Pdf => PdfText.Read(bytes),
        ArticleFormat.Html => HtmlText.Read(text!, hints.Address),
        ArticleFormat.Markdown => MarkdownText.Read(text!),
        _ => PlainText.Read(text!),
    };

    private static Article Article(Readable read, ArticleFormat format, byte[] bytes)
    {
        var text = read.Text;
        var passages = read.Passages.Select(passage => passage.Span).ToList();
        var marked = LineMarks.Of(text, read.Passages);
        var byPlace = marked.ToDictionary(mark => mark.Span);
        var prose = passages.Where(passage => !byPlace.TryGetValue(passage, out var mark) || mark.Kind == LineKind.Repeated);
        var labelled = Labels.TakeOff(text, [.. prose]);
        var left = new List<MarkedLine>(labelled.SelectMany(passage => passage.Cut));
        var sentences = new List<Sentence>();
        var places = new Dictionary<string, List<TextSpan>>(StringComparer.Ordinal);
        for (var n = 0; n < labelled.Count; n++)
        {
            foreach (var span in SentenceSplitter.Split(text, labelled[n].Span))
            {
                if (LineMarks.IsDebris(text, span))
                {
                    left.Add(new MarkedLine(span, LineKind.Debris, "fragment"));
                }
                else if (span.In(text) is var words && places.TryGetValue(words, out var same))
                {
                    same.Add(span);
                }
                else
                {
                    places[words] = same = [span];
                    sentences.Add(new Sentence(span, same) { Passage = n, Speaker = labelled[n].Speaker });
                }
            }
        }

        return new Article
        {
            Text = text,
            Format = format,
            Fields = read.Fields,
            Bytes = bytes,
            BytesSha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            TextSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Marked = [.. marked.Concat(left).OrderBy(mark => mark.Span.Start)],
            Sentences = sentences,
        };
    }
}
