using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>Runs a piece of work in one transaction: all of it is kept, or nothing.</summary>
internal abstract class Transactions
{
    /// <summary>The work may run more than once before it is kept, so it does nothing but read and write through its context.</summary>
    public abstract Task<T> Run<T>(Func<HelplineDb, Task<T>> work);
}

/// <summary>Optimistic: nodes work side by side, and whoever finds an old version starts again.</summary>
internal sealed class SqlServerTransactions(IDbContextFactory<HelplineDb> contexts) : Transactions
{
    private const int Tries = 8;

    public override async Task<T> Run<T>(Func<HelplineDb, Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync();
                await using var transaction = await db.Database.BeginTransactionAsync();
                var result = await work(db);
                await transaction.CommitAsync();
                return result;
            }
            catch (Exception clash) when (attempt < Tries && IsClash(clash))
            {
                await Task.Delay(Random.Shared.Next(5, 20 * attempt));
            }
        }
    }

    private static bool IsClash(Exception error) => error switch
    {
        DbUpdateConcurrencyException => true,
        // Unique key (2627, 2601), deadlock victim (1205), snapshot conflict (3960).
        SqlException sql => sql.Number is 2627 or 2601 or 1205 or 3960,
        { InnerException: { } inner } => IsClash(inner),
        _ => false,
    };
}
