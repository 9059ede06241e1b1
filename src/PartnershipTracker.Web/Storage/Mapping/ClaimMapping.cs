using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Storage.Mapping;

internal sealed class ClaimMapping : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> claim)
    {
        claim.HasIndex(c => c.Slug).IsUnique();
        claim.HasIndex(c => new { c.Stance, c.Earliest });
        claim.HasIndex(c => c.RecordedAt);
        claim.Property(c => c.Version).IsConcurrencyToken();
        claim.HasMany(c => c.Themes).WithMany().UsingEntity("ClaimTheme");
        claim.HasMany(c => c.Parties).WithMany().UsingEntity("ClaimParty");
        claim.HasMany(c => c.Evidence).WithOne().HasForeignKey(e => e.ClaimId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EventMapping : IEntityTypeConfiguration<PartnershipEvent>
{
    public void Configure(EntityTypeBuilder<PartnershipEvent> happening)
    {
        happening.ToTable("Events");
        happening.HasIndex(e => e.Slug).IsUnique();
        happening.HasIndex(e => e.Earliest);
        happening.Property(e => e.Version).IsConcurrencyToken();
        happening.HasMany(e => e.Themes).WithMany().UsingEntity("EventTheme");
        happening.HasMany(e => e.Parties).WithMany().UsingEntity("EventParty");
        happening.HasMany(e => e.Evidence).WithOne().HasForeignKey(e => e.EventId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClaimEventMapping : IEntityTypeConfiguration<ClaimEvent>
{
    public void Configure(EntityTypeBuilder<ClaimEvent> link)
    {
        link.HasKey(l => new { l.ClaimId, l.EventId });
        link.HasOne(l => l.Claim).WithMany(c => c.Events).HasForeignKey(l => l.ClaimId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne(l => l.Event).WithMany(e => e.Claims).HasForeignKey(l => l.EventId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClaimRelationMapping : IEntityTypeConfiguration<ClaimRelation>
{
    public void Configure(EntityTypeBuilder<ClaimRelation> relation)
    {
        relation.HasKey(r => new { r.ClaimId, r.OtherId, r.Kind });
        relation.HasOne(r => r.Claim).WithMany(c => c.Relations).HasForeignKey(r => r.ClaimId).OnDelete(DeleteBehavior.Restrict);
        relation.HasOne(r => r.Other).WithMany().HasForeignKey(r => r.OtherId).OnDelete(DeleteBehavior.Restrict);
        relation.ToTable(table => table.HasCheckConstraint("CK_ClaimRelation_TwoClaims", "\"ClaimId\" <> \"OtherId\""));
    }
}

internal sealed class EvidenceMapping : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> evidence)
    {
        evidence.HasIndex(e => new { e.DocumentId, e.Start });
        evidence.HasOne(e => e.Document).WithMany().HasForeignKey(e => e.DocumentId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasOne<QuoteAnchor>().WithMany().HasForeignKey(e => new { e.DocumentId, e.Anchor }).OnDelete(DeleteBehavior.Restrict);
        evidence.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Evidence_OneSubject", "(\"ClaimId\" IS NULL) <> (\"EventId\" IS NULL)");
            table.HasCheckConstraint(
                "CK_Evidence_QuotedHasSpan",
                "\"Kind\" <> 'Quoted' OR (\"Start\" >= 0 AND \"End\" > \"Start\" AND \"Exact\" IS NOT NULL AND \"Anchor\" IS NOT NULL)");
        });
    }
}

internal sealed class ChainLinkMapping : IEntityTypeConfiguration<ChainLink>
{
    public void Configure(EntityTypeBuilder<ChainLink> link)
    {
        link.HasKey(l => new { l.EvidenceId, l.Position });
        link.HasIndex(l => l.SourceId);
        link.HasOne<Evidence>().WithMany(e => e.Chain).HasForeignKey(l => l.EvidenceId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne(l => l.Source).WithMany().HasForeignKey(l => l.SourceId).OnDelete(DeleteBehavior.Restrict);
    }
}
