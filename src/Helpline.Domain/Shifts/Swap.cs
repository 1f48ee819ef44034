namespace Helpline.Domain.Shifts;

/// <summary>A counselor wants to give a shift of hers to a colleague, perhaps for one of the colleague's. Times are UTC.</summary>
public sealed class Swap : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid ShiftId { get; init; }

    /// <summary>User name of whose shift it is.</summary>
    public required string AskedBy { get; init; }
    public required DateTime AskedAt { get; init; }
    public SwapState State { get; private set; }

    /// <summary>User name of the colleague.</summary>
    public string? TakenBy { get; private set; }

    /// <summary>The shift of the colleague that <see cref="AskedBy"/> gets for hers; null for none.</summary>
    public Guid? InReturn { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>User name of whoever decided; null when it lapsed.</summary>
    public string? EndedBy { get; private set; }
    public long Version { get; private set; }

    public bool Take(string colleague, Guid? inReturn)
    {
        if (colleague == AskedBy || !Move(SwapEvent.Taken)) return false;
        (TakenBy, InReturn) = (colleague, inReturn);
        return true;
    }

    /// <summary>The colleague has thought better of it.</summary>
    public bool GiveBack()
    {
        if (!Move(SwapEvent.GivenBack)) return false;
        (TakenBy, InReturn) = (null, null);
        return true;
    }

    /// <param name="by">Null for the system.</param>
    /// <param name="what">Approved, Refused, Withdrawn or Lapsed.</param>
    public bool End(SwapEvent what, string? by, DateTime now)
    {
        if (!Move(what)) return false;
        (EndedBy, EndedAt) = (by, now);
        return true;
    }

    private bool Move(SwapEvent what)
    {
        if (SwapFlow.Next(State, what) is not { } next) return false;
        State = next;
        return true;
    }
}
