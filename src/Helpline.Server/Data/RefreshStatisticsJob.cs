using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>
/// Tells SQLite how its tables have grown, so that it chooses its indexes by what is there and not by a guess. It runs at start and
/// each hour, for a line that begins grows tenfold in a day. SQL Server does so by itself.
/// </summary>
internal sealed class RefreshStatisticsJob(Transactions transactions)
{
    // As SQLite's page on optimize advises: a sample of each index is enough, so this takes moments however large the file.
    private const string Refresh = "PRAGMA analysis_limit = 1000; PRAGMA optimize = 0x10002;";

    /// <summary>On the writer's own connection, which learns of it by that; all others must be opened anew to learn of it.</summary>
    public Task Run(CancellationToken stop) => transactions.Run(async db =>
    {
        if (db is not SqliteHelplineDb) return false;
        await db.Database.ExecuteSqlRawAsync(Refresh, stop);
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        return true;
    });
}
