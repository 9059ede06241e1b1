using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage.Mapping;

namespace PartnershipTracker.Web.Storage;

/// <summary>A subject as the JSON kept in its revision: its own fields, themes and parties by slug, evidence in full.</summary>
public static class Snapshots
{
    public static Revision Revision(IRevised subject, string by, string why, DateTime at)
    {
        var snapshot = JsonSerializer.Serialize(Shape(subject), StoredJson.Options);
        return new Revision
        {
            SubjectId = subject.Id,
            Number = subject.Version,
            Subject = subject.GetType().Name,
            At = at,
            By = by,
            Why = why,
            Snapshot = snapshot,
            Sha256 = Sha256Hex(snapshot),
        };
    }

    public static string Sha256Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static object Shape(IRevised subject) => subject switch
    {
        Claim c => new
        {
            c.Slug,
            c.Statement,
            c.Stance,
            c.Voice,
            c.Happened,
            c.HappenedWords,
            c.Said,
            c.Note,
            c.State,
            c.WithdrawnBecause,
            c.Provenance,
            Themes = c.Themes.Select(t => t.Slug),
            Parties = c.Parties.Select(p => p.Slug),
            Evidence = c.Evidence.Select(Shape),
            Relations = c.Relations.Select(r => new { r.Kind, r.OtherId }),
        },
        PartnershipEvent e => new
        {
            e.Slug,
            e.Title,
            e.Summary,
            e.Date,
            e.DateWords,
            e.State,
            e.WithdrawnBecause,
            e.Provenance,
            Themes = e.Themes.Select(t => t.Slug),
            Parties = e.Parties.Select(p => p.Slug),
            Evidence = e.Evidence.Select(Shape),
        },
        Document d => new
        {
            d.Slug,
            d.Title,
            d.PublisherId,
            d.Address,
            d.Published,
            d.PublishedBasis,
            d.Language,
            d.Accessed,
            d.Tier,
            d.Note,
            d.Shown,
            Text = d.Text is { } text ? new { text.BytesSha256, text.ReadableSha256, text.Reader } : null,
        },
        Source s => new { s.Slug, s.Name, s.Kind, s.Address, s.Reliability },
        Theme t => new { t.Slug, t.Label, t.Definition, t.Cues, t.Position },
        RuleSwitch r => new { r.About, r.Rule, r.IsOff },
        _ => throw new InvalidOperationException($"No snapshot shape for {subject.GetType().Name}."),
    };

    private static object Shape(Evidence e) => new
    {
        e.DocumentId,
        e.Kind,
        e.Start,
        e.End,
        e.Exact,
        e.Anchor,
        e.Note,
        e.Origin,
        Chain = e.Chain.Select(link => new { link.SourceId, link.Words }),
    };
}
