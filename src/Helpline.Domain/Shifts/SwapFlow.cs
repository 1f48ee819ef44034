namespace Helpline.Domain.Shifts;

/// <summary>Where a swap is. The last four are ends; only <see cref="Approved"/> changes the rota.</summary>
public enum SwapState
{
    Asked, Taken, Approved, Refused, Withdrawn,

    /// <summary>Its shift began, was changed or cancelled before anybody decided.</summary>
    Lapsed,
}

public enum SwapEvent { Taken, GivenBack, Approved, Refused, Withdrawn, Lapsed }

/// <summary>The life of a swap: asked by one counselor, taken by another, decided by a supervisor.</summary>
public static class SwapFlow
{
    public static SwapState? Next(SwapState state, SwapEvent what) => (state, what) switch
    {
        (SwapState.Asked, SwapEvent.Taken) => SwapState.Taken,
        (SwapState.Taken, SwapEvent.GivenBack) => SwapState.Asked,
        (SwapState.Taken, SwapEvent.Approved) => SwapState.Approved,
        (SwapState.Asked or SwapState.Taken, SwapEvent.Refused) => SwapState.Refused,
        (SwapState.Asked or SwapState.Taken, SwapEvent.Withdrawn) => SwapState.Withdrawn,
        (SwapState.Asked or SwapState.Taken, SwapEvent.Lapsed) => SwapState.Lapsed,
        _ => null,
    };

    public static bool IsOpen(SwapState state) => state is SwapState.Asked or SwapState.Taken;
}
