namespace Helpline.Contracts;

public static partial class Routes
{
    /// <summary>GET <see cref="Live.LiveCalls"/>: who waits and who is in danger at this moment. Supervisors only.</summary>
    public const string LiveCalls = "api/live/calls";

    /// <summary>GET <see cref="Live.LiveFigures"/>: today and this hour, and what nobody has done yet. Supervisors only.</summary>
    public const string LiveFigures = "api/live/figures";

    /// <summary>POST <see cref="Live.NewMessage"/>: some words on a colleague's screen. Supervisors only.</summary>
    public const string LiveMessages = "api/live/messages";
}
