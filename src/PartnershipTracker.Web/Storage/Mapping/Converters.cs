using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Storage.Mapping;

/// <summary>Stored as the EDTF string.</summary>
internal sealed class EdtfConverter() : ValueConverter<EdtfDate, string>(date => date.Value, text => EdtfDate.Parse(text));

/// <summary>Times are UTC; SQLite would hand them back without saying so.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

/// <summary>A value kept as one JSON column because it is written and read whole and never queried into.</summary>
internal sealed class JsonConverter<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, StoredJson.Options),
    text => JsonSerializer.Deserialize<T>(text, StoredJson.Options)!);

/// <summary>Compares and copies by the JSON itself.</summary>
internal sealed class JsonComparer<T>() : ValueComparer<T>(
    (a, b) => JsonSerializer.Serialize(a, StoredJson.Options) == JsonSerializer.Serialize(b, StoredJson.Options),
    value => JsonSerializer.Serialize(value, StoredJson.Options).GetHashCode(),
    value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, StoredJson.Options), StoredJson.Options)!);

/// <summary>
/// For a value that is never edited: another object is another value. Comparing by JSON would write every tracked one out
/// several times a save, and an article has thousands of proposals.
/// </summary>
internal sealed class WrittenOnceComparer<T>() : ValueComparer<T>(
    (a, b) => ReferenceEquals(a, b), value => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value), value => value)
    where T : class;

/// <summary>How JSON columns and revision snapshots are written.</summary>
internal static class StoredJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new EdtfJsonConverter() },
    };

    private sealed class EdtfJsonConverter : System.Text.Json.Serialization.JsonConverter<EdtfDate>
    {
        public override EdtfDate Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            EdtfDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("Not an EDTF date.");

        public override void Write(Utf8JsonWriter writer, EdtfDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
