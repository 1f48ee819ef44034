using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Ledger;
using Helpline.Domain.Line;
using Helpline.Domain.Missed;
using Helpline.Domain.Notes;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Domain.Supervision;
using Helpline.Domain.ThirdParties;
using Helpline.Domain.Transfers;

namespace Helpline.Tests.Data;

/// <summary>Rows in the middle of their lives, brought there by their own moves.</summary>
internal static partial class Made
{
    public static readonly RoutingRules Rules = new();

    /// <summary>What the ledger tells of the call since it was last asked.</summary>
    public static LedgerEntry[] LinesOf(Call call) => [.. call.TakeMoves().Select(m => new LedgerEntry
    {
        At = m.At,
        CallId = call.Id,
        Counselor = m.From < CallState.Connecting ? null : call.Counselor,
        What = m.What.ToString(),
        From = m.From.ToString(),
        To = m.To.ToString(),
    })];

    public static Call Call(CallState state, DateTime now, string counselor = "counselor1", string? leg = null, bool withheld = false)
    {
        var call = Helpline.Domain.Calls.Call.Arrive(Guid.CreateVersion7(), leg ?? Sid(), withheld ? default : new("k1:sealed", "00c0ffee", false), now);
        if (state == CallState.Greeting) return call;
        call.ChooseLanguage("kk", now);
        if (state == CallState.Waiting) return call;
        call.OfferTo(now);
        if (state == CallState.Offered) return call;
        call.Accept(counselor, now, Rules.Calls);
        if (state == CallState.Connecting) return call;
        call.Admit(Sid(), 1, now);
        call.CallerJoins(now, now, Rules.Calls);
        call.CounselorJoins(now, now, Rules.Calls);
        if (state == CallState.Talking) return call;
        call.CallerLeaves(now, now, Rules.Calls);
        Assert.Equal(state, call.State);
        return call;
    }

    public static Offer Offer(Call call, DateTime now, string counselor = "counselor1", OfferState state = OfferState.Made)
    {
        var offer = new Offer
        {
            Id = Guid.CreateVersion7(),
            CallId = call.Id,
            Counselor = counselor,
            MadeAt = now,
            AcknowledgeBy = now.AddSeconds(3),
            ExpiresAt = now.AddSeconds(20),
        };
        if (state == OfferState.Shown) offer.Show(now);
        else if (state != OfferState.Made) offer.Close(state, now);
        return offer;
    }

    /// <summary>Somebody who was promised a call, and the call in which.</summary>
    public static Callback Callback(DateTime now, out Call call, string? owner = null)
    {
        call = Call(CallState.Waiting, now);
        call.Divert(Diversion.Asked, now);
        call.PromiseCallback(now);
        var callback = new Callback { Id = Guid.CreateVersion7(), CallId = call.Id, Language = "kk", AskedAt = now, QueuedAt = now };
        callback.Write("k1:sealed", "00c0ffee");
        callback.Confirm(owner);
        return callback;
    }

    public static Presence Seat(DateTime now, Call? call = null, string userName = "counselor1")
    {
        var seat = new Presence { UserName = userName };
        seat.Say(PresenceState.Available, now);
        seat.RenewLease(now + Rules.Lease);
        if (call is not null) seat.Engage(call.Id, now);
        return seat;
    }

    public static Note Note(Call call, DateTime now, string author = "counselor1") =>
        new() { CallId = call.Id, Author = author, CreatedAt = now, SavedAt = now };

    public static string Sid() => $"CA{Guid.NewGuid():N}";

    public static RoutingDecision Decision(Call call, DateTime now, string counselor = "counselor1") => new()
    {
        CallId = call.Id,
        At = now,
        Chosen = counselor,
        Step = Widening.Exact,
        Order = RoutingOrder.LongestIdle,
        WaitedSeconds = 0,
        Free = 1,
    };

    public static MissedCall Missed(Call call, DateTime now) => new() { CallId = call.Id, Cause = MissedCause.AllBusy, At = now, WaitedSeconds = 9 };

    public static Transfer Transfer(Call call, DateTime now, TransferState state = TransferState.Asked, string to = "counselor2")
    {
        var transfer = Helpline.Domain.Transfers.Transfer.Ask(Guid.CreateVersion7(), call.Id, call.Counselor!, to, now, now.AddSeconds(20));
        if (state >= TransferState.Accepted) transfer.Accept(now.AddSeconds(30));
        if (state >= TransferState.Consulting) transfer.Admit(Sid(), now);
        return transfer;
    }

    public static ThirdParty Third(Call call, DateTime now, ThirdPartyState state = ThirdPartyState.Calling)
    {
        var third = ThirdParty.Call(Guid.CreateVersion7(), call.Id, call.Counselor!, null, "k1:sealed", now, TimeSpan.FromSeconds(12));
        third.RingsOn(Sid());
        if (state == ThirdPartyState.Talking) third.Join();
        return third;
    }

    public static Listener Listener(DateTime now, string supervisor = "supervisor1") =>
        new() { Id = Guid.CreateVersion7(now), CallId = Guid.CreateVersion7(now), UserName = supervisor, Since = now, TicketUntil = now };
}
