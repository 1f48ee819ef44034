using System.Collections.Concurrent;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Telephony;

/// <summary>
/// Marks calls whose line was heard, many in one statement. The mark has no version and moves nothing: it only tells the
/// job that closes lost calls where to look.
/// </summary>
internal sealed class Pulse(Transactions transactions, TimeProvider clock, ILogger<Pulse> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, bool> heard = new();

    public void Heard(Guid call) => heard[call] = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            List<Guid> calls = [.. heard.Keys.Where(id => heard.TryRemove(id, out _))];
            try
            {
                if (calls.Count > 0) await Mark(calls);
            }
            catch (Exception error)
            {
                calls.ForEach(Heard);
                log.LogError(error, "That lines were heard could not be marked; trying again");
            }
        }
    }

    private Task<int> Mark(List<Guid> calls)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return transactions.Run(db => db.Calls.Where(c => calls.Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.HeardAt, now), CancellationToken.None));
    }
}
