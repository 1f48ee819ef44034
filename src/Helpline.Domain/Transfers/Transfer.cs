namespace Helpline.Domain.Transfers;

/// <summary>A counselor asks a colleague to go on with a caller, and the two speak first. Times are UTC.</summary>
public sealed class Transfer : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid CallId { get; init; }

    /// <summary>User name of the counselor who asks.</summary>
    public required string From { get; init; }

    /// <summary>User name of the colleague.</summary>
    public required string To { get; init; }
    public required DateTime AskedAt { get; init; }
    public TransferState State { get; private set; }

    /// <summary>The colleague must have answered, or be in the room, by then; while they consult, when a broken line is judged.</summary>
    public DateTime? Deadline { get; private set; }

    /// <summary>The provider's name for the colleague's line.</summary>
    public string? ToLeg { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public long Version { get; private set; }

    /// <param name="answerBy">It rings until then.</param>
    public static Transfer Ask(Guid id, Guid call, string from, string to, DateTime now, DateTime answerBy) =>
        new() { Id = id, CallId = call, From = from, To = to, AskedAt = now, Deadline = answerBy };

    /// <param name="enterBy">The ticket opens the room until then, once.</param>
    public bool Accept(DateTime enterBy)
    {
        if (!Move(TransferState.Accepted)) return false;
        Deadline = enterBy;
        return true;
    }

    /// <summary>The colleague's line asks for the room.</summary>
    public bool Admit(string leg, DateTime now)
    {
        if (Deadline < now || !Move(TransferState.Consulting)) return false;
        (ToLeg, Deadline) = (leg, null);
        return true;
    }

    /// <summary>The counselor's line ended in the consultation: hers alone, or everybody's, as reports under way will tell.</summary>
    /// <param name="judgeAt">Null when she is back.</param>
    public bool Doubt(DateTime? judgeAt)
    {
        if (State != TransferState.Consulting) return false;
        Deadline = judgeAt;
        return true;
    }

    /// <summary>Ends it, as completed, cancelled, refused, lapsed or broken.</summary>
    public bool Close(TransferState how, DateTime now)
    {
        if (TransferFlow.IsOpen(how) || !Move(how)) return false;
        (ClosedAt, Deadline) = (now, null);
        return true;
    }

    private bool Move(TransferState next)
    {
        if (!TransferFlow.Allows(State, next)) return false;
        State = next;
        return true;
    }
}
