namespace Helpline.Domain.Counselors;

/// <summary>What a counselor says of herself.</summary>
public enum PresenceState { Offline, Available, Break }

/// <summary>
/// A counselor's seat at the line: one row an account. It holds the one call she is engaged with, so that nobody can be
/// offered, or talk on, two at once. Times are UTC.
/// </summary>
public sealed class Presence : IVersioned
{
    public required string UserName { get; init; }
    public PresenceState State { get; private set; }
    public DateTime Since { get; private set; }

    /// <summary>Until when the board counts as alive; renewed by its heartbeat.</summary>
    public DateTime LeaseUntil { get; private set; }

    /// <summary>Since when she has had nothing to do; the longest idle is asked first.</summary>
    public DateTime FreeSince { get; private set; }

    /// <summary>The call that rings for her, or that she talks on or wraps up.</summary>
    public Guid? CallId { get; private set; }
    public DateTime? EngagedSince { get; private set; }
    public long Version { get; private set; }

    public bool IsFree(DateTime now) => State == PresenceState.Available && CallId is null && LeaseUntil > now;

    /// <returns>False when she already is.</returns>
    public bool Say(PresenceState state, DateTime now)
    {
        if (State == state) return false;
        (State, Since, FreeSince) = (state, now, now);
        return true;
    }

    public void RenewLease(DateTime until) => LeaseUntil = until > LeaseUntil ? until : LeaseUntil;

    /// <returns>False when she is engaged elsewhere.</returns>
    public bool Engage(Guid call, DateTime now)
    {
        if (CallId is not null) return CallId == call;
        (CallId, EngagedSince) = (call, now);
        return true;
    }

    /// <summary>Frees her from this call. An offer that came to nothing does not cost her the turn of the longest idle.</summary>
    public bool Release(Guid call, DateTime now, bool afterWork)
    {
        if (CallId != call) return false;
        (CallId, EngagedSince) = (null, null);
        if (afterWork) FreeSince = now;
        return true;
    }

    /// <summary>The board has not been heard of: nothing can ring there.</summary>
    public bool LoseLease(DateTime now) =>
        CallId is null && LeaseUntil <= now && Say(PresenceState.Offline, now);
}
