namespace Helpline.Domain.Callbacks;

/// <summary>Where a callback is. The last four are ends.</summary>
public enum CallbackState
{
    /// <summary>The number is not confirmed yet: nothing was promised.</summary>
    Draft,

    /// <summary>Promised; its owner has not taken it up.</summary>
    Open,

    /// <summary>Somebody has taken it up.</summary>
    Assigned,

    /// <summary>The person was reached.</summary>
    Done,

    /// <summary>The same person asked again, and the newer one goes on in its place.</summary>
    Merged,

    /// <summary>The person rang again and was answered.</summary>
    Answered,

    /// <summary>Laid aside without a talk.</summary>
    GivenUp,
}

public enum CallbackEvent { Confirmed, Taken, GivenOn, Finished, AskedAgain, RangAndAnswered, LaidAside }

/// <summary>The life of a callback: the only list of legal moves.</summary>
public static class CallbackFlow
{
    public static CallbackState? Next(CallbackState state, CallbackEvent what) => (state, what) switch
    {
        (CallbackState.Draft, CallbackEvent.Confirmed) => CallbackState.Open,
        (CallbackState.Open or CallbackState.Assigned, CallbackEvent.Taken) => CallbackState.Assigned,
        (CallbackState.Open or CallbackState.Assigned, CallbackEvent.GivenOn) => CallbackState.Open,
        (CallbackState.Open or CallbackState.Assigned, CallbackEvent.Finished) => CallbackState.Done,
        (CallbackState.Open or CallbackState.Assigned, CallbackEvent.AskedAgain) => CallbackState.Merged,
        (CallbackState.Open or CallbackState.Assigned, CallbackEvent.RangAndAnswered) => CallbackState.Answered,
        (CallbackState.Open or CallbackState.Assigned, CallbackEvent.LaidAside) => CallbackState.GivenUp,
        _ => null,
    };

    /// <summary>Somebody owes a call.</summary>
    public static bool IsOwed(CallbackState state) => state is CallbackState.Open or CallbackState.Assigned;
}
