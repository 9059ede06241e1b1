using System.Security.Cryptography;
using System.Text;
using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>Bytes or text in, an <see cref="Article"/> out: plain text in UTF-8.</summary>
public static class ArticleReader
{
    /// <summary>Version of the way from bytes to readable text and marks.</summary>
    public const string Version = "plain-1";

    /// <summary>Largest file that is read: 10 MB.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ReadResult Read(byte[] bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return new ReadResult.Refused("The text is larger than 10 MB, the most we take.");
        }

        try
        {
            var text = Strict.GetString(bytes).TrimStart('\uFEFF');
            return Fault(text) is { } fault ? new ReadResult.Refused(fault) : new ReadResult.Read(Article(text, bytes));
        }
        catch (DecoderFallbackException problem)
        {
            return new ReadResult.Refused($"The file is not text in UTF-8: byte {problem.Index + 1:N0} does not fit. Save it as UTF-8 and try again.");
        }
    }

    /// <summary>A text that came as text; its bytes are its UTF-8.</summary>
    public static ReadResult Read(string text)
    {
        try
        {
            return Read(Strict.GetBytes(text));
        }
        catch (EncoderFallbackException)
        {
            return new ReadResult.Refused("The text holds half a character (an unpaired surrogate). Please copy it again.");
        }
    }

    private static string? Fault(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "The text is empty.";
        }

        return text.IndexOf('\0') is var at and >= 0
            ? $"The text holds a NUL character (at {at + 1:N0}), so it is not plain text."
            : null;
    }

    private static Article Article(string text, byte[] bytes)
    {
        var passages = Passages.Of(text);
        var marked = LineMarks.Of(text, passages);
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
                else if (places.TryGetValue(span.In(text), out var same))
                {
                    same.Add(span);
                }
                else
                {
                    places[span.In(text)] = same = [span];
                    sentences.Add(new Sentence(span, same) { Passage = n, Speaker = labelled[n].Speaker });
                }
            }
        }

        return new Article
        {
            Text = text,
            Bytes = bytes,
            BytesSha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            TextSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Marked = [.. marked.Concat(left).OrderBy(mark => mark.Span.Start)],
            Sentences = sentences,
        };
    }
}
