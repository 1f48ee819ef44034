using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Load.Witness;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Nodes;

/// <summary>The calls that rang when a node was killed, and when each was taken, given up by its caller, or rang again.</summary>
internal sealed record Reoffers(DateTime KilledAt, IReadOnlyList<Guid> Ringing)
{
    public static async Task<Reoffers> At(Evidence evidence)
    {
        var ringing = await evidence.Reads(db => db.Calls.Where(c => c.State == CallState.Offered).Select(c => c.Id).ToListAsync());
        return new(evidence.Now.UtcDateTime, ringing);
    }

    /// <summary>Seconds after the kill, by call; asked when all is over.</summary>
    public async Task<IReadOnlyList<double>> Settled(Evidence evidence)
    {
        var (offers, ends) = await evidence.Reads(async db => (
            await db.Offers.Where(o => Ringing.Contains(o.CallId)).ToListAsync(),
            await db.Calls.Where(c => Ringing.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.EndedAt)));
        return [.. Ringing.Select(call => offers.Where(o => o.CallId == call && (o.MadeAt > KilledAt || o.State == OfferState.Accepted && o.ClosedAt > KilledAt))
            .Select(o => o.MadeAt > KilledAt ? o.MadeAt : o.ClosedAt!.Value).Append(ends[call] ?? DateTime.MaxValue).Min()).Select(at => (at - KilledAt).TotalSeconds)];
    }
}
