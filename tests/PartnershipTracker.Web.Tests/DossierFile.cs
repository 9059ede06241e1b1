using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Tests;
using PartnershipTracker.Web.Importing;

namespace PartnershipTracker.Web.Tests;

/// <summary>The repository's dossier as JSON that a test may change.</summary>
internal sealed class DossierFile
{
    public JsonNode Json { get; } = JsonNode.Parse(File.ReadAllText(Path.Combine(TrackerApp.Seeds, "dossier.json")))!;

    public JsonArray Claims => Json["claims"]!.AsArray();
    public JsonArray Events => Json["events"]!.AsArray();
    public JsonArray Documents => Json["documents"]!.AsArray();
    public JsonArray Sources => Json["sources"]!.AsArray();
    public byte[] Bytes => Encoding.UTF8.GetBytes(Json.ToJsonString());

    public JsonNode Claim(string id) => Claims.Single(c => Id(c) == id)!;

    public JsonNode Event(string id) => Events.Single(c => Id(c) == id)!;

    public JsonNode Document(string id) => Documents.Single(d => Id(d) == id)!;

    public int Citations => Claims.Concat(Events).Sum(record => record!["citations"]!.AsArray().Count);

    public int Stance(string stance) => Claims.Count(c => c!["stance"]!.GetValue<string>() == stance);

    public static string Id(JsonNode? node) => node!["id"]!.GetValue<string>();

    public Task<ImportReport> ImportAsync(TrackerApp app) => ImportAsync(app, Bytes);

    public static Task<ImportReport> ImportAsync(TrackerApp app, byte[] bytes) =>
        app.Services.GetRequiredService<DossierImport>().ImportAsync(bytes, CancellationToken.None);
}
