namespace Helpline.Domain.Line;

/// <summary>Why a caller is led away from the queue.</summary>
public enum Diversion
{
    /// <summary>Outside the opening hours, or closed by a supervisor.</summary>
    Closed,
    Holiday,

    /// <summary>A supervisor closed the line for a technical fault.</summary>
    Technical,

    /// <summary>More wait than the line takes.</summary>
    QueueFull,

    /// <summary>The longest wait is over.</summary>
    LongWait,

    /// <summary>No counselor is signed in, or none came in all the time until the backup number is asked: it takes the call.</summary>
    NobodyThere,

    /// <summary>The caller would rather be called back or leave a message.</summary>
    Asked,
}

/// <summary>What a caller can do instead of waiting.</summary>
public enum Exit { Callback, Voicemail }

public static class Diversions
{
    /// <summary>There is no queue to go back to.</summary>
    public static bool IsClosing(Diversion why) => why is Diversion.Closed or Diversion.Holiday or Diversion.Technical or Diversion.QueueFull;
}
