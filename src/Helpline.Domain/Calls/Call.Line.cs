using Helpline.Domain.Callers;
using Helpline.Domain.Line;

namespace Helpline.Domain.Calls;

/// <summary>A caller at the line's edges: kept away from the queue or back in it, known from before, in danger, cut off.</summary>
public sealed partial class Call
{
    /// <summary>Why the caller was led away from the queue; null while the way is free.</summary>
    public Diversion? Diversion { get; private set; }

    /// <summary>What the caller chose instead of waiting.</summary>
    public Exit? Exit { get; private set; }

    /// <summary>When the backup number was rung for this caller: once only.</summary>
    public DateTime? BackupRungAt { get; private set; }

    /// <summary>The longest wait ends here; the caller may choose to go on.</summary>
    public DateTime? WaitUntil { get; private set; }

    /// <summary>User name of the counselor whose talk with this caller broke off, or to whom the call was handed on: asked first when free.</summary>
    public string? Preferred { get; private set; }

    /// <summary>It ended and neither side had hung up properly.</summary>
    public bool CutOff { get; private set; }

    /// <summary>The flag that this caller's number had when the call came in.</summary>
    public FlagLevel? Flag { get; private set; }

    /// <summary>Why the counselor ended the talk, when the caller was to blame.</summary>
    public AbuseReason? Abuse { get; private set; }

    private bool TurnedAwayNow => State == CallState.Diverted && Diversion is { } why && Diversions.IsClosing(why);

    /// <summary>Into the queue.</summary>
    public bool Queue(string language, DateTime now, TimeSpan longestWait)
    {
        if (!ChooseLanguage(language, now)) return false;
        WaitUntil = now + longestWait;
        return true;
    }

    /// <summary>To the choice of a callback or a message. The place in the queue is kept, or counted from now.</summary>
    public bool Divert(Diversion why, DateTime now, Exit? exit = null, string? language = null)
    {
        if (!Move(CallEvent.Diverted, now)) return false;
        (Diversion, Exit, Language, QueuedAt) = (why, exit, language ?? Language, QueuedAt ?? now);
        if (why == Line.Diversion.NobodyThere) BackupRungAt ??= now;
        return true;
    }

    /// <param name="exit">Null takes the choice back.</param>
    public bool Choose(Exit? exit)
    {
        if (State != CallState.Diverted || Exit == exit) return false;
        Exit = exit;
        return true;
    }

    public bool Resume(DateTime now, TimeSpan longestWait)
    {
        if (Diversion is { } why && Diversions.IsClosing(why) || !Move(CallEvent.Resumed, now)) return false;
        (Diversion, Exit, WaitUntil) = (null, null, now + longestWait);
        return true;
    }

    /// <summary>Back in the queue after a talk or a connection that failed: the longest wait counts anew, whatever it was before.</summary>
    public void WaitAnew(DateTime now, TimeSpan longestWait) => WaitUntil = now + longestWait;

    /// <summary>While the caller waits: when more may be asked; null when all may already.</summary>
    public void WidenAt(DateTime? when)
    {
        if (State == CallState.Waiting) Deadline = when;
    }

    public bool PromiseCallback(DateTime now) => Close(CallEvent.CallbackAsked, now);

    public bool TakeMessage(DateTime now) => Close(CallEvent.MessageLeft, now);

    public bool TurnAway(DateTime now) => Close(CallEvent.TurnedAway, now);

    public bool Forward(DateTime now)
    {
        if (!Close(CallEvent.Forwarded, now)) return false;
        FinishedAt = now;
        return true;
    }

    public bool Block(string language, DateTime now)
    {
        if (!Close(CallEvent.Blocked, now)) return false;
        Language = language;
        return true;
    }

    /// <summary>Nearer to the head of the queue; a caller whose flag forbids it stays.</summary>
    public bool Raise(int priority)
    {
        if (Priority >= priority || Flag == FlagLevel.NoPriority || !CallFlow.IsLive(State)) return false;
        Priority = priority;
        return true;
    }

    public void Prefer(string? counselor) => Preferred = counselor;

    public void Mark(FlagLevel? flag) => Flag = flag;

    /// <summary>The talk is ended for this reason, and the caller hears it.</summary>
    public bool Blame(AbuseReason reason)
    {
        if (Abuse is not null || State is not (CallState.Talking or CallState.WrapUp)) return false;
        Abuse = reason;
        return true;
    }

    /// <summary>The provider says that the line failed; nobody hung up.</summary>
    public void BreakOff() => CutOff |= CallFlow.IsLive(State);

    // In a talk with the counselor's line broken, or waiting again after it broke. When both reports come at once, the caller hung up first.
    private bool LeftBroken(DateTime at, CallRules rules) => State switch
    {
        CallState.Talking => CounselorLeg is null && !CounselorGone && Deadline is { } due && at > due - rules.ReturnWithin + rules.Settle,
        CallState.Waiting or CallState.Offered or CallState.Connecting => Preferred is not null && HandedOnBy is null,
        _ => false,
    };

    private bool Close(CallEvent what, DateTime now)
    {
        if (!Move(what, now)) return false;
        EndedAt = now;
        return true;
    }
}
