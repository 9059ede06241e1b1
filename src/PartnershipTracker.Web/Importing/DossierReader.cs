using System.Text;
using System.Text.Json;
using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Importing;

/// <summary>Reads a dossier's file. It is taken whole or not at all; then every fault is named, not only the first.</summary>
public static class DossierReader
{
    public const int MaxBytes = 5 * 1024 * 1024;
    public const int MaxTitle = 90;
    public const int MaxStatement = 200;

    private const int MaxName = 300;
    private const int MaxNote = 2000;

    /// <summary>Sources the file may name; unnamed ones and documents within documents have no page of their own to cite.</summary>
    private static readonly SourceKind[] Kinds =
        [SourceKind.Publication, SourceKind.Company, SourceKind.Person, SourceKind.Regulator, SourceKind.Court, SourceKind.Dataset];

    /// <summary>The file's bytes; of one too large only as many as show that it is.</summary>
    public static async Task<byte[]> BytesAsync(string file, CancellationToken stop)
    {
        await using var stream = File.OpenRead(file);
        var bytes = new byte[MaxBytes + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        return bytes[..length];
    }

    /// <returns>The dossier, or null and what is wrong with the file.</returns>
    public static (Dossier? Dossier, IReadOnlyList<string> Faults) Read(byte[] bytes, IReadOnlySet<string> themes)
    {
        if (bytes.Length > MaxBytes)
        {
            return (null, [$"The file has more than {MaxBytes / 1024 / 1024} MB."]);
        }

        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var faults = new List<string>();
            var dossier = Whole(json.RootElement, faults);
            faults.AddRange(DossierFaults.Of(dossier, themes));
            return faults.Count == 0 ? (dossier, []) : (null, faults);
        }
        catch (DecoderFallbackException)
        {
            return (null, ["The file is not UTF-8 text."]);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The second is half of a surrogate pair written as an escape.
            return (null, [$"The file is not JSON: {problem.Message}"]);
        }
    }

    private static Dossier Whole(JsonElement root, List<string> faults)
    {
        var fields = new JsonFields(root, "the file", faults);
        var dossier = new Dossier
        {
            About = About(fields, faults),
            Sources = Each(fields, "sources", "source", faults, Source),
            Documents = Each(fields, "documents", "document", faults, Document),
            Events = Each(fields, "events", "event", faults, Event),
            Claims = Each(fields, "claims", "claim", faults, Claim),
        };
        fields.Done();
        return dossier;
    }

    private static List<T> Each<T>(JsonFields whole, string list, string one, List<string> faults, Func<JsonFields, string, List<string>, T> read) =>
    [
        .. whole.Items(list).Select((item, n) =>
        {
            var fields = new JsonFields(item, $"{list}[{n}]", faults);
            var id = fields.Line("id", 100);
            if (id.Length > 0)
            {
                fields.Where = $"{one} {id}";
                if (id.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
                {
                    fields.Fault("an id is made of a–z, 0–9 and hyphens.");
                }
            }

            var result = read(fields, id, faults);
            fields.Done();
            return result;
        }),
    ];

    private static DossierAbout About(JsonFields whole, List<string> faults)
    {
        if (whole.Item("about") is not { } about)
        {
            whole.Fault("needs “about”.");
            return new DossierAbout("", null, null, null);
        }

        var fields = new JsonFields(about, "about", faults);
        var result = new DossierAbout(
            fields.Line("title", MaxName), fields.MaybeDate("covers"), fields.MaybeDay("compiled"), fields.MaybeLine("note", MaxNote));
        fields.Done();
        return result;
    }

    private static DossierSource Source(JsonFields fields, string id, List<string> faults) =>
        new(id, fields.Line("name", MaxName), fields.Choice("kind", Kinds), fields.MaybeAddress("url"));

    private static DossierDocument Document(JsonFields fields, string id, List<string> faults)
    {
        var address = fields.MaybeAddress("url");
        if (fields.Item("url") is null)
        {
            fields.Fault("needs “url”: a cited document is opened by its address.");
        }

        return new DossierDocument(
            id,
            fields.Line("source", 100),
            fields.Line("title", MaxName),
            address ?? "",
            fields.MaybeDate("published"),
            fields.Choice("tier", Enum.GetValues<DocumentTier>()),
            fields.MaybeDay("accessed"),
            fields.MaybeLine("note", MaxNote));
    }

    private static DossierEvent Event(JsonFields fields, string id, List<string> faults) => new(
        id,
        fields.Line("title", MaxTitle),
        fields.MaybeLine("summary", MaxNote),
        Period(fields),
        fields.Lines("themes"),
        fields.Lines("parties", optional: true),
        Citations(fields, faults));

    /// <summary><c>date</c> and <c>end</c> as one date.</summary>
    private static EdtfDate? Period(JsonFields fields)
    {
        var (start, end) = (fields.MaybeDate("date"), fields.MaybeDate("end"));
        if (end is null)
        {
            return start;
        }

        if (start is null or { IsInterval: true } || end.IsInterval)
        {
            fields.Fault("has an “end” without a single “date” before it.");
            return start;
        }

        if (EdtfDate.TryParse($"{start}/{end}", out var period))
        {
            return period;
        }

        fields.Fault($"ends ({end}) before it begins ({start}).");
        return start;
    }

    private static DossierClaim Claim(JsonFields fields, string id, List<string> faults) => new(
        id,
        fields.Line("statement", MaxStatement),
        fields.Choice("stance", Enum.GetValues<Stance>()),
        fields.MaybeDate("made_on"),
        fields.Lines("themes"),
        fields.Lines("contradicts", optional: true),
        fields.Lines("supersedes", optional: true),
        fields.Item("events") is null ? null : fields.Lines("events"),
        Citations(fields, faults));

    private static List<DossierCitation> Citations(JsonFields record, List<string> faults)
    {
        var items = record.Items("citations");
        if (items.Count == 0 && record.Item("citations") is { ValueKind: JsonValueKind.Array })
        {
            record.Fault("cites no document.");
        }

        return
        [
            .. items.Select((item, n) =>
            {
                var fields = new JsonFields(item, $"{record.Where}, citation {n + 1}", faults);
                var citation = new DossierCitation(fields.Line("document", 100), fields.MaybeLine("attributed_to", 100), fields.Line("support", MaxNote));
                fields.Done();
                return citation;
            }),
        ];
    }
}
