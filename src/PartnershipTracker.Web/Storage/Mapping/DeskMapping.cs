using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;

namespace PartnershipTracker.Web.Storage.Mapping;

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> proposal)
    {
        proposal.HasIndex(p => new { p.State, p.DocumentId, p.Start });
        proposal.Property(p => p.Version).IsConcurrencyToken();
        proposal.Property(p => p.Suggestion)
            .HasConversion(new JsonConverter<Suggestion>(), new WrittenOnceComparer<Suggestion>());
        proposal.Property(p => p.Readings)
            .HasConversion(new JsonConverter<List<DateReading>>(), new JsonComparer<List<DateReading>>()).HasDefaultValueSql("'[]'");
        proposal.Ignore(p => p.Date);
        proposal.HasIndex(p => p.WordsKey);
        proposal.HasIndex(p => p.SameAsId);
        proposal.HasOne<Proposal>().WithMany().HasForeignKey(p => p.SameAsId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<Document>().WithMany().HasForeignKey(p => p.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RuleSwitchMapping : IEntityTypeConfiguration<RuleSwitch>
{
    public void Configure(EntityTypeBuilder<RuleSwitch> rule)
    {
        rule.HasIndex(r => new { r.About, r.Rule }).IsUnique();
        rule.Property(r => r.Version).IsConcurrencyToken();
    }
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision) =>
        revision.HasKey(r => new { r.SubjectId, r.Number });
}

internal sealed class ImportedItemMapping : IEntityTypeConfiguration<ImportedItem>
{
    public void Configure(EntityTypeBuilder<ImportedItem> item)
    {
        item.HasKey(i => new { i.Batch, i.ItemId });
        item.Property(i => i.Fields)
            .HasConversion(new JsonConverter<Dictionary<string, string>>(), new JsonComparer<Dictionary<string, string>>())
            .HasDefaultValueSql("'{}'");
    }
}

internal sealed class EditorMapping : IEntityTypeConfiguration<Editor>
{
    public void Configure(EntityTypeBuilder<Editor> editor) => editor.HasIndex(e => e.Name).IsUnique();
}

internal sealed class SignInLinkMapping : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> link)
    {
        link.HasKey(l => l.TokenSha256);
        link.HasOne<Editor>().WithMany().HasForeignKey(l => l.EditorId).OnDelete(DeleteBehavior.Restrict);
    }
}
