using Helpline.Domain.Calls;
using Helpline.Domain.Notes;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Server.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>How an answer to an offer ended.</summary>
internal enum OfferAnswer { Done, Unknown, NotYours, Closed }

/// <summary>Offering, answering and letting go.</summary>
internal sealed partial class CallDesk
{
    /// <summary>Offers waiting calls to free counselors, as <see cref="RoutingPolicy"/> decides.</summary>
    public async Task Dispatch()
    {
        foreach (var match in await db.Decide(rules, now)) await Offer(match);
    }

    private async Task Offer(Match match)
    {
        var (call, seat) = (await Find(match.CallId), await Seat(match.UserName));
        if (call is null || !seat.IsFree(now) || !call.OfferTo(now) || !seat.Engage(call.Id, now)) return;
        var offer = new Offer
        {
            Id = Guid.CreateVersion7(now),
            CallId = call.Id,
            Counselor = seat.UserName,
            MadeAt = now,
            AcknowledgeBy = now.AddSeconds(rules.AcknowledgeSeconds),
            ExpiresAt = now.AddSeconds(rules.OfferSeconds),
        };
        db.Offers.Add(offer);
        Record(nameof(OfferState.Made), call.Id, seat.UserName);
        News.Made(offer, call);
    }

    public async Task<OfferAnswer> Acknowledge(Guid id, string counselor)
    {
        var offer = await db.Offers.FindAsync(id);
        if (offer is null) return OfferAnswer.Unknown;
        if (offer.Counselor != counselor) return OfferAnswer.NotYours;
        if (offer.Show(now)) Record(nameof(OfferState.Shown), offer.CallId, counselor);
        return OfferFlow.IsOpen(offer.State) || offer.State == OfferState.Accepted ? OfferAnswer.Done : OfferAnswer.Closed;
    }

    public async Task<OfferAnswer> Decline(Guid id, string counselor)
    {
        var offer = await db.Offers.FindAsync(id);
        if (offer is null) return OfferAnswer.Unknown;
        if (offer.Counselor != counselor) return OfferAnswer.NotYours;
        if (offer.State == OfferState.Declined) return OfferAnswer.Done;
        return await Lapse(offer, OfferState.Declined) ? OfferAnswer.Done : OfferAnswer.Closed;
    }

    /// <summary>The call becomes the counselor's. The same winner again gets the same call; anybody else is told who has it.</summary>
    public async Task<(OfferAnswer Answer, Call? Call)> Accept(Guid id, string counselor)
    {
        var offer = await db.Offers.FindAsync(id);
        if (offer is null) return (OfferAnswer.Unknown, null);
        var call = await Find(offer.CallId);
        if (offer.Counselor != counselor) return (OfferAnswer.NotYours, call);
        var isMine = call?.Counselor == counselor && CallFlow.IsClaimed(call.State);
        if (offer.State == OfferState.Accepted && isMine) return (OfferAnswer.Done, call);
        if (call is null || offer.ExpiresAt <= now || !OfferFlow.Allows(offer.State, OfferState.Accepted)) return (OfferAnswer.Closed, call);
        if (!call.Accept(counselor, now, rules.Calls)) return (OfferAnswer.Closed, call);
        offer.Close(OfferState.Accepted, now);
        News.Closed(offer, counselor);
        News.Presence(counselor);
        await OpenNote(call, counselor);
        return (OfferAnswer.Done, call);
    }

    /// <summary>The offer came to nothing: the caller keeps the place and the counselor is free for another.</summary>
    public async Task<bool> Lapse(Offer offer, OfferState how)
    {
        if (!offer.Close(how, now)) return false;
        Record(how.ToString(), offer.CallId, offer.Counselor);
        News.Closed(offer, null);
        if (await Find(offer.CallId) is not { } call) return true;
        QueueMoved |= call.LapseOffer(now);
        await Release(call, offer.Counselor, afterWork: false);
        return true;
    }

    private async Task CloseOffer(Call call, OfferState how)
    {
        var open = await db.Offers.Open().SingleOrDefaultAsync(o => o.CallId == call.Id);
        if (open is null || !open.Close(how, now)) return;
        Record(how.ToString(), call.Id, open.Counselor);
        News.Closed(open, null);
        await Release(call, open.Counselor, afterWork: false);
    }

    private async Task OpenNote(Call call, string counselor)
    {
        var note = await db.Notes.FindAsync(call.Id);
        if (note is null) db.Notes.Add(new Note { CallId = call.Id, Author = counselor, CreatedAt = now, SavedAt = now });
        else note.Author = counselor;
    }
}
