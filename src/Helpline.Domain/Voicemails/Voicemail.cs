using Helpline.Domain.Work;

namespace Helpline.Domain.Voicemails;

/// <summary>Where a message is. The last two are ends.</summary>
public enum VoicemailState
{
    /// <summary>The caller was asked to speak.</summary>
    Expected,

    /// <summary>The provider has it; it is being fetched.</summary>
    Announced,

    /// <summary>It is here, encrypted, and can be heard.</summary>
    Kept,

    /// <summary>It did not come in time. Its owner is told; it may still come.</summary>
    Missing,

    /// <summary>Nothing was said.</summary>
    Empty,
    Done,
}

public enum VoicemailEvent { Announced, Fetched, Overdue, NothingSaid, Finished }

/// <summary>The life of a message: the only list of legal moves.</summary>
public static class VoicemailFlow
{
    public static VoicemailState? Next(VoicemailState state, VoicemailEvent what) => (state, what) switch
    {
        (VoicemailState.Expected or VoicemailState.Missing, VoicemailEvent.Announced) => VoicemailState.Announced,
        (VoicemailState.Announced or VoicemailState.Missing, VoicemailEvent.Fetched) => VoicemailState.Kept,
        (VoicemailState.Expected or VoicemailState.Announced, VoicemailEvent.Overdue) => VoicemailState.Missing,
        (VoicemailState.Expected or VoicemailState.Missing, VoicemailEvent.NothingSaid) => VoicemailState.Empty,
        (VoicemailState.Kept or VoicemailState.Missing, VoicemailEvent.Finished) => VoicemailState.Done,
        _ => null,
    };
}

/// <summary>A message that a caller has spoken. Times are UTC.</summary>
public sealed class Voicemail : IVersioned, IOwedCall
{
    public required Guid Id { get; init; }

    /// <summary>One message a call.</summary>
    public required Guid CallId { get; init; }
    public required string Language { get; init; }
    public required DateTime LeftAt { get; init; }

    /// <summary>When it must be here; after it the owner is told that it is missing.</summary>
    public required DateTime Deadline { get; init; }

    /// <summary>The provider's name of the recording.</summary>
    public string? Recording { get; private set; }
    public int? Seconds { get; private set; }
    public VoicemailState State { get; private set; }

    /// <summary>User name of whoever answers for it until it is done.</summary>
    public string? Owner { get; set; }
    public Guid? Calling { get; private set; }
    public int Attempts { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public long Version { get; private set; }

    public bool Announce(string recording, int seconds)
    {
        if (!Move(VoicemailEvent.Announced)) return false;
        (Recording, Seconds) = (recording, seconds);
        return true;
    }

    public bool Keep() => Move(VoicemailEvent.Fetched);

    public bool Miss(DateTime now) => Deadline <= now && Move(VoicemailEvent.Overdue);

    public bool IsEmpty(DateTime now) => Close(VoicemailEvent.NothingSaid, now);

    public bool Call(Guid call)
    {
        if (Calling is not null || ClosedAt is not null) return false;
        Calling = call;
        return true;
    }

    public void Called(bool reached, DateTime now)
    {
        Calling = null;
        if (reached) Finish(now);
        else Attempts++;
    }

    public bool Finish(DateTime now) => Close(VoicemailEvent.Finished, now);

    private bool Close(VoicemailEvent what, DateTime now)
    {
        if (!Move(what)) return false;
        ClosedAt = now;
        return true;
    }

    private bool Move(VoicemailEvent what)
    {
        if (VoicemailFlow.Next(State, what) is not { } next) return false;
        State = next;
        return true;
    }
}

/// <summary>The sound of a message or of a recorded talk, apart from it so that a list need not load it.</summary>
public sealed class KeptSound
{
    /// <summary>The message's or the recording's.</summary>
    public required Guid Id { get; init; }

    /// <summary>A WAV file, encrypted.</summary>
    public required byte[] Sealed { get; init; }
}
