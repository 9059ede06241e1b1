using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PartnershipTracker.Web.Storage.Sqlite;

namespace PartnershipTracker.Web.Storage;

/// <summary>What <c>dotnet ef migrations add</c> uses; it opens no file.</summary>
internal sealed class DesignTimeTrackerDb : IDesignTimeDbContextFactory<TrackerDb>
{
    public TrackerDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<TrackerDb>();
        SqliteStore.Use(options, "design-time.db");
        return new TrackerDb(options.Options);
    }
}
