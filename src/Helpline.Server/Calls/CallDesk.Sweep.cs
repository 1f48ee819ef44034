using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Line;
using Helpline.Domain.Offers;
using Helpline.Server.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>What time does. Deadlines are columns, so any node sweeps them, at any time, twice or late.</summary>
internal sealed partial class CallDesk
{
    public async Task Sweep()
    {
        foreach (var offer in await db.Offers.Overdue(now).ToListAsync())
            await Lapse(offer, offer.ExpiresAt <= now ? OfferState.Expired : OfferState.Unacknowledged);
        // A colleague who goes on with the caller does so before the caller is given back.
        await LapseTransfers();
        foreach (var call in await db.Calls.Overdue(now).ToListAsync())
            if (call.State == CallState.Waiting) Widen(call);
            else await Lapse(call);
        await LapseThirdParties();
        await MissMessages();
        await MissRecordings();
        // The line finds out with its next pass in the queue.
        foreach (var call in await db.Calls.ForBackup(rules, line, now).ToListAsync()) await Divert(call, Diversion.NobodyThere);
        foreach (var seat in await db.Presences.Unheard(now).ToListAsync())
            if (seat.LoseLease(now)) SaidPresence(seat, nameof(PresenceState.Offline));
    }

    private async Task Lapse(Call call)
    {
        var (counselor, leg, talkedSince, sentToRoom) = (call.Counselor, call.CounselorLeg, call.AnsweredAt, call.CounselorLeg is not null || call.State == CallState.Talking);
        var (isUnkept, isLeft) = (call.State == CallState.Connecting, call is { State: CallState.Talking, CounselorGone: true });
        if (!call.Lapse(now, rules.Calls)) return;
        if (isLeft) AfterHangUp(call);
        else if (call.Unreached is not null) await AfterRinging(call);
        else if (call.State == CallState.Done) await Release(call, counselor, afterWork: true);
        else if (call.State != CallState.Waiting) await AfterEnd(call);
        else
        {
            if (isUnkept) await Unkeep(call, counselor!);
            await Requeued(call, counselor, leg, talkedSince, fetch: sentToRoom);
        }
    }
}
