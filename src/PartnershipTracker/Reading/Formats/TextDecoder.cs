using System.Text;
using System.Text.RegularExpressions;

namespace PartnershipTracker.Reading.Formats;

/// <summary>
/// Bytes to text, strictly: what does not fit is refused and never replaced. A byte order mark decides, then a declared
/// character set; without either it is UTF-8, since guessing among the Latin sets goes wrong silently.
/// </summary>
internal static partial class TextDecoder
{
    /// <summary>Where HTML may declare its character set: the first 1024 bytes, as browsers look for it.</summary>
    private const int Declared = 1024;

    /// <summary>What files begin with that are no text, and what to call them.</summary>
    private static readonly (byte[] Start, string Name)[] Binaries =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([.. "GIF87a"u8], "a GIF image"),
        ([.. "GIF89a"u8], "a GIF image"),
        ([.. "RIFF"u8], "a WebP image or a sound or film file"),
        ([(byte)'I', (byte)'I', 0x2A, 0x00], "a TIFF image"),
        ([(byte)'M', (byte)'M', 0x00, 0x2A], "a TIFF image"),
        ([(byte)'P', (byte)'K', 0x03, 0x04], "a ZIP archive or an Office file"),
        ([(byte)'P', (byte)'K', 0x05, 0x06], "an empty ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7-Zip archive"),
        ([.. "Rar!\x1A"u8], "a RAR archive"),
        ([.. @"{\rtf"u8], "a Rich Text (RTF) file"),
        ([.. "SQLite format 3\0"u8], "a SQLite database"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ([(byte)'M', (byte)'Z', 0x90, 0x00], "a program"),
        ([.. "OggS"u8], "a sound or film file"),
        ([.. "ID3"u8], "a sound file"),
        ([.. "bplist"u8], "a web archive or property list"),
    ];

    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        // UTF-32 first: its little-endian mark begins with that of UTF-16.
        ([0xFF, 0xFE, 0x00, 0x00], new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true)),
        ([0x00, 0x00, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true)),
        ([0xEF, 0xBB, 0xBF], Utf8),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)),
    ];

    /// <summary>Windows-1252 where it parts from Latin-1: 0x80–0x9F. NUL: not given.</summary>
    private const string Windows =
        "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    private static UTF8Encoding Utf8 => new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The text without its byte order mark. A <paramref name="charset"/> is one declared from outside;
    /// <paramref name="asHtml"/>: a declaration within the file counts too.
    /// </summary>
    /// <exception cref="UnreadableException">The bytes are no text, or not in the character set they should be in.</exception>
    public static string Decode(byte[] bytes, string? charset = null, bool asHtml = false)
    {
        RefuseBinary(bytes);
        var (mark, encoding) = Marks.FirstOrDefault(known => bytes.AsSpan().StartsWith(known.Mark));
        if (encoding is not null)
        {
            return Checked(Decode(bytes, mark.Length, encoding));
        }

        var declared = charset ?? (asHtml ? DeclaredIn(bytes) : null);
        return Checked(declared?.Trim().Trim('"', '\'').ToLowerInvariant() switch
        {
            null or "" or "utf-8" or "utf8" or "us-ascii" or "ascii" => Decode(bytes, 0, Utf8),
            "iso-8859-1" or "latin1" or "latin-1" or "l1" or "iso8859-1" or "iso_8859-1" or "windows-1252" or "cp1252" or "x-cp1252" => DecodeWindows(bytes),
            // Within the file these can only be a mistake: the declaration itself would not have been readable.
            "utf-16" or "utf-16le" or "utf-16be" when charset is null => Decode(bytes, 0, Utf8),
            "utf-16" or "utf-16le" => Decode(bytes, 0, Marks[3].Encoding),
            "utf-16be" => Decode(bytes, 0, Marks[4].Encoding),
            var other => throw new UnreadableException($"The file is declared to be in “{Short(other)}”, which is not read here. Save it as UTF-8 and try again."),
        });
    }

    private static void RefuseBinary(byte[] bytes)
    {
        var name = Binaries.FirstOrDefault(known => bytes.AsSpan().StartsWith(known.Start)).Name
            ?? (bytes.AsSpan(Math.Min(4, bytes.Length)).StartsWith("ftyp"u8) ? "a film or HEIC image" : null);
        if (name is not null)
        {
            throw new UnreadableException($"This is {name}, not an article. Save the article as text, Markdown, HTML or PDF and try again.");
        }
    }

    private static string Decode(byte[] bytes, int from, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes, from, bytes.Length - from);
        }
        catch (DecoderFallbackException problem)
        {
            // Behind a half character the decoder counts from the one that should have been its other half.
            var unknown = problem.BytesUnknown ?? [];
            var found = Math.Clamp(from + problem.Index, 0, bytes.Length);
            var at = (bytes.AsSpan(found).StartsWith(unknown) ? found : Math.Max(from, found - unknown.Length)) + 1;
            var name = encoding.WebName.ToUpperInvariant();
            throw new UnreadableException($"The file is not text in {name}: byte {at:N0} does not fit. Save it as UTF-8 and try again.");
        }
    }

    private static string DecodeWindows(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return text.AsSpan().ContainsAnyInRange('\u0080', '\u009F')
            ? string.Create(text.Length, text, (into, from) =>
            {
                for (var n = 0; n < into.Length; n++)
                {
                    into[n] = from[n] is >= '\u0080' and <= '\u009F' and var letter
                        ? Windows[letter - '\u0080'] is > '\0' and var given ? given
                            : throw new UnreadableException($"The file is not text in Windows-1252: byte {n + 1:N0} does not fit. Save it as UTF-8 and try again.")
                        : from[n];
                }
            })
            : text;
    }

    /// <summary>The text itself.</summary>
    /// <exception cref="UnreadableException">It holds a NUL, which no article does.</exception>
    public static string Checked(string text) =>
        text.IndexOf('\0') is var at and >= 0
            ? throw new UnreadableException($"The text holds a NUL character (at {at + 1:N0}), so it is not plain text.")
            : text;

    private static string? DeclaredIn(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(Declared, bytes.Length));
        return MetaCharset().Match(head) is { Success: true } match ? match.Groups[1].Value : null;
    }

    private static string Short(string value) => value.Length > 40 ? value[..40] + "…" : value;

    [GeneratedRegex("""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MetaCharset();
}
