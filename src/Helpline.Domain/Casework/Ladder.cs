namespace Helpline.Domain.Casework;

/// <summary>Who hears of something overdue, one after the other.</summary>
public enum LadderStep
{
    /// <summary>Whoever has to do it.</summary>
    Owner,

    /// <summary>The owner of the case, or a supervisor when that is the same person.</summary>
    Coordinator,
    Supervisor,
}

/// <summary>After how long past its due time each step is taken.</summary>
public sealed record Ladder(TimeSpan Owner, TimeSpan Coordinator, TimeSpan Supervisor)
{
    public TimeSpan After(LadderStep step) => step switch
    {
        LadderStep.Owner => Owner,
        LadderStep.Coordinator => Coordinator,
        LadderStep.Supervisor => Supervisor,
    };

    /// <summary>The steps whose time has come, lowest first.</summary>
    public IEnumerable<LadderStep> Reached(DateTime dueAt, DateTime now) => Enum.GetValues<LadderStep>().Where(step => dueAt + After(step) <= now);
}

/// <summary>Why something climbed.</summary>
public enum EscalationCause
{
    Overdue,

    /// <summary>Somebody at high risk was not reached: the supervisor at once.</summary>
    NotReached,

    /// <summary>Somebody in contact with us is in danger: the supervisor at once.</summary>
    AtRisk,

    /// <summary>Somebody is in danger whose case is closed, so that no call was planned.</summary>
    NotPlanned,

    /// <summary>A worker saw signs of danger on a visit.</summary>
    DangerSigns,

    /// <summary>Nobody was met on a visit, as often as it is tried, or nobody has said what comes in its place.</summary>
    VisitMissed,
}

/// <summary>
/// A step that was taken, once for each due time; a flag with a time, no state: what is overdue stays what it is. Times are UTC.
/// </summary>
public sealed class Escalation : IVersioned
{
    public required Guid Id { get; init; }
    public required Subject Subject { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>The number of the subject, to be shown.</summary>
    public required string Number { get; init; }
    public required LadderStep Step { get; init; }
    public required EscalationCause Cause { get; init; }

    /// <summary>Of the subject when it climbed.</summary>
    public required DateTime DueAt { get; init; }
    public required DateTime RaisedAt { get; init; }

    /// <summary>User name of who is told; null for the supervisors of the team.</summary>
    public string? To { get; init; }
    public string? Team { get; init; }

    /// <summary>Somebody has seen to it, or there is nothing to see to any more.</summary>
    public DateTime? ClosedAt { get; private set; }
    public string? ClosedBy { get; private set; }
    public long Version { get; private set; }

    /// <returns>False when it is closed already.</returns>
    public bool Close(string? by, DateTime now)
    {
        if (ClosedAt is not null) return false;
        (ClosedAt, ClosedBy) = (now, by);
        return true;
    }
}
