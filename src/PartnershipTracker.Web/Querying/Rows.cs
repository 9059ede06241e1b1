using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Querying;

/// <summary>A claim as lists show it.</summary>
public sealed record ClaimRow
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Statement { get; init; }
    public required Stance Stance { get; init; }
    public required Voice Voice { get; init; }
    public required PublicationState State { get; init; }
    public required Provenance Provenance { get; init; }
    public EdtfDate? Happened { get; init; }
    public EdtfDate? Said { get; init; }
    public required IReadOnlyList<ThemeRow> Themes { get; init; }

    /// <summary>Quoted before cited.</summary>
    public IReadOnlyList<EvidenceRow> Evidence { get; init; } = [];

    /// <summary>What other published claims are to it, whichever of the two the relation was recorded with.</summary>
    public IReadOnlyList<RelationRow> Relations { get; init; } = [];

    /// <summary>What disputes or replaced it.</summary>
    public IEnumerable<RelationRow> Marks => Relations.Where(r => r.Seen is RelationSeen.SupersededBy or RelationSeen.ContradictedBy);

    public int Quoted => Evidence.Count(e => e.Kind == EvidenceKind.Quoted);
    public int Cited => Evidence.Count(e => e.Kind == EvidenceKind.Cited);

    /// <summary>Strength: how many distinct origins its evidence has.</summary>
    public int Origins => Evidence.Select(e => e.Origin).Distinct().Count();
}

/// <summary>Another claim, and what it is to the one it is shown with.</summary>
public sealed record RelationRow(RelationSeen Seen, string Slug, string Statement, Stance Stance);

/// <summary>A relation as seen from one of its two claims.</summary>
public enum RelationSeen
{
    SupersededBy,
    ContradictedBy,
    QualifiedBy,
    Qualifies,
    Supersedes,
    SameAs,
}

public sealed record ThemeRow(string Slug, string Label);

/// <summary>Evidence as pages show it. Quoted evidence has <see cref="Exact"/> and <see cref="Anchor"/>.</summary>
public sealed record EvidenceRow
{
    public required Guid Id { get; init; }
    public required Guid SubjectId { get; init; }
    public required EvidenceKind Kind { get; init; }
    public int? Start { get; init; }
    public int? End { get; init; }
    public string? Exact { get; init; }
    public int? Anchor { get; init; }
    public string? Note { get; init; }
    public required string Origin { get; init; }
    public required Guid DocumentId { get; init; }
    public required string DocumentSlug { get; init; }
    public required string DocumentTitle { get; init; }
    public string? DocumentAddress { get; init; }
    public string? Publisher { get; init; }
    public EdtfDate? Published { get; init; }
    public DocumentTier? Tier { get; init; }
    public IReadOnlyList<ChainRow> Chain { get; init; } = [];

    public TextSpan? Span => Start is { } start && End is { } end ? new TextSpan(start, end) : null;
}

/// <summary>One link of who says it, with the document's own words where they differ from the name.</summary>
public sealed record ChainRow(string Slug, string Name, string Words, SourceKind Kind);

/// <summary>How many claims stand on each side.</summary>
public sealed record Balance(int Competing, int Complementary, int Neutral)
{
    public static readonly Balance None = new(0, 0, 0);

    public int All => Competing + Complementary + Neutral;

    public static Balance Of(IEnumerable<(Stance Stance, int Count)> counts)
    {
        var by = counts.GroupBy(c => c.Stance).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        return new Balance(
            by.GetValueOrDefault(Stance.Competing), by.GetValueOrDefault(Stance.Complementary), by.GetValueOrDefault(Stance.Neutral));
    }
}

/// <summary>An event as lists and the drawing show it.</summary>
public sealed record EventRow
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public string? Summary { get; init; }
    public EdtfDate? Date { get; init; }
    public string? DateWords { get; init; }
    public required PublicationState State { get; init; }
    public required Provenance Provenance { get; init; }
    public required IReadOnlyList<ThemeRow> Themes { get; init; }

    public required int Quoted { get; init; }
    public required int Cited { get; init; }

    /// <summary>One for each of its published claims.</summary>
    public required IReadOnlyList<Stance> Stances { get; init; }

    public bool Competes => Stances.Contains(Stance.Competing);
    public bool Complements => Stances.Contains(Stance.Complementary);
}
