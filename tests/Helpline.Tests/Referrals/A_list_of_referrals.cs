using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Referrals;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Referrals;

public class A_list_of_referrals
{
    private static readonly Reader Counselor = new("counselor1", new HashSet<string> { "Counselor" }, null);

    [Fact]
    public async Task Goes_along_an_index_whoever_asks()
    {
        using var host = HelplineHost.Start();
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var place = new ReferralPlace(now, Guid.NewGuid());
        foreach (var who in new[] { Counselor, Counselor with { Organization = Guid.NewGuid() }, new("supervisor1", new HashSet<string> { "Supervisor" }, null), new("supervisor1", new HashSet<string> { "Supervisor" }, "north") })
            foreach (var tab in new[] { "sent", "answer", "work", "all" })
            {
                var plan = await Plan(host, db => ReferralLists.Of(db.Referrals.AsNoTracking(), tab, db, who, now, place).Take(51));
                // Whoever leads a team has two first pages, each along an index, of which one is made.
                Assert.All(plan.Where(step => step.StartsWith("SCAN", StringComparison.Ordinal) && !plan.Contains(step.Replace("SCAN", "CO-ROUTINE", StringComparison.Ordinal)) || step.StartsWith("SEARCH", StringComparison.Ordinal)), step => Assert.Contains("INDEX", step, StringComparison.Ordinal));
                // What is in hand is a handful, and sorted; the long lists come in their order.
                if (tab is "sent") Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
            }
        Assert.Contains(await Plan(host, db => db.OverdueReferrals(now)), step => step.Contains("IX_Referrals_DueAt", StringComparison.Ordinal));
    }

    private static Task<List<string>> Plan<T>(HelplineHost host, Func<HelplineDb, IQueryable<T>> query) => host.Reads(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query(db).CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
        return steps;
    });
}
