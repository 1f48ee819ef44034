using Helpline.Domain.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Helpline.Tests.Data;

public class A_database_of_before
{
    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Learns_when_the_numbers_it_knows_had_rung(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        DateTime At(int minute) => database.Now.AddMinutes(minute);
        await database.Holds(Made.Call(CallState.Greeting, At(0)), Made.Call(CallState.Greeting, At(1), withheld: true), Made.Call(CallState.Greeting, At(2)), Made.Call(CallState.Greeting, At(3)));
        await using var db = database.CreateDbContext();
        var migrator = db.GetService<IMigrator>();

        await migrator.MigrateAsync("IndexesOfLists", TestContext.Current.CancellationToken);
        await migrator.MigrateAsync(cancellationToken: TestContext.Current.CancellationToken);

        var calls = await database.Reads(read => read.Calls.OrderBy(c => c.ArrivedAt).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([(null, null), (null, null), (At(0), null), (At(2), At(0))], calls.Select(c => (c.RangAt, c.RangBeforeThatAt)));
    }
}
