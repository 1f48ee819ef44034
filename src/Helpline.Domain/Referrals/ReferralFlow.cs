namespace Helpline.Domain.Referrals;

/// <summary>Where a referral is. Overdue is no state: it is a deadline that has passed.</summary>
public enum ReferralState
{
    Draft,
    Sent,

    /// <summary>The receiver has seen it and has not answered.</summary>
    Received,
    Accepted,
    Scheduled,
    InProgress,
    OnHold,

    /// <summary>The receiver has reported; the sender has not looked at it yet.</summary>
    Completed,

    /// <summary>The sender has closed the loop. An end, like all that follow.</summary>
    Closed,
    Rejected,
    NotCompleted,
    Cancelled,
    EnteredInError,
}

public enum ReferralEvent
{
    Sent,
    Received,
    Accepted,
    Rejected,
    Scheduled,
    Rescheduled,
    Started,
    Held,
    Resumed,
    Completed,

    /// <summary>The sender says whether the person was reached and the need met.</summary>
    Reviewed,
    NotCompleted,
    Cancelled,
    EnteredInError,
}

/// <summary>Who makes a move.</summary>
[Flags]
public enum ReferralSide
{
    None = 0,

    /// <summary>Whoever sent it, who owns its case, or the supervisor of the team.</summary>
    Sender = 1,
    Receiver = 2,
}

/// <summary>The life of a referral: the only list of legal moves.</summary>
public static class ReferralFlow
{
    public static ReferralState? Next(ReferralState state, ReferralEvent what) => (state, what) switch
    {
        (ReferralState.Draft, ReferralEvent.Sent) => ReferralState.Sent,
        (ReferralState.Sent, ReferralEvent.Received) => ReferralState.Received,
        (ReferralState.Received, ReferralEvent.Accepted) => ReferralState.Accepted,
        (ReferralState.Received, ReferralEvent.Rejected) => ReferralState.Rejected,
        (ReferralState.Accepted, ReferralEvent.Scheduled) => ReferralState.Scheduled,
        (ReferralState.Scheduled, ReferralEvent.Rescheduled) => ReferralState.Scheduled,
        (ReferralState.Scheduled, ReferralEvent.Started) => ReferralState.InProgress,
        (ReferralState.InProgress, ReferralEvent.Held) => ReferralState.OnHold,
        (ReferralState.OnHold, ReferralEvent.Resumed) => ReferralState.InProgress,
        (ReferralState.InProgress, ReferralEvent.Completed) => ReferralState.Completed,
        (ReferralState.Completed, ReferralEvent.Reviewed) => ReferralState.Closed,
        // What was refused stays refused; its sender says that nothing more is to be done.
        (ReferralState.Rejected or ReferralState.NotCompleted, ReferralEvent.Reviewed) => state,
        (ReferralState.Accepted or ReferralState.Scheduled or ReferralState.InProgress or ReferralState.OnHold, ReferralEvent.NotCompleted) => ReferralState.NotCompleted,
        (ReferralState.Draft or ReferralState.Sent or ReferralState.Received, ReferralEvent.Cancelled) => ReferralState.Cancelled,
        (ReferralState.Accepted or ReferralState.Scheduled or ReferralState.InProgress or ReferralState.OnHold, ReferralEvent.Cancelled) => ReferralState.Cancelled,
        (not ReferralState.EnteredInError, ReferralEvent.EnteredInError) => ReferralState.EnteredInError,
        _ => null,
    };

    /// <summary>The moves that one press makes: whoever answers has received, and whoever reports a result has begun. None when it is not legal now.</summary>
    public static IReadOnlyList<ReferralEvent> Steps(ReferralState state, ReferralEvent what) => (state, what) switch
    {
        (ReferralState.Sent, ReferralEvent.Accepted or ReferralEvent.Rejected) => [ReferralEvent.Received, what],
        (ReferralState.Scheduled, ReferralEvent.Completed) => [ReferralEvent.Started, what],
        _ => Next(state, what) is null ? [] : [what],
    };

    public static ReferralSide Side(ReferralEvent what) => what switch
    {
        ReferralEvent.Sent or ReferralEvent.Reviewed or ReferralEvent.EnteredInError => ReferralSide.Sender,
        ReferralEvent.Held or ReferralEvent.Resumed or ReferralEvent.Cancelled => ReferralSide.Sender | ReferralSide.Receiver,
        _ => ReferralSide.Receiver,
    };

    /// <summary>What somebody on this side may do now.</summary>
    public static IEnumerable<ReferralEvent> Open(ReferralState state, ReferralSide side) =>
        Enum.GetValues<ReferralEvent>().Where(what => (Side(what) & side) != 0 && Steps(state, what).Count > 0);

    /// <summary>Accepted and not reported yet: the receiver knows who it is about.</summary>
    public static bool IsInHand(ReferralState state) => state is ReferralState.Accepted or ReferralState.Scheduled or ReferralState.InProgress or ReferralState.OnHold;

    /// <summary>Sent and waiting for an answer.</summary>
    public static bool IsToAnswer(ReferralState state) => state is ReferralState.Sent or ReferralState.Received;
}
