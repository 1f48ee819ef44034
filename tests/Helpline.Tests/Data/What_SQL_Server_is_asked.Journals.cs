using Helpline.Contracts;
using Helpline.Contracts.Journals;
using Helpline.Contracts.Reports;
using Helpline.Domain.Calls;
using Helpline.Domain.Journals;
using Helpline.Server.Accounts;
using Helpline.Server.Journals;
using Helpline.Server.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task Journals()
    {
        var supervisor = await SignsIn("supervisor1", Roles.Supervisor);
        var call = Made.Call(CallState.Talking, paper.Now);
        object[] rows = [supervisor, call, Made.ContactOf(call), Made.Visit(paper.Now), Made.FollowUp(paper.Now), Made.Case(paper.Now)];
        paper.Holds(rows);
        await Asks(HttpMethod.Get, Routes.Journals);
        foreach (var journal in Journal.All)
            foreach (var filter in journal.FilterCodes.Select(f => f == "clock" ? "&clock=reopened" : f == "weekHour" ? "&weekHour=1.9" : $"&{f}={(journal.TakesNone(f) ? "-" : "yes")}").Append($"&service={(journal.Code == "visits" ? "social_legal" : "social_legal.patronage")}").Prepend(""))
            {
                paper.Holds(rows);
                await Asks(HttpMethod.Get, $"{Routes.Journal(journal.Code)}?words=kk&after={paper.Now.Ticks:x}-{Guid.Empty:N}{filter}");
                await Asks(HttpMethod.Get, $"{Routes.JournalCount(journal.Code)}?from=2026-01-01{filter}");
            }
        await Asks(HttpMethod.Get, $"{Routes.Reports}?period={paper.Now:yyyy-MM}");
        await Asks(HttpMethod.Post, Routes.FreezeReport, new FreezeReport($"{paper.Now.AddMonths(-1):yyyy-MM}"));
        await Exports(supervisor);
    }

    private async Task Exports(Account supervisor)
    {
        var day = DateOnly.FromDateTime(paper.Now);
        foreach (var begun in new[] { false, true })
        {
            var export = new JournalExport { Id = Guid.CreateVersion7(), Maker = "supervisor1", Journal = "calls", Format = ExportFormat.Csv, Language = "kk", From = day, To = day, Filter = "", CreatedAt = paper.Now.AddHours(-1) };
            if (begun) export.Begin(1, paper.Now.AddHours(-1));
            paper.Holds(supervisor, export);
            await Asks(HttpMethod.Get, Routes.Exports);
            await Asks(HttpMethod.Get, Routes.Export(export.Id));
            await Asks(HttpMethod.Get, Routes.ExportFile(export.Id));
            await Asks(HttpMethod.Post, Routes.Exports, new NewExport("calls", day, day, null, "Csv", "kk"));
            await Asks(HttpMethod.Delete, Routes.Export(export.Id));
            await using var scope = paper.Services.CreateAsyncScope();
            paper.Holds(supervisor, export);
            await scope.ServiceProvider.GetRequiredService<SweepExportsJob>().Run(CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<ExportJob>().Run(export.Id, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<FreezeReportsJob>().Run(CancellationToken.None);
        }
    }
}
