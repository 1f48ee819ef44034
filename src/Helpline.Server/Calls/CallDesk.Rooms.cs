using Helpline.Domain.Calls;
using Helpline.Domain.Notes;
using Helpline.Domain.Transfers;
using Helpline.Server.Telephony;

namespace Helpline.Server.Calls;

/// <summary>The room where caller and counselor meet.</summary>
internal sealed partial class CallDesk
{
    /// <summary>The counselor's line is here: it enters the room, and the caller is fetched from the queue or rung.</summary>
    public bool Admit(Call call, string leg, int ticket, bool byPhone = false)
    {
        if (!call.Admit(leg, ticket, now, byPhone)) return false;
        if (call.IsRinging) Ring(call);
        else if (call.CallerJoinedAt is null) FetchCaller(call);
        return true;
    }

    /// <summary>A new ticket for the counselor whose browser was reloaded; her old line, if it still hangs on, is ended.</summary>
    public async Task<bool> Rejoin(Call call)
    {
        var old = call.CounselorLeg;
        if (!call.Rejoin(now, rules.Calls)) return false;
        if (old is not null) Command(LineCommandKind.End, call, old);
        // Should she not come back, a colleague who is in the room goes on with the caller.
        if (call.State == CallState.Talking && await OpenTransferOf(call) is { Deadline: null } transfer) transfer.Doubt(call.Deadline);
        return true;
    }

    public async Task CallerJoins(Call call, DateTime at)
    {
        if (call.CallerJoins(at, now, rules.Calls)) await AfterMeeting(call);
    }

    public async Task CounselorJoins(Call call, DateTime at)
    {
        var isBack = call is { State: CallState.Talking, CounselorJoinedAt: null };
        if (!call.CounselorJoins(at, now, rules.Calls)) return;
        await AfterMeeting(call);
        if (isBack) await MoveCoaches(call);
    }

    /// <summary>The counselor's line ended. Unless she hung up or the caller left, she gets time to come back.</summary>
    public async Task<bool> MissCounselor(Call call, string leg)
    {
        if (leg == call.CounselorLeg && call.State == CallState.Talking && await OpenTransferOf(call) is { } transfer)
        {
            // A colleague in the room goes on if the caller is still there; one who is only asked has nobody to speak to first.
            if (!transfer.Doubt(now + rules.Calls.Settle)) await GiveUp(transfer, call, TransferState.Cancelled);
        }
        if (!call.MissCounselor(leg, now, rules.Calls)) return false;
        await MoveCoaches(call);
        return true;
    }

    /// <summary>The conference ended under a caller who is still on the line: she is first in line again.</summary>
    public async Task<bool> LoseCounselor(Call call)
    {
        var (counselor, leg, talkedSince) = (call.Counselor, call.CounselorLeg, call.AnsweredAt);
        if (!call.ReturnToHead(CallEvent.CounselorLost, now)) return false;
        await Requeued(call, counselor, leg, talkedSince, fetch: false);
        return true;
    }

    /// <summary>Ends the talk; the note stays open.</summary>
    public bool HangUp(Call call)
    {
        if (!call.CounselorHangsUp(now, rules.Calls)) return call.State == CallState.WrapUp;
        AfterHangUp(call);
        return true;
    }

    private void AfterHangUp(Call call)
    {
        News.Presence(call.Counselor!);
        FetchCaller(call);
    }

    /// <summary>The counselor is free, and the note done unless it lacks something. In mid-talk it hangs up too.</summary>
    /// <param name="kind">Sets the kind of call in the same step; null leaves it.</param>
    /// <returns>False when it cannot be finished now, or its note is done already as one of another kind.</returns>
    public async Task<bool> Finish(Call call, string? kind = null)
    {
        // Her time may have run out as she pressed: the note is hers still, and what she said of it counts.
        if (call.State == CallState.Done) return await FinishNote(call, kind);
        var talking = call.State == CallState.Talking;
        if (!call.Finish(now)) return false;
        if (talking) FetchCaller(call);
        await FinishNote(call, kind);
        await Release(call, call.Counselor, afterWork: true);
        return true;
    }

    private async Task<bool> FinishNote(Call call, string? kind)
    {
        if (await db.Notes.FindAsync(call.Id) is not { } note) return true;
        if (note.State == NoteState.Final) return string.IsNullOrEmpty(kind) || note.Kind == kind;
        if (!string.IsNullOrEmpty(kind)) note.Kind = kind;
        await AfterCall(note.Author).Finish(note);
        return true;
    }

    /// <summary>The caller hears music. The same again is no mistake.</summary>
    public bool Hold(Call call)
    {
        if (!call.Hold(now)) return call.HeldSince is not null;
        Command(LineCommandKind.Hold, call, call.CallerLeg, "/voice/hold");
        Record("Held", call.Id, call.Counselor);
        return true;
    }

    /// <summary>The caller hears the counselor again.</summary>
    public bool TakeOffHold(Call call)
    {
        if (!call.TakeOffHold()) return call.State == CallState.Talking;
        Command(LineCommandKind.Resume, call, call.CallerLeg);
        Record("Resumed", call.Id, call.Counselor);
        return true;
    }

    /// <summary>More time for the note.</summary>
    public bool ExtendWrapUp(Call call)
    {
        if (!call.ExtendWrapUp(now, rules.WrapUpExtension)) return false;
        News.Presence(call.Counselor!);
        return true;
    }

    /// <param name="talkedSince">UTC; null when the two had not met.</param>
    private async Task Requeued(Call call, string? counselor, string? leg, DateTime? talkedSince, bool fetch)
    {
        if (counselor is not null && talkedSince is { } from) Talked(await Seat(counselor), now - from);
        call.WaitAnew(now, line.LongestWait);
        if (leg is not null) Command(LineCommandKind.End, call, leg);
        if (fetch) FetchCaller(call);
        await Release(call, counselor, afterWork: false);
        QueueMoved = true;
    }

    private async Task AfterMeeting(Call call)
    {
        if (call.Counselor is { } counselor) News.Presence(counselor);
        if (call.FirstAnsweredAt is not null) await CloseMissedOf(call);
        if (!CallFlow.IsLive(call.State)) await AfterEnd(call);
    }

    // The room's number lets the answer see whether this is still the room meant.
    private void FetchCaller(Call call) => Command(LineCommandKind.Redirect, call, call.CallerLeg, $"/voice/join?room={call.Attempt}");
}
