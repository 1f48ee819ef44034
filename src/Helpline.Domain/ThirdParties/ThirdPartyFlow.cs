using Helpline.Domain.Calls;

namespace Helpline.Domain.ThirdParties;

/// <summary>The life of somebody who is called into a talk. The last three are ends.</summary>
public enum ThirdPartyState
{
    /// <summary>The telephone rings there.</summary>
    Calling,

    /// <summary>All three hear each other.</summary>
    Talking,

    /// <summary>Busy, not there, or nobody's number.</summary>
    Unreached,

    /// <summary>Put the telephone down, or its line ended and the talk's end was not reported yet.</summary>
    Left,

    /// <summary>The counselor took the line off again, or the talk is over.</summary>
    TakenOff,
}

/// <summary>Whether somebody may be called into a talk now, and if not, why not.</summary>
public enum Admission
{
    Granted,
    NotTalking,

    /// <summary>The caller hears music and would not know who comes.</summary>
    OnHold,
    SomebodyThere,

    /// <summary>A colleague is asked to take the call over.</summary>
    HandingOver,
}

/// <summary>The only list of the legal moves of a third party.</summary>
public static class ThirdPartyFlow
{
    public static bool IsOpen(ThirdPartyState state) => state is ThirdPartyState.Calling or ThirdPartyState.Talking;

    /// <summary>Whether a third party may go from <paramref name="state"/> to <paramref name="next"/>.</summary>
    public static bool Allows(ThirdPartyState state, ThirdPartyState next) => (state, next) switch
    {
        (ThirdPartyState.Calling, ThirdPartyState.Talking or ThirdPartyState.Unreached) => true,
        // Of somebody who spoke a moment the report of the end may come alone.
        (ThirdPartyState.Calling or ThirdPartyState.Talking, ThirdPartyState.Left or ThirdPartyState.TakenOff) => true,
        _ => false,
    };

    /// <param name="somebodyThere">Somebody was called into this talk already.</param>
    /// <param name="handingOver">A colleague is asked to take it over.</param>
    public static Admission Admits(Call call, bool somebodyThere, bool handingOver) => call switch
    {
        { State: not CallState.Talking } or { CounselorLeg: null } => Admission.NotTalking,
        _ when handingOver => Admission.HandingOver,
        _ when somebodyThere => Admission.SomebodyThere,
        { HeldSince: not null } => Admission.OnHold,
        _ => Admission.Granted,
    };
}
