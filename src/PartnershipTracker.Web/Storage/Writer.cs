using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Storage;

/// <summary>
/// The one door for writes: one at a time, one immediate transaction each, with the revisions of everything it touched.
/// </summary>
public sealed class Writer(IDbContextFactory<TrackerDb> databases, TimeProvider clock)
{
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Runs <paramref name="change"/> and commits, or rolls back when it throws.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Someone else changed the same thing first.</exception>
    public async Task<T> WriteAsync<T>(string by, Func<WriteScope, Task<T>> change, CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        try
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var scope = new WriteScope(db, by, clock.GetUtcNow().UtcDateTime, stop);
            var result = await change(scope);
            await scope.SaveAsync();
            await transaction.CommitAsync(stop);
            return result;
        }
        finally
        {
            gate.Release();
        }
    }
}

/// <summary>One write in progress.</summary>
public sealed class WriteScope(TrackerDb db, string by, DateTime now, CancellationToken stop)
{
    private readonly Dictionary<IRevised, string> reasons = [];

    public TrackerDb Db => db;
    public string By => by;
    public DateTime Now => now;
    public CancellationToken Stop => stop;

    /// <summary>
    /// Makes the coming revision of <paramref name="subject"/>. A subject touched without a reason is a programming error
    /// and fails the write.
    /// </summary>
    public void Because(IRevised subject, string why) => reasons[subject] = why;

    /// <summary>
    /// Raises versions, appends revisions, saves. The writer does it at the end; a write of many items does it after each,
    /// so that the next one finds it in the store.
    /// </summary>
    public async Task SaveAsync()
    {
        db.ChangeTracker.DetectChanges();
        var touched = db.ChangeTracker.Entries<IRevised>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified || reasons.ContainsKey(entry.Entity))
            .Select(entry => entry.Entity)
            .ToList();
        foreach (var subject in touched)
        {
            if (!reasons.TryGetValue(subject, out var why))
            {
                throw new InvalidOperationException($"{subject.GetType().Name} {subject.Id} was changed without a reason.");
            }

            subject.Version++;
            db.Revisions.Add(Snapshots.Revision(subject, by, why, now));
        }

        foreach (var entry in db.ChangeTracker.Entries<Proposal>().Where(entry => entry.State is EntityState.Modified))
        {
            entry.Entity.Version++;
        }

        await db.SaveChangesAsync(stop);
        reasons.Clear();
    }
}
