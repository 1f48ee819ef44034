namespace Helpline.Domain.Calls;

/// <summary>
/// One caller's call. Its moves answer false when they are not legal now, because webhooks arrive late and twice:
/// a refused move is an answer, not an error. All times are UTC.
/// </summary>
public sealed partial class Call : IVersioned
{
    private readonly List<CallMove> moves = [];

    public required Guid Id { get; init; }

    /// <summary>The provider's name for the caller's line.</summary>
    public string CallerLeg { get; private set; } = "";
    public required DateTime ArrivedAt { get; init; }

    public CallState State { get; private set; } = CallState.Greeting;
    public DateTime Since { get; private set; }
    public string? Language { get; private set; }

    /// <summary>The number, encrypted; null when it was withheld.</summary>
    public string? SealedNumber { get; init; }

    /// <summary>The number under a keyed hash, to recognize a repeat caller; null when it was withheld.</summary>
    public string? NumberHash { get; init; }
    public bool RepeatCaller { get; init; }

    /// <summary>When the same number rang last before this; null for the first time, for a withheld number, for a call of ours, and once that call is forgotten.</summary>
    public DateTime? RangAt { get; init; }

    /// <summary>And when it rang before that.</summary>
    public DateTime? RangBeforeThatAt { get; init; }

    /// <summary>The place in the queue counts from here and survives every offer.</summary>
    public DateTime? QueuedAt { get; private set; }

    /// <summary>0 for everybody, 1 at the head of the queue: a caller whose talk broke off or was handed on, 2 for danger to life.</summary>
    public int Priority { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>When a counselor first spoke to the caller; stays when that counselor is lost.</summary>
    public DateTime? FirstAnsweredAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public DateTime? FinishedAt { get; private set; }

    /// <summary>What it is about, once somebody knows: a code of the list <c>service_kinds</c>. Routing prefers who answers it best.</summary>
    public string? Topic { get; private set; }

    /// <summary>The experience it wants; 0 is anybody's.</summary>
    public int Level { get; private set; }

    /// <summary>User name of the counselor who won the call.</summary>
    public string? Counselor { get; private set; }

    /// <summary>When somebody must have acted, or more may be asked; any node sweeps what is past it.</summary>
    public DateTime? Deadline { get; private set; }

    /// <summary>When the caller's line last asked for instructions.</summary>
    public DateTime HeardAt { get; private set; }
    public long Version { get; private set; }

    /// <summary>What happened since it was last asked, for the ledger: each move is handed out once.</summary>
    public IReadOnlyList<CallMove> TakeMoves()
    {
        CallMove[] taken = [.. moves];
        moves.Clear();
        return taken;
    }

    public static Call Arrive(Guid id, string leg, CallerIdentity caller, DateTime now) => new()
    {
        Id = id,
        CallerLeg = leg,
        ArrivedAt = now,
        Since = now,
        HeardAt = now,
        SealedNumber = caller.SealedNumber,
        NumberHash = caller.NumberHash,
        RepeatCaller = caller.Repeat,
        RangAt = caller.RangAt,
        RangBeforeThatAt = caller.RangBeforeThatAt,
    };

    public bool ChooseLanguage(string language, DateTime now)
    {
        if (!Move(CallEvent.LanguageChosen, now)) return false;
        (Language, QueuedAt) = (language, now);
        return true;
    }

    /// <summary>It rings, or rings for one more.</summary>
    public bool OfferTo(DateTime now) => State == CallState.Offered || Move(CallEvent.OfferedTo, now);

    public bool LapseOffer(DateTime now) => Move(CallEvent.OfferLapsed, now);

    public bool Accept(string counselor, DateTime now, CallRules rules)
    {
        if (!Move(CallEvent.Accepted, now)) return false;
        Claim(counselor, now, rules);
        return true;
    }

    /// <summary>The caller's line ended.</summary>
    /// <param name="at">When it ended as the provider tells it; of two reports the earlier counts.</param>
    public bool CallerLeaves(DateTime at, DateTime now, CallRules rules)
    {
        // Reports come in any order: with a counselor on the line, who joined may be told after who left.
        if (State == CallState.Connecting && CounselorLeg is not null)
        {
            if (CallerLeftAt <= at) return false;
            CallerLeftAt = at;
            DueBy(now + rules.Settle);
            return true;
        }
        CutOff |= LeftBroken(at, rules);
        return EndByCaller(at, now, rules);
    }

    /// <summary>The time to connect, to come back, to settle or to write is over.</summary>
    public bool Lapse(DateTime now, CallRules rules) => State switch
    {
        _ when Deadline is null || Deadline > now => false,
        CallState.Connecting when IsRinging => GiveUp(CounselorLeg is null || CounselorGone ? Calls.Unreached.Canceled : Calls.Unreached.NoAnswer, now),
        CallState.Connecting when CallerLeftAt is { } at => EndByCaller(at, now, rules),
        CallState.Connecting => ReturnToHead(CallEvent.ConnectLapsed, now),
        CallState.Talking when CounselorGone => CounselorHangsUp(now, rules),
        CallState.Talking => ReturnToHead(CallEvent.CounselorLost, now),
        CallState.WrapUp => End(CallEvent.WrapUpEnded, now),
        _ => false,
    };

    /// <summary>A late report says the line ended earlier than we thought.</summary>
    public bool CorrectEnd(DateTime at)
    {
        if (CallFlow.IsLive(State) || EndedAt is null || EndedAt <= at || at < (AnsweredAt ?? ArrivedAt)) return false;
        EndedAt = at;
        return true;
    }

    public bool CounselorHangsUp(DateTime now, CallRules rules)
    {
        if (!Move(CallEvent.CounselorHungUp, now)) return false;
        EndedAt = now;
        Deadline = now + rules.WrapUp;
        return true;
    }

    public bool Finish(DateTime now) => End(CallEvent.Finished, now);

    /// <summary>More time for the note.</summary>
    public bool ExtendWrapUp(DateTime now, TimeSpan more)
    {
        if (State != CallState.WrapUp) return false;
        Deadline = (Deadline > now ? Deadline.Value : now) + more;
        return true;
    }

    public bool Lose(DateTime now, CallRules rules)
    {
        if (!Move(CallEvent.Lost, now)) return false;
        CutOff = true;
        EndedAt = now;
        if (State == CallState.WrapUp) Deadline = now + rules.WrapUp;
        return true;
    }

    private bool End(CallEvent what, DateTime now)
    {
        if (!Move(what, now)) return false;
        EndedAt ??= now;
        FinishedAt = now;
        return true;
    }

    private bool EndByCaller(DateTime at, DateTime now, CallRules rules)
    {
        if (!Move(TurnedAwayNow ? CallEvent.TurnedAway : CallEvent.CallerLeft, now)) return false;
        EndedAt = Within(at, now);
        if (State == CallState.WrapUp) Deadline = now + rules.WrapUp;
        return true;
    }

    // A provider tells whole seconds on a clock of its own: no call ends before it was answered.
    private DateTime Within(DateTime at, DateTime now)
    {
        var start = AnsweredAt ?? QueuedAt ?? ArrivedAt;
        return at < start ? start : at > now ? now : at;
    }

    private void DueBy(DateTime when) => Deadline = Deadline < when ? Deadline : when;

    private bool Move(CallEvent what, DateTime now)
    {
        if (CallFlow.Next(State, what) is not { } next) return false;
        moves.Add(new CallMove(what, State, next, now));
        (State, Since, Deadline, HeldSince) = (next, now, null, null);
        // Who asked while the two were being joined needs help in the talk still.
        if (next != CallState.Talking) HelpAskedAt = null;
        return true;
    }
}

/// <summary>One line of a call's history.</summary>
public readonly record struct CallMove(CallEvent What, CallState From, CallState To, DateTime At);

/// <summary>What is kept of a caller's number; all empty when it was withheld.</summary>
public readonly record struct CallerIdentity(string? SealedNumber, string? NumberHash, bool Repeat, DateTime? RangAt = null, DateTime? RangBeforeThatAt = null);
