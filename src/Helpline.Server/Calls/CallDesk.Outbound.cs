using Helpline.Domain.Calls;
using Helpline.Domain.Work;
using Helpline.Server.Casework;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>How a wish to call somebody ended.</summary>
internal enum CallAnswer
{
    Done,

    /// <summary>Another counselor answers for it.</summary>
    NotYours,

    /// <summary>Another counselor calls the person at this moment.</summary>
    Taken,

    /// <summary>The number was withheld, or cannot be called.</summary>
    NoNumber,

    /// <summary>Quiet hours, or not the time that the person named as safe, and no reason was given.</summary>
    NotNow,

    /// <summary>She has a call already.</summary>
    Engaged,

    /// <summary>Nothing is owed any more.</summary>
    Closed,
}

/// <summary>Calls that we place, to those whom we owe one.</summary>
internal sealed partial class CallDesk
{
    /// <summary>Calls the person. The same counselor again gets the same call.</summary>
    /// <param name="number">Null when there is none that can be called.</param>
    /// <param name="reason">Why now, when the time is not <paramref name="safe"/>.</param>
    public async Task<(CallAnswer Answer, Call? Call)> Place(IOwedCall owed, CallerNumber? number, bool safe, string by, string? reason)
    {
        var current = owed.Calling is { } calling ? await Find(calling) : null;
        if (current is not null) return (current.Counselor == by ? CallAnswer.Done : CallAnswer.Taken, current);
        if (owed.Owner != by) return (CallAnswer.NotYours, null);
        if (number is not { } known) return (CallAnswer.NoNumber, null);
        if (!safe && string.IsNullOrWhiteSpace(reason)) return (CallAnswer.NotNow, null);
        var (seat, person) = (await Seat(by), Newcomer.Seal(known, vault, now));
        var id = person.Call;
        if (seat.CallId is not null) return (CallAnswer.Engaged, null);
        if (!owed.Call(id)) return (CallAnswer.Closed, null);
        seat.Engage(id, now);
        if (!safe) Record("CalledOutsideHours", id, by);
        var call = Call.Place(id, await Identify(person), owed.Language, by, safe ? null : vault.Seal(reason!.Trim(), ReasonPlace(id)), now, rules.Calls);
        db.Calls.Add(call);
        await OpenNote(call, by);
        News.Presence(by);
        return (CallAnswer.Done, call);
    }

    /// <summary>The provider says which line it is. One that rings for a call that is over, or a second one, is ended.</summary>
    public void NameCallerLeg(Call call, string leg)
    {
        var isKnown = call.CallerLeg == leg;
        if (!call.NameCallerLeg(leg) || !isKnown && !CallFlow.IsLive(call.State)) Command(LineCommandKind.End, call, leg);
    }

    /// <summary>The person was not reached, or the counselor cancels the call before: she is free, and the call is owed still.</summary>
    public async Task<bool> GiveUp(Call call, Unreached why)
    {
        if (!call.GiveUp(why, now)) return false;
        await AfterRinging(call);
        return true;
    }

    private void Ring(Call call)
    {
        if (call.Ring(now, rules.Calls)) Command(LineCommandKind.Ring, call, call.CallerLeg);
    }

    private async Task AfterRinging(Call call)
    {
        if (call.HasCallerLeg && call.Unreached is Unreached.Canceled or Unreached.NoAnswer) Command(LineCommandKind.End, call, call.CallerLeg);
        if (call.CounselorLeg is { } leg) Command(LineCommandKind.End, call, leg);
        await Release(call, call.Counselor, afterWork: false);
    }

    /// <summary>What the end of a call means for what we owed.</summary>
    private async Task Settle(Call call)
    {
        if (!call.Outbound) return;
        IOwedCall? owed = await db.Callbacks.FirstOrDefaultAsync(c => c.Calling == call.Id);
        owed ??= await db.Voicemails.FirstOrDefaultAsync(v => v.Calling == call.Id);
        if (owed is null && await db.FollowUps.FirstOrDefaultAsync(f => f.Calling == call.Id) is { } followUp) await Casework(Reader.System).CallEnded(followUp, call);
        var reached = call.State == CallState.Done && call.FirstAnsweredAt is not null;
        owed?.Called(reached, now);
        if (owed is null && await db.MissedCalls.FirstOrDefaultAsync(m => m.Calling == call.Id) is { } missed) missed.Called(reached, now);
    }

    /// <summary>Where the reason of a call outside the hours is sealed to.</summary>
    public static string ReasonPlace(Guid call) => $"Calls|SealedReason|{call:N}";
}
