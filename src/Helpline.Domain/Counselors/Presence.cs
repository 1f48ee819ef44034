namespace Helpline.Domain.Counselors;

/// <summary>What a counselor says of herself; <see cref="Paused"/> is said of her.</summary>
public enum PresenceState
{
    Offline,
    Available,
    Break,

    /// <summary>One more call, or the one she is in, and then she goes.</summary>
    LastCall,

    /// <summary>Something of hers does not work.</summary>
    Technical,

    /// <summary>She talks a hard call over with somebody.</summary>
    Debrief,

    /// <summary>Calls rang for her and nobody answered; she comes back by saying Available.</summary>
    Paused,
}

/// <summary>
/// A counselor's seat at the line: one row an account. It holds the one call she is engaged with, so that nobody can be
/// offered, or talk on, two at once. Times are UTC.
/// </summary>
public sealed class Presence : IVersioned
{
    public required string UserName { get; init; }
    public PresenceState State { get; private set; }
    public DateTime Since { get; private set; }

    /// <summary>Why she is on a break: a code of the list <c>break_reasons</c>.</summary>
    public string? Reason { get; private set; }

    /// <summary>Until when the board counts as alive; renewed by its heartbeat.</summary>
    public DateTime LeaseUntil { get; private set; }

    /// <summary>Since when she has had nothing to do; the longest idle is asked first.</summary>
    public DateTime FreeSince { get; private set; }

    /// <summary>The call that rings for her, or that she talks on or wraps up.</summary>
    public Guid? CallId { get; private set; }
    public DateTime? EngagedSince { get; private set; }
    /// <summary>When a call last rang for her.</summary>
    public DateTime? AskedAt { get; private set; }

    /// <summary>Offers in a row that she did not see or answer. A decline is an answer.</summary>
    public int Missed { get; private set; }

    /// <summary>Seconds she has talked on <see cref="TalkDay"/>.</summary>
    public int TalkSeconds { get; private set; }
    public DateOnly? TalkDay { get; private set; }
    public long Version { get; private set; }

    /// <summary>Calls may ring for her, once she has nothing else to do.</summary>
    public static bool TakesCalls(PresenceState state) => state is PresenceState.Available or PresenceState.LastCall;

    public bool IsFree(DateTime now) => TakesCalls(State) && CallId is null && LeaseUntil > now;

    /// <returns>False when she already is.</returns>
    public bool Say(PresenceState state, DateTime now, string? reason = null)
    {
        if (State == state && Reason == reason) return false;
        (State, Since, FreeSince, Reason, Missed) = (state, now, now, reason, 0);
        return true;
    }

    /// <summary>She did not see or not answer an offer.</summary>
    public void Miss() => Missed++;

    public void Answer() => Missed = 0;

    public void Talked(TimeSpan time, DateOnly day)
    {
        TalkSeconds = (TalkDay == day ? TalkSeconds : 0) + (int)time.TotalSeconds;
        TalkDay = day;
    }

    public void RenewLease(DateTime until) => LeaseUntil = until > LeaseUntil ? until : LeaseUntil;

    /// <returns>False when she is engaged elsewhere.</returns>
    public bool Engage(Guid call, DateTime now)
    {
        if (CallId is not null) return CallId == call;
        (CallId, EngagedSince, AskedAt) = (call, now, now);
        return true;
    }

    /// <summary>Frees her from this call. An offer that came to nothing does not cost her the turn of the longest idle.</summary>
    public bool Release(Guid call, DateTime now, bool afterWork)
    {
        if (CallId != call) return false;
        (CallId, EngagedSince) = (null, null);
        if (!afterWork) return true;
        FreeSince = now;
        if (State == PresenceState.LastCall) Say(PresenceState.Offline, now);
        return true;
    }

    /// <summary>The board has not been heard of: nothing can ring there.</summary>
    public bool LoseLease(DateTime now) =>
        CallId is null && LeaseUntil <= now && Say(PresenceState.Offline, now);
}
