using Helpline.Domain.Visits;
using Helpline.Server.Data;
using Helpline.Server.Jobs;
using Helpline.Server.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Visits;

/// <summary>
/// Visits that were done before their services stood beside the form: what is no secret of it is written there. Safe to run at any start, or
/// twice. A form that cannot be opened keeps no other back, and becomes a task when it is tried in vain.
/// </summary>
internal sealed class TellVisits(IDbContextFactory<HelplineDb> contexts, Transactions transactions, JobGuard guard, Vault vault, TimeProvider clock, ILogger<TellVisits> log) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    /// <returns>How many are left, whose forms cannot be opened.</returns>
    public async Task<int> Run(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        foreach (var visit in await Untold(db).Select(v => v.Id).ToListAsync(stop))
        {
            stop.ThrowIfCancellationRequested();
            await guard.Run(JobKind.VisitServices, visit, () => Tell(visit));
        }
        return await Untold(db).CountAsync(stop);
    }

    /// <summary>Of one visit, in one transaction; the second time nothing is left to do.</summary>
    public Task<int> Tell(Guid visit) => transactions.Run(async db =>
    {
        if (await db.Visits.FindAsync(visit) is { State: VisitState.Done, Services: null } done && await db.VisitRecords.FindAsync(visit) is { } record) done.Tell(record.Open(vault));
        return await db.SaveChangesAsync();
    });

    // No caller waits for it, and no failure of it ends the server: what was left is found at the next start.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Again, clock);
            while (await Run(stoppingToken) > 0 && await timer.WaitForNextTickAsync(stoppingToken)) { }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "The services of older visits could not be counted");
        }
    }

    private static IQueryable<Visit> Untold(HelplineDb db) => db.Visits.Where(v => v.State == VisitState.Done && v.Services == null && db.VisitRecords.Any(r => r.VisitId == v.Id));
}
