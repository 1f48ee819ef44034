using Helpline.Domain.Callbacks;
using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Server.Data;
using Helpline.Server.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Nodes;

/// <summary>
/// Which of the waiting calls somebody free could take at this moment, in the order of the queue and each counselor once: she says
/// that she is available, has no call, is heard of, speaks the language, has not just let this call go, and is not kept, fresh from
/// her last call, for somebody before it who is to be called back. Told from the rows, without the server's own routing.
/// </summary>
internal static class FreeHands
{
    private static readonly RoutingRules Rules = new();

    /// <returns>All waiting calls, and those that somebody could take.</returns>
    public static async Task<(HashSet<Guid> Queue, HashSet<Guid> Owed)> Look(HelplineDb db, DateTime now)
    {
        var (since, fresh, owed) = (now - Rules.AskAgainAfter, now.AddSeconds(-Rules.CallbackFirstSeconds), new HashSet<Guid>());
        var queue = await db.Calls.AsNoTracking().InQueue().Select(c => new { c.Id, c.Language, c.Priority, c.QueuedAt }).ToListAsync();
        var promised = await db.Callbacks.AsNoTracking().Where(b => (b.State == CallbackState.Open || b.State == CallbackState.Assigned) && b.Attempts == 0)
            .Join(db.Calls, b => b.CallId, c => c.Id, (b, c) => new { b.Language, c.Priority, b.QueuedAt }).ToListAsync();
        var free = await db.Presences.AsNoTracking().Where(p => p.State == PresenceState.Available && p.CallId == null && p.LeaseUntil > now).OrderBy(p => p.FreeSince)
            .Join(db.Users, p => p.UserName, a => a.UserName, (p, a) => new { p.UserName, p.FreeSince, a.Languages }).ToListAsync();
        var letGo = free.Count == 0 ? [] : (await db.Offers.AsNoTracking().Where(o => o.ClosedAt > since
            && (o.State == OfferState.Declined || o.State == OfferState.Expired || o.State == OfferState.Unacknowledged || o.State == OfferState.Unkept)).ToListAsync())
            .Select(o => (o.CallId, o.Counselor)).ToHashSet();
        foreach (var call in queue)
        {
            var before = promised.FindAll(b => b.Priority > call.Priority || b.Priority == call.Priority && b.QueuedAt < call.QueuedAt);
            if (free.Find(one => one.Languages.Contains(call.Language!) && !letGo.Contains((call.Id, one.UserName))
                && (one.FreeSince <= fresh || !before.Exists(b => one.Languages.Contains(b.Language)))) is not { } taker) continue;
            free.Remove(taker);
            owed.Add(call.Id);
        }
        return ([.. queue.Select(c => c.Id)], owed);
    }
}
