using Helpline.Server.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Helpline.Tests.Data;

public class A_write_that_fails
{
    [Fact]
    public async Task Leaves_no_statement_behind_for_whoever_opens_its_connection_next()
    {
        await using var database = await TestDatabase.Create("Sqlite");
        var contexts = new Pooled(database);
        await using var transactions = new SqliteTransactions(contexts);
        await Assert.ThrowsAsync<InvalidOperationException>(() => transactions.Run<int>(async db => throw new InvalidOperationException($"{await Calls(db)}")));
        for (var times = 0; times < 2; times++)
        {
            await using (var next = contexts.CreateDbContext()) Assert.Equal(0, await Calls(next));
            // The handle goes, and whatever was prepared on it has to be prepared anew.
            SqliteConnection.ClearAllPools();
            await using var other = database.CreateDbContext();
            await other.Database.ExecuteSqlRawAsync(times == 0 ? "CREATE TABLE Other (Id INTEGER)" : "DROP TABLE Other", TestContext.Current.CancellationToken);
        }
    }

    private static Task<int> Calls(HelplineDb db) => db.Calls.CountAsync(TestContext.Current.CancellationToken);

    /// <summary>As the server has them: a context given back keeps its connection for whoever rents it next.</summary>
    private sealed class Pooled(TestDatabase database) : IDbContextFactory<HelplineDb>
    {
        private readonly PooledDbContextFactory<SqliteHelplineDb> pool = new(database.SqliteOptions);

        public HelplineDb CreateDbContext() => pool.CreateDbContext();
    }
}
