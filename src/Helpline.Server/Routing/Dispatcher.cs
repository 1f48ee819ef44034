using Helpline.Domain.Line;
using Helpline.Domain.Routing;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.ThirdParties;
using Helpline.Server.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Routing;

/// <summary>
/// Sweeps what is overdue and offers waiting calls, when woken and every half second. Each node has one; they may overlap,
/// since every step is decided again inside its transaction.
/// </summary>
internal sealed class Dispatcher(
    CallDesks desks, CompiledQueries queries, IDbContextFactory<HelplineDb> contexts, RoutingRules rules, LineRules line, Wakers wake, TimeProvider clock, ILogger<Dispatcher> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnce(stoppingToken);
                await wake.Dispatcher.Wait(Tick, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "Dispatching failed; trying again");
                await Task.Delay(Tick, clock, stoppingToken);
            }
        }
    }

    /// <summary>Looks first without the write lock, so an idle line costs a few reads and no commit.</summary>
    public async Task RunOnce(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetUtcNow().UtcDateTime;
        var overdue = await db.Offers.Overdue(now).AnyAsync(stop) || await db.Calls.Overdue(now).AnyAsync(stop) || await db.Presences.Unheard(now).AnyAsync(stop)
            || await db.Voicemails.Overdue(now).AnyAsync(stop) || await db.TalkRecordings.Overdue(now).AnyAsync(stop)
            || await db.Transfers.Overdue(now).AnyAsync(stop) || await db.ThirdParties.Overdue(now).AnyAsync(stop)
            || await db.Calls.ForBackup(rules, line, now).AnyAsync(stop);
        if (overdue) await desks.Open(desk => desk.Sweep());
        if ((await db.Decide(queries, rules, line, now)).Matches.Count > 0) await desks.Open(desk => desk.Dispatch());
    }
}
