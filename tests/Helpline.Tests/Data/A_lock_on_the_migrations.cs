using System.Globalization;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Data;

/// <summary>The row by which one server tells another on the same file that it migrates.</summary>
public class A_lock_on_the_migrations
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Left_behind_by_a_server_that_was_killed_is_taken_away_at_the_next_start()
    {
        await using var database = await TestDatabase.Create("Sqlite");
        await using var db = database.CreateDbContext();
        await Lock(db, MigrationLock.Stale + TimeSpan.FromSeconds(1));
        await MigrationLock.Clear(db, Stop);
        Assert.Equal(0, await Locks(db));
        await db.Database.MigrateAsync(Stop);
    }

    [Fact]
    public async Task Of_a_server_that_still_migrates_is_waited_for()
    {
        await using var database = await TestDatabase.Create("Sqlite");
        await using var db = database.CreateDbContext();
        await Lock(db, TimeSpan.Zero);
        var waits = MigrationLock.Clear(db, Stop);
        await Task.Delay(TimeSpan.FromMilliseconds(300), Stop);
        Assert.False(waits.IsCompleted);

        await using var other = database.CreateDbContext();
        await other.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", Stop);
        await waits;
    }

    // As the migrations write it.
    private static Task Lock(HelplineDb db, TimeSpan age)
    {
        var since = (TimeProvider.System.GetUtcNow() - age).ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
        return db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, {since})", Stop);
    }

    private static Task<int> Locks(HelplineDb db) => db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM __EFMigrationsLock").SingleAsync(Stop);
}
