using System.Collections.Concurrent;
using Helpline.Domain.Counselors;
using Helpline.Domain.Routing;
using Helpline.Server.Board;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Counselors;

/// <summary>
/// Presence is a lease: boards that this node has heard are good for another while, and so are those connected to it that never
/// beat. A frozen page stays connected but its pulse stops. Renewed for all at once; a lease has no version and moves nobody.
/// </summary>
internal sealed class Leases(BoardConnections boards, Transactions transactions, RoutingRules rules, TimeProvider clock, ILogger<Leases> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, bool> heard = new();

    public void Heard(string userName) => heard[userName] = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Renew();
            }
            catch (Exception error)
            {
                log.LogError(error, "Leases could not be renewed; trying again");
            }
        }
    }

    private async Task Renew()
    {
        var alive = heard.Keys.Union(boards.WithoutPulse).ToList();
        if (alive.Count == 0) return;
        var until = clock.GetUtcNow().UtcDateTime + rules.Lease;
        await transactions.Run(db => db.Presences.Where(p => alive.Contains(p.UserName) && p.State != PresenceState.Offline)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.LeaseUntil, until)));
        alive.ForEach(userName => heard.TryRemove(userName, out _));
    }
}
