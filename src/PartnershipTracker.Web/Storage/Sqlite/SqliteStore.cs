using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PartnershipTracker.Web.Storage.Sqlite;

/// <summary>Everything about the store that is SQLite and not SQL.</summary>
public static class SqliteStore
{
    public static void Use(DbContextOptionsBuilder options, string file)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = 5,
            Pooling = true,
        };
        options.UseSqlite(connection.ToString(), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(FullSync.Instance, SearchIndex.Instance);
    }

    /// <summary>
    /// Write-ahead logging is a property of the file; EF Core sets it only when it creates one, and a restored copy
    /// comes back without it.
    /// </summary>
    public static async Task PrepareAsync(TrackerDb db, CancellationToken stop)
    {
        var changes = (await db.Database.GetPendingMigrationsAsync(stop)).Any();
        await db.Database.MigrateAsync(stop);
        if (changes)
        {
            await SearchIndex.RebuildAsync(db, stop);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", stop);
    }

    /// <summary>
    /// <c>synchronous</c> belongs to the connection. FULL, because under WAL the weaker setting loses acknowledged
    /// writes in a power cut.
    /// </summary>
    private sealed class FullSync : DbConnectionInterceptor
    {
        public static readonly FullSync Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=FULL";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
