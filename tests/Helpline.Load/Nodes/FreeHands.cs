using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Server.Data;
using Helpline.Server.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Nodes;

/// <summary>
/// Which of the waiting calls somebody free could take at this moment, in the order of the queue and each counselor once: she says
/// that she is available, has no call, is heard of, speaks the language, and has not just let this call go. Told from the rows,
/// without the server's own routing.
/// </summary>
internal static class FreeHands
{
    private static readonly TimeSpan AskAgainAfter = new RoutingRules().AskAgainAfter;

    /// <returns>All waiting calls, and those that somebody could take.</returns>
    public static async Task<(HashSet<Guid> Queue, HashSet<Guid> Owed)> Look(HelplineDb db, DateTime now)
    {
        var (since, owed) = (now - AskAgainAfter, new HashSet<Guid>());
        var queue = await db.Calls.AsNoTracking().InQueue().Select(c => new { c.Id, c.Language }).ToListAsync();
        var free = await db.Presences.AsNoTracking().Where(p => p.State == PresenceState.Available && p.CallId == null && p.LeaseUntil > now).OrderBy(p => p.FreeSince)
            .Join(db.Users, p => p.UserName, a => a.UserName, (p, a) => new { p.UserName, a.Languages }).ToListAsync();
        var letGo = free.Count == 0 ? [] : (await db.Offers.AsNoTracking().Where(o => o.ClosedAt > since
            && (o.State == OfferState.Declined || o.State == OfferState.Expired || o.State == OfferState.Unacknowledged || o.State == OfferState.Unkept)).ToListAsync())
            .Select(o => (o.CallId, o.Counselor)).ToHashSet();
        foreach (var call in queue)
        {
            if (free.Find(one => one.Languages.Contains(call.Language!) && !letGo.Contains((call.Id, one.UserName))) is not { } taker) continue;
            free.Remove(taker);
            owed.Add(call.Id);
        }
        return ([.. queue.Select(c => c.Id)], owed);
    }
}
