using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Publishing;

/// <summary>How to cite a page of the tracker or a document it rests on; what is not known is left out, never made up.</summary>
public sealed record Citation
{
    /// <summary>BibTeX key and CSL id.</summary>
    public required string Key { get; init; }
    public required string Title { get; init; }

    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }
    public EdtfDate? Issued { get; init; }
    public string? Address { get; init; }
    public DateOnly? Accessed { get; init; }

    /// <summary>For people: <c>Title. Publisher, 3 March 2023. https://… (accessed 4 May 2026).</c></summary>
    public string Plain
    {
        get
        {
            var about = string.Join(", ", new[] { Publisher, Issued?.InWords }.OfType<string>());
            return string.Concat(
                Title.TrimEnd('.'), Title.EndsWith('?') || Title.EndsWith('!') ? "" : ".", about.Length > 0 ? $" {about}." : "",
                Address is null ? "" : $" {Address}", Accessed is { } day ? $" (accessed {Day(day)})" : "", Address is null && Accessed is null ? "" : ".");
        }
    }

    /// <summary>A BibTeX <c>@misc</c> entry.</summary>
    public string BibTeX
    {
        get
        {
            var fields = new List<(string Name, string? Value)>
            {
                ("title", $"{{{Escaped(Title)}}}"),
                ("author", Publisher is null ? null : $"{{{Escaped(Publisher)}}}"),
                ("year", Issued is null || Issued.IsOpenStart ? null : Issued.Earliest.Year.ToString("0000", CultureInfo.InvariantCulture)),
                ("date", Issued?.Value),
                ("url", Address),
                ("urldate", Accessed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            };
            var lines = fields.Where(entry => entry.Value is not null).Select(entry => $"  {entry.Name} = {{{entry.Value}}}");
            return $"@misc{{{Key},\n{string.Join(",\n", lines)}\n}}";
        }
    }

    /// <summary>A CSL-JSON item; dates only as exact as they are known.</summary>
    public string CslJson
    {
        get
        {
            var item = new JsonObject { ["id"] = Key, ["type"] = "webpage", ["title"] = Title };
            if (Publisher is not null)
            {
                item["author"] = new JsonArray(new JsonObject { ["literal"] = Publisher });
                item["container-title"] = Publisher;
            }

            if (Issued is not null && Parts(Issued) is { } issued)
            {
                item["issued"] = issued;
            }

            if (Address is not null)
            {
                item["URL"] = Address;
            }

            if (Accessed is { } day)
            {
                item["accessed"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(day.Year, day.Month, day.Day)) };
            }

            return new JsonArray(item).ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        }
    }

    private static JsonObject? Parts(EdtfDate date)
    {
        JsonArray? parts = date switch
        {
            { IsInterval: true } => null,
            { Precision: DatePrecision.Day } => new JsonArray(date.Earliest.Year, date.Earliest.Month, date.Earliest.Day),
            { Precision: DatePrecision.Month } => new JsonArray(date.Earliest.Year, date.Earliest.Month),
            { Precision: DatePrecision.Year } => new JsonArray(date.Earliest.Year),
            _ => null,
        };
        if (parts is null)
        {
            return new JsonObject { ["literal"] = date.InWords };
        }

        var issued = new JsonObject { ["date-parts"] = new JsonArray(parts) };
        if (date.IsApproximate || date.IsUncertain)
        {
            issued["circa"] = true;
        }

        return issued;
    }

    /// <summary>TeX's own signs made plain.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            escaped.Append(letter switch
            {
                '\\' => "\\textbackslash{}",
                '{' or '}' or '%' or '&' or '$' or '#' or '_' => $"\\{letter}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
