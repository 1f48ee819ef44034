using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>
/// Tells SQLite how its tables have grown, so that it chooses its indexes by what is there and not by a guess. It runs at start and
/// each hour, for a line that begins grows tenfold in a day. SQL Server does so by itself.
/// </summary>
internal sealed class RefreshStatisticsJob(IDbContextFactory<HelplineDb> contexts)
{
    public async Task Run(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (db is not SqliteHelplineDb) return;
        // As SQLite's page on optimize advises: a sample of each index is enough, so this takes moments however large the file.
        await db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit = 1000; PRAGMA optimize = 0x10002;", stop);
        // An open connection goes on with what it knew when it was opened.
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }
}
