using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Domain.Offers;

namespace Helpline.Domain.Missed;

/// <summary>Why no counselor spoke to a caller. Exactly one for each such call.</summary>
public enum MissedCause
{
    /// <summary>There is a rota, and nobody who speaks the language was on shift.</summary>
    NobodyOnShift,
    NobodySignedIn, AllBusy,

    /// <summary>A board was asked and never showed the card.</summary>
    OfferedNotShown,

    /// <summary>The card was on the screen and nobody answered it.</summary>
    OfferedIgnored,
    Declined,

    /// <summary>A counselor took the call and was not heard.</summary>
    ClaimedNotConnected,

    /// <summary>The caller hung up, in the menu or while it rang.</summary>
    CallerLeft,
    Closed, Blocked, SystemError,
}

/// <summary>What the cause is judged by.</summary>
/// <param name="Why">Why the caller was led away from the queue.</param>
/// <param name="Offers">How the offers of the call ended, the last one last.</param>
/// <param name="AnyoneSignedIn">Somebody who speaks the language was at her board when the call ended.</param>
/// <param name="AnyoneOnShift">Somebody who speaks it was on shift, or there is no rota.</param>
public sealed record MissedFacts(
    CallState End, Diversion? Why, bool WasQueued, int Attempts, IReadOnlyList<OfferState> Offers, bool AnyoneSignedIn, bool AnyoneOnShift = true)
{
    public MissedCause Cause => End switch
    {
        CallState.Blocked => MissedCause.Blocked,
        CallState.Closed => MissedCause.Closed,
        CallState.Failed => MissedCause.SystemError,
        CallState.Callback or CallState.Voicemail when Why is { } why && why != Diversion.Asked => Diverted(why),
        _ when !WasQueued => MissedCause.CallerLeft,
        _ when Attempts > 0 => MissedCause.ClaimedNotConnected,
        _ when Offers.Count > 0 => Offers[^1] switch
        {
            OfferState.Unacknowledged => MissedCause.OfferedNotShown,
            OfferState.Expired => MissedCause.OfferedIgnored,
            OfferState.Declined => MissedCause.Declined,
            _ => MissedCause.CallerLeft,
        },
        _ => Nobody,
    };

    private MissedCause Nobody => !AnyoneOnShift ? MissedCause.NobodyOnShift : AnyoneSignedIn ? MissedCause.AllBusy : MissedCause.NobodySignedIn;

    private MissedCause Diverted(Diversion why) => why switch
    {
        Diversion.NobodyThere => AnyoneOnShift ? MissedCause.NobodySignedIn : MissedCause.NobodyOnShift,
        Diversion.QueueFull or Diversion.LongWait => Nobody,
        _ => MissedCause.Closed,
    };
}

/// <summary>A call that no counselor spoke to: it has one cause, and an owner until somebody has acted. Times are UTC.</summary>
public sealed class MissedCall : IVersioned
{
    public required Guid CallId { get; init; }
    public required MissedCause Cause { get; init; }
    public required DateTime At { get; init; }

    /// <summary>From entering the queue, or from ringing when it never did.</summary>
    public required int WaitedSeconds { get; init; }

    /// <summary>To close it when the same person rings again and is answered; null for a withheld number.</summary>
    public string? NumberHash { get; init; }

    /// <summary>User name of whoever must act.</summary>
    public string? Owner { get; private set; }
    public DateTime? ActedAt { get; private set; }

    /// <summary>What was done: <c>RangAgain</c>, <c>CalledBack</c>, <c>Callback</c> or <c>Voicemail</c> when the caller left one, or in the owner's words a code.</summary>
    public string? Act { get; private set; }

    /// <inheritdoc cref="Work.IOwedCall.Calling"/>
    public Guid? Calling { get; private set; }

    /// <inheritdoc cref="Work.IOwedCall.Attempts"/>
    public int Attempts { get; private set; }
    public long Version { get; private set; }

    /// <returns>False when somebody has acted already, or somebody else calls the person now.</returns>
    public bool Assign(string? owner)
    {
        if (ActedAt is not null || Calling is not null && Owner != owner) return false;
        Owner = owner;
        return true;
    }

    /// <inheritdoc cref="Work.IOwedCall.Call"/>
    public bool Call(Guid call)
    {
        if (Calling is not null || ActedAt is not null) return false;
        Calling = call;
        return true;
    }

    /// <inheritdoc cref="Work.IOwedCall.Called"/>
    public void Called(bool reached, DateTime now)
    {
        Calling = null;
        if (reached) Close("CalledBack", now);
        else Attempts++;
    }

    /// <summary>There was nothing in the message that had closed it.</summary>
    public bool Reopen()
    {
        if (Act != nameof(CallState.Voicemail)) return false;
        (Act, ActedAt) = (null, null);
        return true;
    }

    /// <returns>False when somebody has acted already.</returns>
    public bool Close(string act, DateTime now)
    {
        if (ActedAt is not null) return false;
        (Act, ActedAt) = (act, now);
        return true;
    }
}
