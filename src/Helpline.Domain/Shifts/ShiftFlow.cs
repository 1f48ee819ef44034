namespace Helpline.Domain.Shifts;

/// <summary>Where a shift of the rota is. That it is over is a time, not a state.</summary>
public enum ShiftState { Open, Taken, Cancelled }

public enum ShiftEvent { Taken, Released, HandedOn, Moved, Cancelled }

/// <summary>The life of a shift: the only list of legal moves.</summary>
public static class ShiftFlow
{
    public static ShiftState? Next(ShiftState state, ShiftEvent what) => (state, what) switch
    {
        (ShiftState.Open, ShiftEvent.Taken) => ShiftState.Taken,
        (ShiftState.Open, ShiftEvent.Moved) => ShiftState.Open,
        (ShiftState.Taken, ShiftEvent.Released) => ShiftState.Open,
        (ShiftState.Taken, ShiftEvent.HandedOn or ShiftEvent.Moved) => ShiftState.Taken,
        (ShiftState.Open or ShiftState.Taken, ShiftEvent.Cancelled) => ShiftState.Cancelled,
        _ => null,
    };
}
