using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>
/// The row by which a server tells others on the same file that it migrates. One that was killed meanwhile leaves it behind,
/// and every later start would wait for ever. On SQL Server the lock belongs to the connection and dies with it.
/// </summary>
internal static class MigrationLock
{
    /// <summary>Much longer than our migrations take.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromSeconds(30);

    private const string Exists = "SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'";

    /// <summary>Waits while somebody migrates; a lock that is older than <see cref="Stale"/> is taken away.</summary>
    public static async Task Clear(HelplineDb db, CancellationToken stop)
    {
        // A file that does not exist yet holds no lock, and asking would make it.
        if (!await db.Database.CanConnectAsync(stop) || await db.Database.SqlQueryRaw<int>(Exists).SingleAsync(stop) == 0) return;
        while (await Since(db, stop) is { } since)
        {
            // Written by the migrations themselves with the clock of the machine, so that is the one to hold against it.
            if (TimeProvider.System.GetUtcNow() - DateTimeOffset.Parse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) < Stale) await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, stop);
            else await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock WHERE Timestamp = {since}", stop);
        }
    }

    private static Task<string?> Since(HelplineDb db, CancellationToken stop) =>
        db.Database.SqlQueryRaw<string>("SELECT Timestamp AS \"Value\" FROM __EFMigrationsLock").SingleOrDefaultAsync(stop);
}
