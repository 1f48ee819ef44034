using Helpline.Contracts;
using Helpline.Contracts.Shifts;
using Helpline.Domain.Calls;
using Helpline.Domain.Routing;
using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Helpline.Server.Routing;
using Helpline.Server.Shifts;
using Helpline.Tests.Line;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task Shifts()
    {
        var (weekly, open, taken) = (Made.Weekly(), Made.Shift(paper.Now.AddDays(1)), Made.Shift(paper.Now.AddDays(1), "counselor1"));
        var (swap, agreed) = (Made.Swap(taken), Made.Swap(taken, "counselor2"));
        var me = await SignsIn("counselor1", Roles.Counselor, Roles.Supervisor);
        var (from, to) = (paper.Now.AddDays(2), paper.Now.AddDays(2).AddHours(8));
        foreach (var shift in new[] { open, taken })
            foreach (var asked in new[] { swap, agreed })
                foreach (var (method, address, body) in Wishes(shift.Id, asked.Id, weekly.Id, from, to))
                {
                    paper.Holds(me, shift, asked, weekly);
                    await Asks(method, address, body, key: $"{Guid.NewGuid():N}");
                }
        paper.Holds(me, Made.Call(CallState.Waiting, paper.Now.AddDays(-1)), taken);
        await Asks(HttpMethod.Get, Routes.Staffing);
        paper.Holds(me, taken, swap, weekly);
        await using var scope = paper.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PlanShiftsJob>().Run(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<RemindOfShiftsJob>().Run(CancellationToken.None);
        paper.Holds(me, Made.Call(CallState.Waiting, paper.Now), Made.Seat(paper.Now), taken);
        await using var db = await paper.Services.GetRequiredService<IDbContextFactory<HelplineDb>>().CreateDbContextAsync();
        await db.Decide(new(), new RoutingRules { OnShiftWithin = TimeSpan.FromMinutes(15) }, TestLine.Shipped, paper.Now);
        await db.IsAnyoneOnShift("kk", paper.Now);
    }

    private static IEnumerable<(HttpMethod Method, string Address, object? Body)> Wishes(Guid shift, Guid swap, Guid weekly, DateTime from, DateTime to)
    {
        yield return (HttpMethod.Get, Routes.Shifts, null);
        yield return (HttpMethod.Get, Routes.MyShifts, null);
        yield return (HttpMethod.Get, Routes.WeeklyShifts, null);
        yield return (HttpMethod.Get, Routes.Swaps, null);
        yield return (HttpMethod.Post, Routes.Shifts, new NewShift(from, to, "counselor1"));
        yield return (HttpMethod.Put, Routes.Shift(shift), new ShiftChange(from, to, "counselor1", null));
        yield return (HttpMethod.Post, Routes.CancelShift(shift), new ShiftReason("x"));
        yield return (HttpMethod.Post, Routes.TakeShift(shift), null);
        yield return (HttpMethod.Post, Routes.AskSwap(shift), null);
        yield return (HttpMethod.Post, Routes.WeeklyShifts, new NewWeekly("Monday", new(8, 0), new(16, 0), DateOnly.FromDateTime(from), "counselor1"));
        yield return (HttpMethod.Post, Routes.EndWeekly(weekly), new ShiftReason());
        yield return (HttpMethod.Post, Routes.TakeSwap(swap), new SwapTaking(shift));
        yield return (HttpMethod.Post, Routes.GiveBackSwap(swap), null);
        yield return (HttpMethod.Post, Routes.WithdrawSwap(swap), null);
        yield return (HttpMethod.Post, Routes.ApproveSwap(swap), new ShiftReason("x"));
        yield return (HttpMethod.Post, Routes.RefuseSwap(swap), null);
    }
}
