using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Web.Storage.Mapping;

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.HasIndex(d => d.Slug).IsUnique();
        document.Property(d => d.Version).IsConcurrencyToken();
        document.HasOne(d => d.Publisher).WithMany().HasForeignKey(d => d.PublisherId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne(d => d.Text).WithOne().HasForeignKey<DocumentText>(t => t.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentTextMapping : IEntityTypeConfiguration<DocumentText>
{
    public void Configure(EntityTypeBuilder<DocumentText> text)
    {
        text.HasKey(t => t.DocumentId);
        text.HasIndex(t => t.ReadableSha256).IsUnique();
        text.Property(t => t.Marked)
            .HasConversion(new JsonConverter<List<MarkedLine>>(), new JsonComparer<List<MarkedLine>>());
    }
}

internal sealed class QuoteAnchorMapping : IEntityTypeConfiguration<QuoteAnchor>
{
    public void Configure(EntityTypeBuilder<QuoteAnchor> anchor)
    {
        anchor.HasKey(a => new { a.DocumentId, a.Number });
        anchor.HasIndex(a => new { a.DocumentId, a.Start, a.End }).IsUnique();
        anchor.HasOne<Document>().WithMany().HasForeignKey(a => a.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentShingleMapping : IEntityTypeConfiguration<DocumentShingle>
{
    public void Configure(EntityTypeBuilder<DocumentShingle> shingle)
    {
        shingle.ToTable("DocumentShingle");

        // One tree and nothing else (the migration makes it without row ids): a foreign key would bring a second index as
        // large as the table. Documents are never removed.
        shingle.HasKey(s => new { s.Hash, s.DocumentId });
    }
}

internal sealed class DocumentOverlapMapping : IEntityTypeConfiguration<DocumentOverlap>
{
    public void Configure(EntityTypeBuilder<DocumentOverlap> overlap)
    {
        overlap.ToTable("DocumentOverlap");
        overlap.HasKey(o => new { o.DocumentId, o.EarlierId });
        overlap.HasOne<Document>().WithMany().HasForeignKey(o => o.DocumentId).OnDelete(DeleteBehavior.Restrict);
        overlap.HasOne<Document>().WithMany().HasForeignKey(o => o.EarlierId).OnDelete(DeleteBehavior.Restrict);
    }
}
