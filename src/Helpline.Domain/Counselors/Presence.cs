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

/// <summary>Whether what rings on a counselor's board rings on her own telephone too.</summary>
public enum OwnPhone
{
    Off,
    On,

    /// <summary>It was on, and the number cannot be called.</summary>
    Failed,
}

/// <summary>
/// A counselor's seat at the line: one row an account. It holds the one call she is engaged with, so that nobody can be
/// offered, or talk on, two at once. Times are UTC.
/// </summary>
public sealed class Presence : IVersioned
{
    /// <summary>Characters in the name of a tab.</summary>
    public const int TabLength = 64;

    public required string UserName { get; init; }
    public PresenceState State { get; private set; }
    public DateTime Since { get; private set; }

    /// <summary>Why she is on a break: a code of the list <c>break_reasons</c>.</summary>
    public string? Reason { get; private set; }

    /// <summary>Until when the board counts as alive; renewed by the heartbeat of <see cref="Tab"/>.</summary>
    public DateTime LeaseUntil { get; private set; }

    /// <summary>The one browser tab in which her calls ring; null while none is open. Her other tabs only show.</summary>
    public string? Tab { get; private set; }

    /// <summary>That tab is behind others: it rings, but she does not see it.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>Since when calls have not rung for her because her tab was not heard of; null once she has said anything since.</summary>
    public DateTime? LostAt { get; private set; }

    public OwnPhone Phone { get; private set; }

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

    public bool IsFree(DateTime now) => TakesCalls(State) && CallId is null && IsReached(now);

    /// <summary>A call would ring somewhere: on a board that is alive, or on her telephone, which needs no board.</summary>
    public bool IsReached(DateTime now) => LeaseUntil > now || Phone == OwnPhone.On;

    /// <returns>False when she already is.</returns>
    public bool Say(PresenceState state, DateTime now, string? reason = null)
    {
        if (State == state && Reason == reason) return false;
        (State, Since, FreeSince, Reason, Missed, LostAt) = (state, now, now, reason, 0, null);
        // Whoever has gone must say anew that her telephone may ring.
        if (state == PresenceState.Offline && Phone == OwnPhone.On) Phone = OwnPhone.Off;
        return true;
    }

    /// <returns>False when it already is so.</returns>
    public bool Turn(OwnPhone phone)
    {
        if (Phone == phone) return false;
        Phone = phone;
        return true;
    }

    /// <summary>The tab that rings has missed two beats: it is frozen, or its server is gone.</summary>
    public bool IsSilent(DateTime now, TimeSpan lease) => Tab is null || LeaseUntil <= now + lease / 3;

    /// <summary>Her calls ring in this tab from now on.</summary>
    /// <param name="insists">She acts there; otherwise only when no other tab is heard of.</param>
    /// <returns>False when another tab keeps the calls, or this one has them already.</returns>
    public bool Sit(string tab, bool insists, DateTime now, TimeSpan lease)
    {
        var known = Tab == tab;
        if (!known && !insists && !IsSilent(now, lease)) return false;
        RenewLease(now + lease);
        (Tab, IsHidden) = (tab, known && IsHidden);
        return !known;
    }

    /// <summary>The tab is closed or frozen: another one may have the calls at once, and the lease runs on for this one's return.</summary>
    public bool Rise(string tab)
    {
        if (Tab != tab) return false;
        (Tab, IsHidden) = (null, false);
        return true;
    }

    /// <returns>False when that was known, or is of no interest, since the calls ring in another tab.</returns>
    public bool Hide(string tab, bool hidden)
    {
        if (Tab != tab || IsHidden == hidden) return false;
        IsHidden = hidden;
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

    /// <summary>The board has not been heard of, and no telephone stands in for it: nothing can ring.</summary>
    public bool LoseLease(DateTime now)
    {
        if (CallId is not null || IsReached(now) || !Say(PresenceState.Offline, now)) return false;
        LostAt = LeaseUntil;
        return true;
    }
}
