using Helpline.Domain.Callbacks;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Searching;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

/// <summary>A line that has been open for years asks as quickly as on its first day.</summary>
public class A_database_that_has_grown
{
    [Fact]
    public async Task Goes_through_nothing_that_is_over_to_say_who_is_asked_next()
    {
        var asked = new Plans();
        using var host = HelplineHost.Start(replace: services => services.ConfigureDbContext<SqliteHelplineDb>(o => o.AddInterceptors(asked)));
        var queries = host.Services.GetRequiredService<CompiledQueries>();
        asked.Clear();
        await host.Reads(db => queries.Offers(db, [Guid.Empty, Guid.CreateVersion7()]).ToListAsync().AsTask());
        await host.Reads(db => queries.Callbacks(db, SafeTime.Morning, 5).ToListAsync().AsTask());
        var plans = await asked.SeekAnIndex(host);
        Assert.Contains("USING INDEX IX_Offers_CallId_MadeAt (CallId=?)", Assert.Single(plans, p => p.Sql.Contains("FROM \"Offers\"", StringComparison.Ordinal)).Plan);
        Assert.Contains("USING INDEX IX_Callbacks_State_QueuedAt (State=?)", Assert.Single(plans, p => p.Sql.Contains("FROM \"Callbacks\"", StringComparison.Ordinal)).Plan);
    }

    [Fact]
    public async Task Is_told_by_the_hour_how_its_tables_have_grown()
    {
        using var host = HelplineHost.Start();
        Assert.Equal(0, await Known(host));
        await host.Reads(db =>
        {
            db.AddRange(Enumerable.Range(0, 50).Select(_ => Made.FollowUp(host.Now())));
            return db.SaveChangesAsync();
        });
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<RefreshStatisticsJob>().Run(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, await Known(host));
    }

    /// <summary>Of how many indexes of the follow-ups it knows what is in them.</summary>
    private static Task<int> Known(HelplineHost host) => host.Reads(async db =>
        await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = 'sqlite_stat1'").SingleAsync() == 0 ? 0
            : await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_stat1 WHERE tbl = 'FollowUps'").SingleAsync());
}
