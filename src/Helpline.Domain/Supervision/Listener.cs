namespace Helpline.Domain.Supervision;

/// <summary>What a supervisor does in a call.</summary>
public enum ListenerMode
{
    /// <summary>Hears both, is heard by nobody.</summary>
    Listen,

    /// <summary>Is heard by the counselor alone.</summary>
    Coach,

    /// <summary>Is heard by both.</summary>
    Barge,
}

/// <summary>A supervisor in a call of a counselor: who listened to what, from when to when. Times are UTC.</summary>
public sealed class Listener : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid CallId { get; init; }

    /// <summary>User name of the supervisor.</summary>
    public required string UserName { get; init; }
    public required DateTime Since { get; init; }

    /// <summary>The ticket opens the room until then, once.</summary>
    public required DateTime TicketUntil { get; init; }

    /// <summary>The provider's name for the supervisor's line.</summary>
    public string? Leg { get; private set; }
    public ListenerMode Mode { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public long Version { get; private set; }

    /// <returns>False when the ticket was used, is too old, or the listening is over.</returns>
    public bool Admit(string leg, DateTime now)
    {
        if (Leg is not null || EndedAt is not null || TicketUntil < now) return false;
        Leg = leg;
        return true;
    }

    /// <returns>False when nobody is there to change: not in the room yet, or gone.</returns>
    public bool Become(ListenerMode mode)
    {
        if (Leg is null || EndedAt is not null) return false;
        Mode = mode;
        return true;
    }

    /// <summary>In the talk at that time, or on her way into it.</summary>
    public bool IsIn(DateTime at) => Since <= at && !(EndedAt <= at) && (Leg is not null || TicketUntil > at);

    public bool End(DateTime now)
    {
        if (EndedAt is not null) return false;
        EndedAt = now;
        return true;
    }
}
