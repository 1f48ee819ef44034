using Helpline.Domain.Visits;
using Helpline.Server.Data;
using Helpline.Server.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Visits;

/// <summary>Visits that were done before their services stood beside the form: what is no secret of it is written there. Safe to run at any start, or twice.</summary>
internal sealed class TellVisits(IDbContextFactory<HelplineDb> contexts, Transactions transactions, Vault vault, ILogger<TellVisits> log) : BackgroundService
{
    private const int AtOnce = 50;

    public async Task Run(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var untold = await db.Visits.Where(v => v.State == VisitState.Done && v.Services == null && db.VisitRecords.Any(r => r.VisitId == v.Id)).Select(v => v.Id).ToListAsync(stop);
        foreach (var some in untold.Chunk(AtOnce))
        {
            stop.ThrowIfCancellationRequested();
            await transactions.Run(written => Tell(written, some));
        }
    }

    // No caller waits for it, and no failure of it ends the server: what was left is found at the next start.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Run(stoppingToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "The services of older visits could not be counted");
        }
    }

    private async Task<int> Tell(HelplineDb db, IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
            if (await db.Visits.FindAsync(id) is { State: VisitState.Done, Services: null } visit && await db.VisitRecords.FindAsync(id) is { } record) visit.Tell(record.Open(vault));
        return await db.SaveChangesAsync();
    }
}
