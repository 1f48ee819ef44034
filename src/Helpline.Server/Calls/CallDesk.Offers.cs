using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Notes;
using Helpline.Domain.Offers;
using Helpline.Server.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>How an answer to an offer ended.</summary>
internal enum OfferAnswer { Done, Unknown, NotYours, Closed }

/// <summary>Answering and letting go.</summary>
internal sealed partial class CallDesk
{
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
        (await Seat(counselor)).Answer();
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
        Quieten(offer, call);
        (await Seat(counselor)).Answer();
        await CloseOffers(call, OfferState.Withdrawn, counselor);
        News.Closed(offer, counselor);
        News.Presence(counselor);
        await OpenNote(call, counselor);
        return (OfferAnswer.Done, call);
    }

    /// <summary>The offer came to nothing: the caller keeps the place and the counselor is free for another.</summary>
    /// <param name="missed">It counts as one that she let pass.</param>
    public async Task<bool> Lapse(Offer offer, OfferState how, bool missed = true)
    {
        if (!offer.Close(how, now)) return false;
        Record(how.ToString(), offer.CallId, offer.Counselor);
        News.Closed(offer, null);
        if (await Find(offer.CallId) is not { } call) return true;
        Quieten(offer, call);
        await Release(call, offer.Counselor, afterWork: false);
        if (missed && how is OfferState.Expired or OfferState.Unacknowledged) await MissOffer(offer.Counselor);
        // It may ring for others still.
        if ((await OpenOffers(call)).Count == 0) QueueMoved |= call.LapseOffer(now);
        return true;
    }

    /// <summary>Whoever took the call was not on the line in time: she has let it go, as if she had not answered.</summary>
    private async Task Unkeep(Call call, string counselor)
    {
        var taken = await db.Offers.Where(o => o.CallId == call.Id && o.Counselor == counselor && o.State == OfferState.Accepted)
            .OrderByDescending(o => o.ClosedAt).FirstOrDefaultAsync();
        if (taken is not null && taken.Close(OfferState.Unkept, now)) Record(nameof(OfferState.Unkept), call.Id, counselor);
    }

    /// <summary>Takes back every offer of the call that is still open.</summary>
    /// <param name="takenBy">Who was faster; null when nobody was.</param>
    private async Task CloseOffers(Call call, OfferState how, string? takenBy = null)
    {
        foreach (var open in await OpenOffers(call))
        {
            if (!open.Close(how, now)) continue;
            Record(how.ToString(), call.Id, open.Counselor);
            News.Closed(open, takenBy);
            Quieten(open, call);
            await Release(call, open.Counselor, afterWork: false);
        }
    }

    // Asked of the rows, then judged by what this transaction has done to them.
    private async Task<List<Offer>> OpenOffers(Call call) =>
        (await db.Offers.Open().Where(o => o.CallId == call.Id).ToListAsync()).FindAll(o => OfferFlow.IsOpen(o.State));

    /// <summary>Whoever lets offers pass unanswered is paused, so callers do not ring into an empty room; the last one of a language never is.</summary>
    private async Task MissOffer(string counselor)
    {
        var seat = await Seat(counselor);
        seat.Miss();
        if (seat.Missed < rules.PauseAfterMissed || !Presence.TakesCalls(seat.State) || !await CanBeSpared(counselor)) return;
        if (seat.Say(PresenceState.Paused, now)) SaidPresence(seat, nameof(PresenceState.Paused));
    }

    /// <summary>
    /// Whether others are available for each of her languages. Their rows are written with the pause: of two nodes that pause the
    /// last two at once, one finds the row it relied on changed, and judges anew.
    /// </summary>
    private async Task<bool> CanBeSpared(string counselor)
    {
        var crew = await db.Counselors(queries, rules, now);
        var missing = (crew.Find(c => c.UserName == counselor)?.Languages ?? []).ToHashSet();
        var others = new List<Presence>();
        foreach (var other in crew.Where(c => c.UserName != counselor && c.IsAvailable(now)))
        {
            if (others.Count > 0 && !missing.Overlaps(other.Languages)) continue;
            // The row may say otherwise by now, or this transaction: a sweep may pause several.
            var seat = await Seat(other.UserName);
            if (!Presence.TakesCalls(seat.State) || !seat.IsReached(now)) continue;
            others.Add(seat);
            missing.ExceptWith(other.Languages);
        }
        if (others.Count == 0 || missing.Count > 0) return false;
        foreach (var seat in others) db.Entry(seat).Property(s => s.State).IsModified = true;
        return true;
    }

    private async Task OpenNote(Call call, string counselor)
    {
        await OpenContact(call, counselor);
        var note = await db.Notes.FindAsync(call.Id);
        if (note is null) db.Notes.Add(new Note { CallId = call.Id, Author = counselor, CreatedAt = now, SavedAt = now });
        else note.Author = counselor;
    }
}
