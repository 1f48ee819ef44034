using Helpline.Contracts;
using Helpline.Domain.Calls;
using Helpline.Domain.Ledger;
using Helpline.Domain.Metrics;
using Helpline.Server.Accounts;
using Helpline.Server.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task Metrics()
    {
        var supervisor = await SignsIn("supervisor1", Roles.Supervisor);
        var call = Made.Call(CallState.Talking, paper.Now);
        object[] rows = [supervisor, call, Made.Note(call, paper.Now), Made.ContactOf(call), Made.Offer(call, paper.Now),
            new LedgerEntry { At = paper.Now, Counselor = "supervisor1", What = "Available" }];
        paper.Holds(rows);
        await Asks(HttpMethod.Get, Routes.Metrics);
        await Asks(HttpMethod.Get, Routes.CrewTime);
        await Asks(HttpMethod.Get, $"{Routes.CrewTime}?hour=9");
        var job = paper.Services.GetRequiredService<RollUpJob>();
        await job.Run(CancellationToken.None);
        paper.Holds([.. rows, new RollUpMark { Until = paper.Now.AddHours(-3), Ledger = 0, Notes = paper.Now, Rules = RollUpMark.Definitions }]);
        await Asks(HttpMethod.Get, Routes.Metrics);
        await job.Run(CancellationToken.None);
        foreach (var result in new[] { "offered", "answered", "abandoned", "exited", "blocked", "failed", "open", "answered,abandoned&most=20&above=1&hour=9&language=kk", "answered&language=-&weekday=1" })
            await Asks(HttpMethod.Get, $"{Routes.Calls}?from=2026-11-02T00:00:00Z&until=2026-11-03T00:00:00Z&result={result}");
    }
}
