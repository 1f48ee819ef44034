using System.Collections.Concurrent;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Telephony;

/// <summary>
/// Marks calls whose line was heard, many in one statement. The mark has no version and moves nothing: it only tells the
/// job that closes lost calls where to look.
/// </summary>
internal sealed class Pulse(Transactions transactions, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, bool> heard = new();

    public void Heard(Guid call) => heard[call] = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var calls = heard.Keys.ToList();
            if (calls.Count == 0) continue;
            calls.ForEach(id => heard.TryRemove(id, out _));
            var now = clock.GetUtcNow().UtcDateTime;
            await transactions.Run(db => db.Calls.Where(c => calls.Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.HeardAt, now), CancellationToken.None));
        }
    }
}
