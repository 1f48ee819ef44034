namespace Helpline.Domain.Calls;

/// <summary>A counselor who needs a supervisor in her talk.</summary>
public sealed partial class Call
{
    /// <summary>Since when she waits for one; null once a supervisor is in the room, the talk is over or somebody else goes on with it.</summary>
    public DateTime? HelpAskedAt { get; private set; }

    public bool AskForHelp(DateTime now)
    {
        if (State is not (CallState.Connecting or CallState.Talking)) return false;
        HelpAskedAt = now;
        return true;
    }

    /// <summary>A supervisor is in the room.</summary>
    public void HelpComes() => HelpAskedAt = null;
}
