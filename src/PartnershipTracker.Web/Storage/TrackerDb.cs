using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage.Mapping;

namespace PartnershipTracker.Web.Storage;

/// <summary>The store. Reads take a context of their own and do not track; writes go through <see cref="Writer"/>.</summary>
public sealed class TrackerDb(DbContextOptions<TrackerDb> options) : DbContext(options)
{
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<DocumentText> Texts => Set<DocumentText>();
    public DbSet<QuoteAnchor> Anchors => Set<QuoteAnchor>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<SourceName> SourceNames => Set<SourceName>();
    public DbSet<Party> Parties => Set<Party>();
    public DbSet<Theme> Themes => Set<Theme>();
    public DbSet<Claim> Claims => Set<Claim>();
    public DbSet<PartnershipEvent> Events => Set<PartnershipEvent>();
    public DbSet<ClaimEvent> ClaimEvents => Set<ClaimEvent>();
    public DbSet<ClaimRelation> ClaimRelations => Set<ClaimRelation>();
    public DbSet<Evidence> Evidence => Set<Evidence>();
    public DbSet<ChainLink> ChainLinks => Set<ChainLink>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<RuleSwitch> RuleSwitches => Set<RuleSwitch>();
    public DbSet<DocumentShingle> Shingles => Set<DocumentShingle>();
    public DbSet<DocumentOverlap> Overlaps => Set<DocumentOverlap>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<ImportedItem> ImportedItems => Set<ImportedItem>();
    public DbSet<Editor> Editors => Set<Editor>();
    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TrackerDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Enum>().HaveConversion<string>();
        configuration.Properties<EdtfDate>().HaveConversion<EdtfConverter>();
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
    }
}
