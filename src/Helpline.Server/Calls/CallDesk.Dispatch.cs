using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Server.Routing;
using Helpline.Server.Telephony;

namespace Helpline.Server.Calls;

/// <summary>Offering, and saying why nobody could be asked.</summary>
internal sealed partial class CallDesk
{
    /// <summary>Calls of which it is written down when nobody can be asked for them now.</summary>
    private readonly HashSet<Call> waiting = [];

    /// <summary>Offers waiting calls to free counselors, as <see cref="RoutingPolicy"/> decides.</summary>
    public async Task Dispatch()
    {
        var decided = await db.Decide(queries, rules, line, now);
        foreach (var match in decided.Matches) await Offer(match, decided.Free);
        foreach (var call in waiting.Where(c => c.State == CallState.Waiting)) Decided(call, null, decided.Free);
        waiting.Clear();
    }

    /// <summary>The call begins to wait, or has come to the next step: until the one after it, nobody else may be asked.</summary>
    private void Widen(Call call)
    {
        call.WidenAt(call.QueuedAt + rules.NextStep(now - (call.QueuedAt ?? now)));
        QueueMoved = true;
        waiting.Add(call);
    }

    /// <param name="chosen">Null when nobody can be asked.</param>
    private void Decided(Call call, string? chosen, int free)
    {
        var waited = now - (call.QueuedAt ?? now);
        db.Append(new RoutingDecision
        {
            CallId = call.Id,
            At = now,
            Chosen = chosen,
            Step = rules.StepAt(waited).Ask,
            Order = rules.Order,
            WaitedSeconds = (int)waited.TotalSeconds,
            Free = free,
        });
    }

    private async Task Offer(Match match, int free)
    {
        var (call, seat) = (await Find(match.CallId), await Seat(match.UserName));
        if (call is null || !seat.IsFree(now) || !call.OfferTo(now) || !seat.Engage(call.Id, now)) return;
        Decided(call, seat.UserName, free);
        var (byPhone, expiresAt) = (seat.Phone == OwnPhone.On, now.AddSeconds(rules.OfferSeconds));
        var offer = new Offer
        {
            Id = Guid.CreateVersion7(now),
            CallId = call.Id,
            Counselor = seat.UserName,
            MadeAt = now,
            // A telephone takes longer to ring than a board, and says so itself when it cannot.
            AcknowledgeBy = byPhone ? expiresAt : now.AddSeconds(rules.AcknowledgeSeconds),
            ExpiresAt = expiresAt,
            ByPhone = byPhone,
        };
        db.Offers.Add(offer);
        if (byPhone) Command(LineCommandKind.RingOwn, call, offer.Id.ToString("N"));
        Record(nameof(OfferState.Made), call.Id, seat.UserName);
        News.Made(offer, call);
    }
}
