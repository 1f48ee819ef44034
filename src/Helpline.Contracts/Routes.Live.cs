namespace Helpline.Contracts;

public static partial class Routes
{
    /// <summary>GET <see cref="Live.LiveCalls"/>: who waits and who is in danger at this moment. Supervisors only.</summary>
    public const string LiveCalls = "api/live/calls";

    /// <summary>GET <see cref="Live.LiveFigures"/>: today and this hour, and what nobody has done yet. Supervisors only.</summary>
    public const string LiveFigures = "api/live/figures";

    /// <summary>POST <see cref="Live.NewMessage"/>: some words on a colleague's screen. Supervisors only.</summary>
    public const string LiveMessages = "api/live/messages";

    /// <summary>GET <see cref="Line.DetourCard"/>[], those that stand; POST <see cref="Line.NewDetour"/>; DELETE one by its id. Supervisors only.</summary>
    public const string Detours = "api/line/detours";

    /// <summary>PUT <see cref="Helpline.Contracts.Calls.CallAssignee"/>: a caller who waits or talks is given to somebody. Supervisors only.</summary>
    public static string Assignee(Guid call) => $"{Calls}/{call}/assignee";
}
