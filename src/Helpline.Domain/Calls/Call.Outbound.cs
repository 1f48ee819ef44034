namespace Helpline.Domain.Calls;

/// <summary>Why somebody whom we rang was not reached.</summary>
public enum Unreached
{
    NoAnswer, Busy, Failed,

    /// <summary>The counselor thought better of it, or was not on the line.</summary>
    Canceled,
}

/// <summary>A call that we place: it is its counselor's from the start, and the person is rung once she is in the room.</summary>
public sealed partial class Call
{
    /// <summary>How long the telephone of somebody whom we call rings.</summary>
    public static readonly TimeSpan RingsFor = TimeSpan.FromSeconds(30);

    /// <summary>We ring the person; the line of the other calls is rung.</summary>
    public bool Outbound { get; init; }

    /// <summary>Since when the person is rung: once only, however often the counselor's browser comes back.</summary>
    public DateTime? RungAt { get; private set; }

    /// <summary>Set when the person was rung in vain.</summary>
    public Unreached? Unreached { get; private set; }

    /// <summary>Why it was placed at a time that is not safe or quiet, encrypted; null when the time was right.</summary>
    public string? SealedReason { get; init; }

    /// <summary>We wait for the person to pick up.</summary>
    public bool IsRinging => Outbound && State == CallState.Connecting && FirstAnsweredAt is null;

    /// <summary>The provider has said how the caller's line is called; until then a name of ours stands for it.</summary>
    public bool HasCallerLeg => !Outbound || CallerLeg != NamelessLeg(Id);

    public static Call Place(Guid id, CallerIdentity person, string language, string counselor, string? sealedReason, DateTime now, CallRules rules)
    {
        var call = new Call
        {
            Id = id,
            CallerLeg = NamelessLeg(id),
            ArrivedAt = now,
            Since = now,
            HeardAt = now,
            SealedNumber = person.SealedNumber,
            NumberHash = person.NumberHash,
            RepeatCaller = person.Repeat,
            Language = language,
            Outbound = true,
            SealedReason = sealedReason,
        };
        call.Move(CallEvent.Placed, now);
        call.Claim(counselor, now, rules);
        return call;
    }

    /// <returns>False when it is not to be rung, or is already.</returns>
    public bool Ring(DateTime now, CallRules rules)
    {
        if (!IsRinging || RungAt is not null) return false;
        RungAt = now;
        Deadline = now + RingsFor + rules.ConnectWithin;
        return true;
    }

    /// <summary>The provider has named the line of the person whom we ring.</summary>
    /// <returns>False when another line has that name already.</returns>
    public bool NameCallerLeg(string leg)
    {
        if (HasCallerLeg) return CallerLeg == leg;
        CallerLeg = leg;
        return true;
    }

    /// <summary>The person was not reached.</summary>
    public bool GiveUp(Unreached why, DateTime now)
    {
        if (!IsRinging || !End(CallEvent.NotReached, now)) return false;
        Unreached = why;
        return true;
    }

    private static string NamelessLeg(Guid id) => $"ring-{id:N}";
}
