using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Storage.Mapping;

internal sealed class ThemeMapping : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> theme)
    {
        theme.HasIndex(t => t.Slug).IsUnique();
        theme.Property(t => t.Version).IsConcurrencyToken();
    }
}

internal sealed class PartyMapping : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> party) => party.HasIndex(p => p.Slug).IsUnique();
}

internal sealed class SourceMapping : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> source)
    {
        source.HasIndex(s => s.Slug).IsUnique();
        source.Property(s => s.Version).IsConcurrencyToken();
    }
}

internal sealed class SourceNameMapping : IEntityTypeConfiguration<SourceName>
{
    public void Configure(EntityTypeBuilder<SourceName> name)
    {
        name.HasKey(n => n.Key);
        name.HasOne<Source>().WithMany().HasForeignKey(n => n.SourceId).OnDelete(DeleteBehavior.Restrict);
    }
}
