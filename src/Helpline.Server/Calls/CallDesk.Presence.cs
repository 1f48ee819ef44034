using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;
using Helpline.Server.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>Where a counselor is, and in which of her browser tabs.</summary>
internal sealed partial class CallDesk
{
    /// <param name="tab">Where she says it: her calls ring there from now on; null leaves them where they ring.</param>
    public async Task Say(string userName, PresenceState state, string? reason = null, string? tab = null)
    {
        var seat = await Seat(userName);
        seat.RenewLease(now + rules.Lease);
        if (tab is not null && seat.Sit(tab, insists: true, now, rules.Lease)) Moved(seat, nameof(Presence.Sit));
        await Become(seat, state, reason);
    }

    /// <summary>She signed out, or her account was disabled: she is rung no more. Who has never said where she is gets no seat by it.</summary>
    public async Task SignOff(string userName)
    {
        if (await db.Presences.FindAsync(userName) is not null) await Become(await Seat(userName), PresenceState.Offline);
    }

    /// <summary>Her calls ring in this tab, if she wants it or they ring nowhere. Who has never said where she is has no seat.</summary>
    public async Task Sit(string userName, string tab, bool insists = false, bool? hidden = null)
    {
        if (await db.Presences.FindAsync(userName) is not { } seat) return;
        if (seat.Sit(tab, insists, now, rules.Lease)) Moved(seat, nameof(Presence.Sit));
        if (hidden is { } behind && seat.Hide(tab, behind)) Moved(seat, nameof(Presence.Hide));
    }

    /// <summary>The tab is closed or frozen: another one of hers may have the calls.</summary>
    public async Task Rise(string userName, string tab)
    {
        if (await db.Presences.FindAsync(userName) is { } seat && seat.Rise(tab)) Moved(seat, nameof(Presence.Rise));
    }

    private async Task Become(Presence seat, PresenceState state, string? reason = null)
    {
        if (!seat.Say(state, now, reason)) return;
        SaidPresence(seat, state.ToString());
        if (seat.CallId is not { } engaged || Presence.TakesCalls(state)) return;
        // What rings for her goes on to the next at once: to go is to let it go.
        var ringing = await db.Offers.Open().Where(o => o.CallId == engaged && o.Counselor == seat.UserName).ToListAsync();
        foreach (var offer in ringing) await Lapse(offer, OfferState.Declined);
    }

    private void SaidPresence(Presence seat, string what)
    {
        Moved(seat, what);
        QueueMoved = true;
    }

    private void Moved(Presence seat, string what)
    {
        Record(what, null, seat.UserName);
        News.Presence(seat.UserName);
    }
}
