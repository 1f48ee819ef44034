namespace Helpline.Domain.Shifts;

/// <summary>Hours on the rota: somebody's, or open to whoever signs up. Times are UTC.</summary>
public sealed class Shift : IVersioned
{
    public required Guid Id { get; init; }
    public required DateTime From { get; set; }

    /// <summary>The first moment after it.</summary>
    public required DateTime To { get; set; }

    /// <summary>Whoever takes it speaks this language; null for anybody.</summary>
    public string? Language { get; set; }

    /// <summary>The weekly shift it belongs to.</summary>
    public Guid? WeeklyId { get; init; }

    /// <summary>Of a weekly one, the local day on which it begins; one a day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>User name; null for the system.</summary>
    public string? MadeBy { get; init; }
    public required DateTime MadeAt { get; init; }
    public ShiftState State { get; private set; }

    /// <summary>User name of whoever works then; null for an open one.</summary>
    public string? Counselor { get; private set; }

    /// <summary>Since when it is hers; before that she was not on shift, though the hours had begun.</summary>
    public DateTime? TakenAt { get; private set; }
    public DateTime? RemindedAt { get; private set; }
    public long Version { get; private set; }

    public bool Take(string counselor, DateTime now) => Move(ShiftEvent.Taken) && Belongs(counselor, now);

    /// <summary>It is open again.</summary>
    public bool Release() => Move(ShiftEvent.Released) && Belongs(null, null);

    /// <summary>From one counselor to another, without being open in between.</summary>
    public bool HandOn(string counselor, DateTime now) => Move(ShiftEvent.HandedOn) && Belongs(counselor, now);

    public bool MoveTo(DateTime from, DateTime to)
    {
        if (!Move(ShiftEvent.Moved)) return false;
        if (from != From) RemindedAt = null;
        (From, To) = (from, to);
        return true;
    }

    public bool Cancel() => Move(ShiftEvent.Cancelled);

    /// <returns>False when nobody has to be reminded, or she was.</returns>
    public bool Remind(DateTime now)
    {
        if (State != ShiftState.Taken || RemindedAt is not null) return false;
        RemindedAt = now;
        return true;
    }

    private bool Belongs(string? counselor, DateTime? since)
    {
        (Counselor, TakenAt, RemindedAt) = (counselor, since, null);
        return true;
    }

    private bool Move(ShiftEvent what)
    {
        if (ShiftFlow.Next(State, what) is not { } next) return false;
        State = next;
        return true;
    }
}
