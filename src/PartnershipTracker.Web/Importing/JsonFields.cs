using System.Globalization;
using System.Text.Json;
using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Importing;

/// <summary>
/// The fields of one JSON object, read one by one. What is wrong with a field is added to the faults and a stand-in is
/// returned, so that the rest of the file is still checked. Fields nobody asked for are faults too: a misspelt one would be
/// lost in silence.
/// </summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> fields = [];
    private readonly HashSet<string> asked = [];
    private readonly List<string> faults;

    // Said once; that it then lacks every field goes without saying.
    private readonly bool broken;

    public JsonFields(JsonElement element, string where, List<string> faults)
    {
        (Where, this.faults) = (where, faults);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Fault("is not an object.");
            broken = true;
            return;
        }

        foreach (var field in element.EnumerateObject())
        {
            fields[field.Name] = field.Value;
        }
    }

    /// <summary>Names the object in faults: <c>claims[4]</c>, and once it is known <c>claim ip-2032</c>.</summary>
    public string Where { get; set; }

    public void Fault(string what)
    {
        if (!broken)
        {
            faults.Add($"{Where}: {what}");
        }
    }

    /// <summary>One line; empty after a fault.</summary>
    public string Line(string name, int longest)
    {
        if (MaybeLine(name, longest) is { } text)
        {
            return text;
        }

        if (Find(name) is null)
        {
            Fault($"needs “{name}”.");
        }

        return "";
    }

    /// <summary>Null when it is missing, null or at fault.</summary>
    public string? MaybeLine(string name, int longest)
    {
        asked.Add(name);
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Fault($"“{name}” is not a text.");
            return null;
        }

        var text = value.GetString()!.Trim();
        var wrong = text.Length == 0 ? "is empty."
            : text.Length > longest ? $"has {text.Length:N0} characters, at most {longest:N0} are taken."
            : text.Any(char.IsControl) ? "is not one line, or has control characters."
            : null;
        if (wrong is null)
        {
            return text;
        }

        Fault($"“{name}” {wrong}");
        return null;
    }

    public EdtfDate? MaybeDate(string name)
    {
        if (MaybeLine(name, 50) is not { } text)
        {
            return null;
        }

        if (EdtfDate.TryParse(text, out var date))
        {
            return date;
        }

        Fault($"“{name}” is not an EDTF date: “{text}”.");
        return null;
    }

    public DateOnly? MaybeDay(string name)
    {
        if (MaybeLine(name, 50) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Fault($"“{name}” is not a day such as 2026-11-22: “{text}”.");
        return null;
    }

    /// <summary>A public page's address; null when it is missing or at fault.</summary>
    public string? MaybeAddress(string name)
    {
        if (MaybeLine(name, 2000) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0)
        {
            return text;
        }

        Fault($"“{name}” is not the address of a page: “{Short(text)}”.");
        return null;
    }

    /// <summary>By name, in any case; never by number.</summary>
    public T Choice<T>(string name, IReadOnlyList<T> choices)
        where T : struct, Enum
    {
        var text = Line(name, 50);
        if (text.Length > 0)
        {
            if (choices.Cast<T?>().FirstOrDefault(choice => choice.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found;
            }

            Fault($"“{name}” is “{Short(text)}”, not one of {string.Join(", ", choices).ToLowerInvariant()}.");
        }

        return default;
    }

    /// <summary>A list of texts, each once; empty when it is missing or at fault.</summary>
    public List<string> Lines(string name, bool optional = false)
    {
        var lines = new List<string>();
        foreach (var (item, n) in Items(name, optional).Select((item, n) => (item, n)))
        {
            if (item.ValueKind != JsonValueKind.String || item.GetString()!.Trim() is not { Length: > 0 and <= 200 } text || text.Any(char.IsControl))
            {
                Fault($"“{name}” has something other than a short text at place {n + 1}.");
            }
            else if (lines.Contains(text))
            {
                Fault($"“{name}” has “{text}” twice.");
            }
            else
            {
                lines.Add(text);
            }
        }

        return lines;
    }

    public IReadOnlyList<JsonElement> Items(string name, bool optional = false)
    {
        asked.Add(name);
        if (Find(name) is not { } value)
        {
            if (!optional)
            {
                Fault($"needs the list “{name}”.");
            }

            return [];
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }

        Fault($"“{name}” is not a list.");
        return [];
    }

    public JsonElement? Item(string name)
    {
        asked.Add(name);
        return Find(name);
    }

    /// <summary>Called when every known field was asked for.</summary>
    public void Done()
    {
        foreach (var name in fields.Keys.Where(name => !asked.Contains(name)))
        {
            Fault($"has a field “{Short(name)}” that a dossier does not know.");
        }
    }

    private JsonElement? Find(string name) =>
        fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
