namespace Helpline.Domain.FollowUps;

/// <summary>Where a follow-up is. The last four are ends.</summary>
public enum FollowUpState
{
    /// <summary>Its time has not come.</summary>
    Scheduled,

    /// <summary>It is time.</summary>
    Due,

    /// <summary>Tried in vain, and to be tried again at its next due time.</summary>
    Attempted,
    Reached,

    /// <summary>Tried as often as we try, or the number is wrong.</summary>
    Unreachable,
    Cancelled,

    /// <summary>A newer one of the same kind goes on in its place.</summary>
    Superseded,
}

public enum FollowUpEvent { CameDue, Tried, Agreed, GivenOn, Reached, GivenUp, Cancelled, Superseded }

/// <summary>The life of a follow-up: the only list of legal moves.</summary>
public static class FollowUpFlow
{
    public static FollowUpState? Next(FollowUpState state, FollowUpEvent what) => (state, what) switch
    {
        (FollowUpState.Scheduled or FollowUpState.Attempted, FollowUpEvent.CameDue) => FollowUpState.Due,
        (FollowUpState.Scheduled or FollowUpState.Due or FollowUpState.Attempted, FollowUpEvent.Tried) => FollowUpState.Attempted,
        (FollowUpState.Scheduled or FollowUpState.Due or FollowUpState.Attempted, FollowUpEvent.Agreed) => FollowUpState.Scheduled,
        (FollowUpState.Scheduled or FollowUpState.Due or FollowUpState.Attempted, FollowUpEvent.GivenOn) => state,
        (FollowUpState.Scheduled or FollowUpState.Due or FollowUpState.Attempted, FollowUpEvent.Reached) => FollowUpState.Reached,
        (FollowUpState.Scheduled or FollowUpState.Due or FollowUpState.Attempted, FollowUpEvent.GivenUp) => FollowUpState.Unreachable,
        (FollowUpState.Scheduled or FollowUpState.Due or FollowUpState.Attempted, FollowUpEvent.Cancelled) => FollowUpState.Cancelled,
        (FollowUpState.Scheduled or FollowUpState.Due or FollowUpState.Attempted, FollowUpEvent.Superseded) => FollowUpState.Superseded,
        _ => null,
    };

    /// <summary>Somebody has something to do, now or later.</summary>
    public static bool IsOpen(FollowUpState state) => state is FollowUpState.Scheduled or FollowUpState.Due or FollowUpState.Attempted;
}
