using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Telephony;

/// <summary>Forgets requests and commands of long ago: no provider repeats itself after a week.</summary>
internal sealed class PurgeInboxJob(Transactions transactions, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public Task Run(CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        return transactions.Run(async db =>
            await db.Inbox.Where(e => e.At < before).ExecuteDeleteAsync(stop)
            + await db.LineCommands.Where(c => c.DoneAt < before).ExecuteDeleteAsync(stop));
    }
}
