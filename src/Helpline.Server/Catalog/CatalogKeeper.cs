using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Catalog;

/// <summary>Brings to this node what administrators changed on any: before it serves, every few seconds, and at once after a change of its own.</summary>
internal sealed class CatalogKeeper(Catalogs catalogs, IDbContextFactory<HelplineDb> contexts, TimeProvider clock, ILogger<CatalogKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Refresh(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public async Task Refresh(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var known = catalogs.Edition;
        var changes = await db.CatalogEdits.AsNoTracking().Where(e => e.Edition > known).ToListAsync(stop);
        if (changes.Count > 0) catalogs.Take(changes);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Refresh(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "Changes of the catalogs could not be read; trying again");
            }
        }
    }
}
