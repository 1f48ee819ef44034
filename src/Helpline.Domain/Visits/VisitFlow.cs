namespace Helpline.Domain.Visits;

/// <summary>Where a patronage visit is. The last three are ends; a missed one goes on as a new visit, or is entered late.</summary>
public enum VisitState { Planned, Confirmed, Done, Missed, Cancelled }

public enum VisitEvent { Confirmed, Moved, Done, Missed, Cancelled, Replanned, Escalated, SeenTo, Settled }

/// <summary>The life of a patronage visit: the only list of legal moves.</summary>
public static class VisitFlow
{
    public static VisitState? Next(VisitState state, VisitEvent what) => (state, what) switch
    {
        (VisitState.Planned, VisitEvent.Confirmed) => VisitState.Confirmed,
        (VisitState.Planned or VisitState.Confirmed, VisitEvent.Moved) => VisitState.Planned,
        (VisitState.Planned or VisitState.Confirmed, VisitEvent.Missed) => VisitState.Missed,
        (VisitState.Planned or VisitState.Confirmed, VisitEvent.Cancelled) => VisitState.Cancelled,
        // A missed one that took place after all is entered late, with its true date.
        (VisitState.Planned or VisitState.Confirmed or VisitState.Missed, VisitEvent.Done) => VisitState.Done,
        (VisitState.Missed, VisitEvent.Replanned or VisitEvent.Escalated or VisitEvent.SeenTo or VisitEvent.Settled) => VisitState.Missed,
        (VisitState.Done, VisitEvent.Escalated or VisitEvent.SeenTo or VisitEvent.Settled) => VisitState.Done,
        _ => null,
    };

    /// <summary>Somebody is expected at the door.</summary>
    public static bool IsAhead(VisitState state) => state is VisitState.Planned or VisitState.Confirmed;
}
