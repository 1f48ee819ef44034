using Helpline.Contracts.Calls;

namespace Helpline.Dashboard.Board;

/// <summary>What a call's state means on a screen.</summary>
internal static class CallStates
{
    /// <summary>Somebody is on the line and nobody has taken the call.</summary>
    public static bool Waits(CallCard call) => call.State is "Greeting" or "Waiting" or "Offered";

    /// <summary>The call keeps its counselor busy.</summary>
    public static bool Occupies(CallCard call) => call.State is "Connecting" or "Talking" or "WrapUp";
}
