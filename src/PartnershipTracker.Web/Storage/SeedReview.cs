using System.Text.Json;
using System.Text.Json.Serialization;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Web.Storage;

/// <summary>
/// A file of review decisions on one article: every entry but a rejection states its full outcome, so that a better
/// reading engine never changes what is published.
/// </summary>
public sealed record SeedReview(SeedDocument Document, IReadOnlyList<SeedDecision> Decisions)
{
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Everything that keeps the file from being carried out, each naming its decision.</summary>
    public List<string> Faults(Article article, IReadOnlySet<string> themes)
    {
        var faults = Decisions.GroupBy(d => d.Id).Where(g => g.Count() > 1).Select(g => $"the id {g.Key} stands twice.").ToList();
        if (Document.Published is not null && !EdtfDate.TryParse(Document.Published, out _))
        {
            faults.Add($"the publication date “{Document.Published}” is not EDTF.");
        }

        var events = Decisions.Where(d => d.Kind == SeedKind.Event).Select(d => d.Id).ToHashSet();
        var spans = new HashSet<(SeedKind, TextSpan)>();
        foreach (var decision in Decisions)
        {
            faults.AddRange(decision.Faults(events, themes).Select(fault => $"decision {decision.Id}: {fault}"));
            foreach (var place in decision.Places)
            {
                if (place.In(article.Text) is not { } span)
                {
                    faults.Add($"decision {decision.Id}: its quote is not in the text (occurrence {place.Occurrence}): “{place.Quote}”");
                }
                else if (decision.Decision != SeedVerdict.Reject && !spans.Add((decision.Kind, span)))
                {
                    faults.Add($"decision {decision.Id}: another {decision.Kind.ToString().ToLowerInvariant()} rests on the same words {span}.");
                }
            }
        }

        return faults;
    }
}

/// <param name="Sha256">Of the article's bytes: the file is only for this very text.</param>
/// <param name="Title">In square brackets when the article has none.</param>
/// <param name="Published">EDTF.</param>
/// <param name="PublishedBasis">The evidence for <paramref name="Published"/>.</param>
/// <param name="Language">BCP 47 tag.</param>
public sealed record SeedDocument(
    string Sha256, string Title, string? Published = null, string? PublishedBasis = null, string? Language = null);

public sealed record SeedDecision
{
    public required string Id { get; init; }
    public required SeedKind Kind { get; init; }
    public required string Quote { get; init; }

    /// <summary>Which of the quote's places in the text, from 1.</summary>
    public int Occurrence { get; init; } = 1;

    /// <summary>Further sentences the same claim or event rests on.</summary>
    public IReadOnlyList<SeedPlace> Also { get; init; } = [];

    /// <summary>What its author meant it to be; history derives the truth by comparing with the proposal.</summary>
    public required SeedVerdict Decision { get; init; }

    public string? Reason { get; init; }
    public string? Statement { get; init; }
    public string? Title { get; init; }
    public string? Summary { get; init; }
    public Stance? Stance { get; init; }
    public Voice? Voice { get; init; }
    public IReadOnlyList<string> Themes { get; init; } = [];
    public IReadOnlyList<SeedLink> Chain { get; init; } = [];

    /// <summary>EDTF: when it was true or happened.</summary>
    public string? Date { get; init; }
    public string? DateWords { get; init; }

    /// <summary>Id of an event decision this claim speaks of although their quotes do not overlap.</summary>
    public string? Event { get; init; }

    /// <summary>
    /// Id of the dossier's event that is the same happening: the quotes become its evidence, and title, date and the rest
    /// count only where that event is not in the store.
    /// </summary>
    public string? Supports { get; init; }

    [JsonIgnore]
    public IEnumerable<SeedPlace> Places => [new SeedPlace(Quote, Occurrence), .. Also];

    internal IEnumerable<string> Faults(IReadOnlySet<string> events, IReadOnlySet<string> themes)
    {
        foreach (var theme in Themes.Where(theme => !themes.Contains(theme)))
        {
            yield return $"there is no theme “{theme}”.";
        }

        if (Date is not null && !EdtfDate.TryParse(Date, out _))
        {
            yield return $"the date “{Date}” is not EDTF.";
        }

        if (Event is not null && !events.Contains(Event))
        {
            yield return $"no event decision has the id {Event}.";
        }

        if (Supports is not null && Kind != SeedKind.Event)
        {
            yield return "only an event supports one of the dossier.";
        }

        if (Decision == SeedVerdict.Reject)
        {
            yield break;
        }

        if (Kind == SeedKind.Claim && (string.IsNullOrWhiteSpace(Statement) || Stance is null || Voice is null))
        {
            yield return "a claim needs statement, stance and voice.";
        }

        if (Kind == SeedKind.Event && string.IsNullOrWhiteSpace(Title))
        {
            yield return "an event needs a title.";
        }
    }
}

public sealed record SeedPlace(string Quote, int Occurrence = 1)
{
    /// <summary>Where the quote stands, or null when it does not stand there so often.</summary>
    public TextSpan? In(string text)
    {
        var start = -1;
        for (var n = 0; n < Occurrence; n++)
        {
            start = text.IndexOf(Quote, start + 1, StringComparison.Ordinal);
            if (start < 0)
            {
                return null;
            }
        }

        return Quote.Length == 0 ? null : new TextSpan(start, start + Quote.Length);
    }
}

public sealed record SeedLink(string Name, SourceKind Kind, string? Words = null);

public enum SeedKind
{
    Claim,
    Event,
}

public enum SeedVerdict
{
    Accept,
    Change,
    Add,
    Reject,
}
