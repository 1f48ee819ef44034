using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.ThirdParties;
using Helpline.Domain.Transfers;
using Helpline.Server.Accounts;
using Helpline.Server.Telephony;
using Helpline.Server.ThirdParties;
using Helpline.Server.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>Whether a colleague can be given a call.</summary>
internal enum Colleague { Free, Engaged, Away, NotThere, Unknown }

/// <summary>A talk that goes on with somebody else.</summary>
internal sealed partial class CallDesk
{
    /// <param name="atBoard">Her telephone is no place for it.</param>
    public async Task<Colleague> Look(string userName, bool atBoard = false)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.UserName == userName && !a.Disabled);
        if (account is null || !account.Roles.Contains(Roles.Counselor) && !account.Roles.Contains(Roles.Supervisor)) return Colleague.Unknown;
        var seat = await db.Presences.FindAsync(userName);
        if (seat is null || seat.State == PresenceState.Offline || !seat.IsReached(now) || atBoard && seat.LeaseUntil <= now) return Colleague.NotThere;
        if (seat.CallId is not null) return Colleague.Engaged;
        return seat.IsFree(now) ? Colleague.Free : Colleague.Away;
    }

    public async Task<Transfer?> OpenTransferOf(Call call) =>
        (await db.Transfers.Open().Where(t => t.CallId == call.Id).ToListAsync()).Find(t => TransferFlow.IsOpen(t.State));

    /// <summary>The caller hears music, and it rings on a free colleague's board.</summary>
    /// <returns>Null when the two do not talk or not alone, or she is not free.</returns>
    public async Task<Transfer?> Ask(Call call, string to)
    {
        var seat = await Seat(to);
        // It rings on her board alone, so a telephone is no place to ask her.
        if (call.CounselorLeg is null || !seat.IsFree(now) || seat.LeaseUntil <= now || await OpenThirdPartyOf(call) is not null || !Hold(call)) return null;
        seat.Engage(call.Id, now);
        News.Presence(to);
        var transfer = Transfer.Ask(Guid.CreateVersion7(now), call.Id, call.Counselor!, to, now, now.AddSeconds(rules.OfferSeconds));
        db.Transfers.Add(transfer);
        Tell(transfer, call);
        return transfer;
    }

    /// <summary>The colleague comes. The same again is no mistake while her line is on its way.</summary>
    public bool Accept(Transfer transfer, Call call)
    {
        if (transfer.State == TransferState.Accepted) return true;
        if (transfer.Deadline <= now || !transfer.Accept(now + rules.Calls.TicketLife)) return false;
        Tell(transfer, call);
        return true;
    }

    /// <summary>The colleague's line asks for the room.</summary>
    /// <returns>The call whose room it enters; null when it may not.</returns>
    public async Task<Call?> AdmitColleague(Guid id, string colleague, string leg)
    {
        var transfer = await db.Transfers.FindAsync(id);
        if (transfer is null || transfer.To != colleague || await Find(transfer.CallId) is not { State: CallState.Talking } call) return null;
        if (!transfer.Admit(leg, now)) return null;
        (await Seat(colleague)).Answer();
        Tell(transfer, call);
        return call;
    }

    /// <summary>The call becomes the colleague's; the counselor who asked is free.</summary>
    public async Task<bool> Complete(Transfer transfer, Call call)
    {
        if (!transfer.Close(TransferState.Completed, now)) return transfer.State == TransferState.Completed;
        TakeOffHold(call);
        var left = call.CounselorLeg;
        await Release(call, transfer.From, afterWork: true);
        call.TakeOver(transfer.To, transfer.ToLeg!, now);
        // A coach is with the colleague before the line she spoke to is gone.
        await MoveCoaches(call);
        if (left is not null) Command(LineCommandKind.End, call, left, call.CounselorLeg);
        await OpenNote(call, transfer.To);
        News.Presence(transfer.To);
        Tell(transfer, call);
        return true;
    }

    /// <summary>It came to nothing: the colleague is free, and the caller hears the counselor again.</summary>
    /// <param name="how">Cancelled, refused, lapsed or broken. The same again is no mistake.</param>
    public async Task<bool> GiveUp(Transfer transfer, Call call, TransferState how)
    {
        if (!transfer.Close(how, now)) return transfer.State == how;
        if (how == TransferState.Refused) (await Seat(transfer.To)).Answer();
        if (transfer.ToLeg is { } leg) Command(LineCommandKind.End, call, leg);
        await Release(call, transfer.To, afterWork: false);
        TakeOffHold(call);
        Tell(transfer, call);
        return true;
    }

    /// <summary>Back to the queue for somebody else; the note stays with the call.</summary>
    /// <param name="to">Asked first when free; null for anybody.</param>
    /// <param name="language">Null leaves it.</param>
    /// <param name="topic">Null leaves it.</param>
    public async Task<bool> HandOn(Call call, string? to, string? language, string? topic)
    {
        if (call.State != CallState.Talking) return false;
        if (call.CounselorLeg is { } leg) Command(LineCommandKind.End, call, leg);
        Record("HandedOnTo", call.Id, call.Counselor, to: to);
        await Release(call, call.Counselor, afterWork: true);
        call.HandOn(to, language, topic, now, line.LongestWait);
        FetchCaller(call);
        return QueueMoved = true;
    }

    /// <summary>A line ended that is neither the caller's nor the counselor's.</summary>
    public async Task LoseGuest(string leg)
    {
        if (await db.Transfers.Open().FirstOrDefaultAsync(t => t.ToLeg == leg) is { } transfer && await Find(transfer.CallId) is { } call)
            await GiveUp(transfer, call, TransferState.Broken);
        else if (await db.ThirdParties.Open().FirstOrDefaultAsync(t => t.Leg == leg) is { } third)
            await Lose(third, third.State == ThirdPartyState.Calling ? ThirdPartyState.Unreached : ThirdPartyState.Left);
        else await EndListener(leg);
    }

    private async Task LapseTransfers()
    {
        foreach (var transfer in await db.Transfers.Overdue(now).ToListAsync())
        {
            if (await Find(transfer.CallId) is not { } call) continue;
            var isIgnored = transfer.State == TransferState.Asked;
            if (transfer.State != TransferState.Consulting) await GiveUp(transfer, call, TransferState.Lapsed);
            else if (call.CounselorLeg is null) await Complete(transfer, call);
            else transfer.Doubt(null);
            if (isIgnored) await MissOffer(transfer.To);
        }
    }

    /// <summary>However the talk ended, nobody is asked to take it over any more.</summary>
    private async Task EndTransfer(Call call)
    {
        if (await OpenTransferOf(call) is { } transfer) await GiveUp(transfer, call, TransferState.Cancelled);
    }

    private void Tell(Transfer transfer, Call call)
    {
        Record($"Transfer{transfer.State}", call.Id, transfer.From, to: transfer.To);
        News.Transfers.Add((transfer, call));
    }
}
