using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>Counselors without a good connection, who are rung on their own telephones.</summary>
internal sealed partial class CallDesk
{
    /// <param name="number">Null takes it away.</param>
    public async Task KeepNumber(string userName, CallerNumber? number)
    {
        var account = await db.Users.SingleAsync(a => a.UserName == userName);
        account.SealedPhone = number is { } known ? vault.Seal(known.E164, PhonePlace(account.Id)) : null;
        Record(number is null ? "OwnNumberRemoved" : "OwnNumberKept", null, userName);
        // Another number may do what the last one could not.
        if (await db.Presences.FindAsync(userName) is { } seat && (number is null || seat.Phone == OwnPhone.Failed)) Turn(seat, OwnPhone.Off);
    }

    /// <returns>False when she has given no number.</returns>
    public async Task<bool> RingByPhone(string userName, bool on)
    {
        if (on && (await db.Users.SingleAsync(a => a.UserName == userName)).SealedPhone is null) return false;
        Turn(await Seat(userName), on ? OwnPhone.On : OwnPhone.Off);
        return true;
    }

    /// <summary>The provider says which line rings for the offer. One that nobody wants any more is ended.</summary>
    public async Task RingsOn(Offer offer, string leg)
    {
        if (!offer.RingOn(leg, now) && await Find(offer.CallId) is { } call && call.CounselorLeg != leg) Command(LineCommandKind.End, call, leg);
    }

    /// <returns>The call becomes hers and this line enters its room; null when it is too late.</returns>
    public async Task<Call?> AcceptByPhone(Offer offer, string leg)
    {
        if (!offer.LeavePhone(leg)) return null;
        var (answer, call) = await Accept(offer.Id, offer.Counselor);
        return answer == OfferAnswer.Done && Admit(call!, leg, call!.TicketNumber, byPhone: true) ? call : null;
    }

    public async Task DeclineByPhone(Offer offer, string leg)
    {
        if (offer.LeavePhone(leg)) await Decline(offer.Id, offer.Counselor);
    }

    /// <summary>
    /// Her telephone has left the room and is on the line still: the star key was pressed, or the room has ended under her, which other
    /// reports tell. With a colleague asked into the talk it is as when the line breaks.
    /// </summary>
    public async Task<bool> LeaveTalk(Call call, string leg, int ticket)
    {
        if (await OpenTransferOf(call) is not null || !call.CounselorLeaves(leg, ticket, now, rules.Calls)) return await MissCounselor(call, leg);
        await MoveCoaches(call);
        return true;
    }

    /// <summary>Nobody picked up, or something that presses no key.</summary>
    public async Task<bool> LeaveUnanswered(Offer offer, string leg) => offer.LeavePhone(leg) && await Lapse(offer, OfferState.Expired);

    /// <summary>Her number cannot be called: it is tried no more and she is told. It is not she who let the offer pass.</summary>
    public async Task FailPhone(Offer offer)
    {
        Turn(await Seat(offer.Counselor), OwnPhone.Failed);
        await Lapse(offer, offer.State == OfferState.Made ? OfferState.Unacknowledged : OfferState.Expired, missed: false);
    }

    /// <summary>The offer is over: a telephone that rings for it stops, and whoever listens there is told.</summary>
    private void Quieten(Offer offer, Call call)
    {
        if (offer.PhoneLeg is not { } leg) return;
        if (offer.IsPickedUp) Command(LineCommandKind.Redirect, call, leg, VoiceScript.Screening(offer.Id));
        else Command(LineCommandKind.End, call, leg);
    }

    private void Turn(Presence seat, OwnPhone phone)
    {
        if (seat.Turn(phone)) SaidPresence(seat, $"OwnPhone{phone}");
    }

    /// <summary>Where a counselor's own number is sealed to.</summary>
    public static string PhonePlace(Guid account) => $"Accounts|SealedPhone|{account:N}";
}
