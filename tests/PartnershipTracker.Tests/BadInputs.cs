using System.Text;
using PartnershipTracker.Reading;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace PartnershipTracker.Tests;

/// <summary>A file nobody can read, and a word of what the refusal must name.</summary>
public sealed record BadInput(string FileName, string Named, Func<byte[]> Bytes)
{
    /// <summary>One point, black, as PNG.</summary>
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    public static IReadOnlyList<BadInput> All { get; } =
    [
        new("empty.txt", "empty", () => []),
        new("picture.txt", "PNG image", () => Convert.FromBase64String(Picture)),
        new("office.docx", "Office file", () => [.. "PK\u0003\u0004"u8, 0, 0]),
        new("nul.txt", "NUL", () => "Microsoft\0and OpenAI."u8.ToArray()),
        new("nul.html", "NUL", () => "<p>Microsoft\0and OpenAI."u8.ToArray()),
        new("broken.txt", "byte 4", () => [.. "Caf"u8, 0xC3, 0x28]),
        new("latin.md", "byte 4", () => [.. "Caf"u8, 0xE9]),
        new("half.txt", "UTF-16", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("b")]),
        new("large.txt", "10 MB", () => Encoding.UTF8.GetBytes(new string('a', ArticleReader.MaxBytes + 1))),
        new("large.html", "2 MB", () => Encoding.UTF8.GetBytes("<p>" + new string('a', (2 * 1024 * 1024) + 1))),
        new("deep.html", "512 deep", () => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 513)) + "x")),
        new("locked.pdf", "password", Locked),
        new("scan.pdf", "only pictures", Scan),
        new("damaged.pdf", "damaged", () => "%PDF-1.7 and then nothing"u8.ToArray()),
        new("text.pdf", "not a PDF", () => "Microsoft and OpenAI."u8.ToArray()),
    ];

    public override string ToString() => FileName;

    /// <summary>A PDF that says it is encrypted, with keys no password fits.</summary>
    private static byte[] Locked()
    {
        var key = new string('A', 64);
        var open = Encoding.Latin1.GetString(Papers.Of(Papers.Column(72, 700, "Microsoft and OpenAI.")));
        var trailer = open.LastIndexOf("trailer", StringComparison.Ordinal);
        var dictionary = open.IndexOf("<<", trailer, StringComparison.Ordinal) + 2;
        return Encoding.Latin1.GetBytes(open.Insert(dictionary, $" /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<{key[..32]}> <{key[..32]}>] "));
    }

    private static byte[] Scan()
    {
        using var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4).AddPng(Convert.FromBase64String(Picture), new PdfRectangle(0, 0, 500, 800));
        return builder.Build();
    }
}
