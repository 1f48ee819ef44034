namespace Helpline.Domain.Calls;

/// <summary>Where a call is. The last seven are ends: a call never leaves them.</summary>
public enum CallState
{
    Greeting, Diverted, Waiting, Offered, Connecting, Talking, WrapUp,
    Done, Abandoned, Voicemail, Callback, Closed, Blocked, Failed,
}

/// <summary>What can happen to a call.</summary>
public enum CallEvent
{
    /// <summary>The caller chose a language, or the default was taken for her.</summary>
    LanguageChosen,

    /// <summary>Away from the queue, to the choice of a callback or a message: the line is closed, or the caller wants it so.</summary>
    Diverted,

    /// <summary>The caller goes on waiting, in the old place.</summary>
    Resumed,

    /// <summary>A callback was promised.</summary>
    CallbackAsked,

    /// <summary>The caller speaks a message.</summary>
    MessageLeft,

    /// <summary>The backup number has taken the call.</summary>
    Forwarded,

    /// <summary>The line was closed, and the caller wanted neither a callback nor a message.</summary>
    TurnedAway,

    /// <summary>A supervisor's or counselor's flag keeps this caller away for a time.</summary>
    Blocked,

    /// <summary>The call rings on a counselor's board.</summary>
    OfferedTo,

    /// <summary>The offer was declined, ran out, or was never shown.</summary>
    OfferLapsed,

    /// <summary>A counselor won the call.</summary>
    Accepted,

    /// <summary>The winner was not on the line in time, or gave the call back.</summary>
    ConnectLapsed,

    /// <summary>Caller and counselor hear each other.</summary>
    Bridged,

    /// <summary>The counselor's line broke and did not come back in time.</summary>
    CounselorLost,

    /// <summary>The counselor gave the caller back to the queue, for somebody else.</summary>
    HandedOn,

    /// <summary>The caller's line ended.</summary>
    CallerLeft,

    /// <summary>The counselor ended the talk.</summary>
    CounselorHungUp,

    /// <summary>The note is done.</summary>
    Finished,

    /// <summary>The time for the note was over; what is written stays.</summary>
    WrapUpEnded,

    /// <summary>The provider no longer knows the call and never said how it ended.</summary>
    Lost,

    /// <summary>A counselor calls somebody to whom we owe a call.</summary>
    Placed,

    /// <summary>The person whom we called did not come to the telephone, or the counselor canceled it before.</summary>
    NotReached,
}

/// <summary>The life of a call: the only list of legal moves.</summary>
public static class CallFlow
{
    /// <summary>The state after <paramref name="what"/> happened, or null when that cannot happen now.</summary>
    public static CallState? Next(CallState state, CallEvent what) => (state, what) switch
    {
        (CallState.Greeting, CallEvent.LanguageChosen) => CallState.Waiting,
        (CallState.Greeting, CallEvent.Blocked) => CallState.Blocked,
        (CallState.Greeting, CallEvent.Placed) => CallState.Connecting,
        (CallState.Greeting or CallState.Waiting or CallState.Offered, CallEvent.Diverted) => CallState.Diverted,
        (CallState.Diverted, CallEvent.Resumed) => CallState.Waiting,
        (CallState.Diverted, CallEvent.CallbackAsked) => CallState.Callback,
        (CallState.Diverted, CallEvent.MessageLeft) => CallState.Voicemail,
        (CallState.Diverted, CallEvent.Forwarded) => CallState.Done,
        (CallState.Diverted, CallEvent.TurnedAway) => CallState.Closed,
        (CallState.Waiting, CallEvent.OfferedTo) => CallState.Offered,
        (CallState.Offered, CallEvent.OfferLapsed) => CallState.Waiting,
        (CallState.Offered, CallEvent.Accepted) => CallState.Connecting,
        (CallState.Connecting, CallEvent.ConnectLapsed) => CallState.Waiting,
        (CallState.Connecting, CallEvent.Bridged) => CallState.Talking,
        (CallState.Connecting, CallEvent.NotReached) => CallState.Done,
        (CallState.Talking, CallEvent.CounselorLost) => CallState.Waiting,
        (CallState.Talking, CallEvent.HandedOn) => CallState.Waiting,
        (CallState.Talking, CallEvent.CallerLeft) => CallState.WrapUp,
        (CallState.Talking, CallEvent.CounselorHungUp) => CallState.WrapUp,
        (CallState.Talking, CallEvent.Finished) => CallState.Done,
        (CallState.WrapUp, CallEvent.Finished or CallEvent.WrapUpEnded) => CallState.Done,
        (CallState.Greeting or CallState.Diverted or CallState.Waiting or CallState.Offered or CallState.Connecting, CallEvent.CallerLeft) => CallState.Abandoned,
        (CallState.Greeting or CallState.Diverted or CallState.Waiting or CallState.Offered or CallState.Connecting, CallEvent.Lost) => CallState.Failed,
        (CallState.Talking, CallEvent.Lost) => CallState.WrapUp,
        _ => null,
    };

    /// <summary>No caller waits and no counselor works on it any more.</summary>
    public static bool IsEnd(CallState state) => state > CallState.WrapUp;

    /// <summary>The caller is on the line.</summary>
    public static bool IsLive(CallState state) => state < CallState.WrapUp;

    /// <summary>The call is one counselor's.</summary>
    public static bool IsClaimed(CallState state) => state is CallState.Connecting or CallState.Talking or CallState.WrapUp;
}
