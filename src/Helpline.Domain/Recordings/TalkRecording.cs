using Helpline.Domain.Voicemails;

namespace Helpline.Domain.Recordings;

/// <summary>
/// The recording of one talk. It lives as a message does (<see cref="VoicemailFlow"/>), but is nobody's task. Times are UTC.
/// </summary>
public sealed class TalkRecording : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid CallId { get; init; }

    /// <summary>User name of the counselor who talked.</summary>
    public required string Counselor { get; init; }
    public required DateTime StartedAt { get; init; }

    /// <summary>When it must be here; after it the call says that it is missing.</summary>
    public required DateTime Deadline { get; set; }

    /// <summary>The provider's name of it.</summary>
    public string? Recording { get; private set; }
    public int? Seconds { get; private set; }
    public VoicemailState State { get; private set; }
    public long Version { get; private set; }

    public bool Announce(string recording, int seconds)
    {
        if (!Move(VoicemailEvent.Announced)) return false;
        (Recording, Seconds) = (recording, seconds);
        return true;
    }

    public bool Keep() => Move(VoicemailEvent.Fetched);

    public bool Miss(DateTime now) => Deadline <= now && Move(VoicemailEvent.Overdue);

    /// <summary>Nothing was recorded, or nothing of it may be kept.</summary>
    public bool Discard() => Move(VoicemailEvent.NothingSaid);

    private bool Move(VoicemailEvent what)
    {
        if (VoicemailFlow.Next(State, what) is not { } next) return false;
        State = next;
        return true;
    }
}
