using System.Collections.Concurrent;
using Helpline.Domain.Counselors;
using Helpline.Domain.Routing;
using Helpline.Server.Board;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Counselors;

/// <summary>
/// Presence is a lease: tabs that this node has heard are good for another while. For a tab only the heartbeat counts: a frozen
/// page stays connected but its pulse stops. A board that has no tabs, such as another program's, is alive while it is connected
/// or fetches. Renewed for all at once; a lease has no version and moves nobody.
/// </summary>
internal sealed class Leases(BoardConnections boards, Transactions transactions, RoutingRules rules, TimeProvider clock, ILogger<Leases> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, bool> heard = new();
    private readonly ConcurrentDictionary<string, bool> fetched = new();

    public void Heard(string userName, string tab) => heard[Seat(userName, tab)] = true;

    /// <summary>Her board was fetched.</summary>
    public void Fetched(string userName) => fetched[userName] = true;

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
        var (tabs, names) = (Take(heard), Take(fetched).Union(boards.WithoutPulse).ToList());
        if (tabs.Count + names.Count == 0) return;
        var until = clock.GetUtcNow().UtcDateTime + rules.Lease;
        await transactions.Run(db => db.Presences
            .Where(p => p.Tab != null ? tabs.Contains(p.UserName + "|" + p.Tab) : names.Contains(p.UserName) && p.State != PresenceState.Offline)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.LeaseUntil, until)));
    }

    // Colleagues see what a tab calls itself, so it is good only with her name.
    private static string Seat(string userName, string tab) => $"{userName}|{tab}";

    private static List<string> Take(ConcurrentDictionary<string, bool> marked) => [.. marked.Keys.Where(name => marked.TryRemove(name, out _))];
}
