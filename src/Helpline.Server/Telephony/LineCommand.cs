using Helpline.Domain;

namespace Helpline.Server.Telephony;

/// <summary>What the provider is asked to do with a leg.</summary>
internal enum LineCommandKind
{
    /// <summary>Take the leg out of whatever it does and let it ask <see cref="LineCommand.Path"/> what comes next.</summary>
    Redirect,

    /// <summary>End the leg.</summary>
    End,

    /// <summary>The leg hears music and nobody hears it, in <see cref="LineCommand.Conference"/>.</summary>
    Hold,

    /// <summary>The end of <see cref="Hold"/>.</summary>
    Resume,

    /// <summary>A supervisor's leg is heard by the leg in <see cref="LineCommand.Path"/> alone.</summary>
    Coach,

    /// <summary>A supervisor's leg is heard by all.</summary>
    Barge,

    /// <summary>A supervisor's leg is heard by nobody.</summary>
    Silence,

    /// <summary>Record the leg, and report to <see cref="LineCommand.Path"/>. Never twice at once: the provider refuses that.</summary>
    StartRecording,

    /// <summary>The end of <see cref="StartRecording"/>.</summary>
    StopRecording,

    /// <summary>Look for recordings of the leg whose report never came.</summary>
    FindRecordings,

    /// <summary>Bring the recording here; <see cref="LineCommand.Leg"/> names it.</summary>
    FetchRecording,

    /// <summary>Delete the recording at the provider.</summary>
    DeleteRecording,

    /// <summary>Ring the person of the call for its room. Never twice: a telephone that rings again alarms.</summary>
    Ring,

    /// <summary>Ring a counselor on her own telephone; <see cref="LineCommand.Leg"/> names the offer. Never twice.</summary>
    RingOwn,

    /// <summary>Ring somebody for the room of a talk; <see cref="LineCommand.Leg"/> names the third party. Never twice.</summary>
    RingThird,

    /// <summary>Send a text message; <see cref="LineCommand.CallId"/> names it. Never twice.</summary>
    Text,
}

/// <summary>
/// A request to the provider, written in the transaction that decided it and carried out after the commit (the outbox):
/// a crash in between loses nothing. Times are UTC.
/// </summary>
internal sealed class LineCommand : IVersioned
{
    public required Guid Id { get; init; }
    public required LineCommandKind Kind { get; init; }
    public required Guid CallId { get; init; }

    /// <summary>The provider's name of the leg or recording, or the offer or third party that rings.</summary>
    public required string Leg { get; init; }

    /// <summary>Path and query on our public address, or the leg that is coached; of an end, the leg that whoever coached the ended one is led to first. Else null.</summary>
    public string? Path { get; init; }

    /// <summary>The provider's name of the room the leg is in; null for commands that need none.</summary>
    public string? Conference { get; init; }

    /// <summary>Not before; moved ahead while a node works on it, so no other node takes it.</summary>
    public required DateTime DueAt { get; set; }
    public int Tries { get; set; }
    public DateTime? DoneAt { get; set; }

    /// <summary>How it ended: Done, Gone or a refusal's code.</summary>
    public string? Result { get; set; }
    public long Version { get; private set; }
}
