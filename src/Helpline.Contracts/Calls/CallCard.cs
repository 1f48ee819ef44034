namespace Helpline.Contracts.Calls;

/// <summary>A call as a board shows it. It never holds a number.</summary>
/// <param name="Id">The call.</param>
/// <param name="State">Greeting, Waiting, Offered, Connecting, Talking, WrapUp, Done, Abandoned, Voicemail, Callback, Closed, Blocked or Failed.</param>
/// <param name="Language">kk, ru or en; null until the caller has chosen.</param>
/// <param name="ArrivedAt">UTC, the first webhook.</param>
/// <param name="QueuedAt">UTC, the place in the queue is counted from here.</param>
/// <param name="AnsweredAt">UTC, both heard each other.</param>
/// <param name="EndedAt">UTC, the caller's line was cut.</param>
/// <param name="Counselor">User name of the counselor whose call it is.</param>
/// <param name="RepeatCaller">The same number rang before; never true for a withheld number.</param>
/// <param name="Version">Rises with every change of this call.</param>
/// <param name="HeldSince">UTC, since when the caller hears music.</param>
/// <param name="WrapUpUntil">UTC, when the counselor is free again though the note is not finished.</param>
/// <param name="Outbound">We call the person; while it is Connecting, the telephone rings there.</param>
/// <param name="ByPhone">The counselor talks on her own telephone.</param>
/// <param name="Unreached">NoAnswer, Busy, Failed or Canceled: why the person whom we called was not reached.</param>
/// <param name="RecordedSince">UTC, since when the talk is recorded, with the caller's consent.</param>
/// <param name="RecordingLost">A recording of it did not begin or did not arrive.</param>
/// <param name="HelpAskedAt">UTC, since when the counselor waits for a supervisor; null when she needs none.</param>
public sealed record CallCard(
    Guid Id, string State, string? Language, DateTime ArrivedAt, DateTime? QueuedAt, DateTime? AnsweredAt,
    DateTime? EndedAt, string? Counselor, bool RepeatCaller, long Version, DateTime? WrapUpUntil = null, DateTime? HeldSince = null,
    bool Outbound = false, string? Unreached = null, bool ByPhone = false, DateTime? RecordedSince = null, bool RecordingLost = false,
    DateTime? HelpAskedAt = null);

/// <summary>A call with what is known of it; its note is read for itself, at <see cref="Routes.NoteRecord"/>.</summary>
/// <param name="Reason">Why the person was called at a time that was not safe; for who may see the note.</param>
/// <param name="Recordings">Of its talks, the oldest first; for who may see the note.</param>
/// <param name="HasContact">Somebody talked with the person, and the reader may go on from there: plan a follow-up, write a referral.</param>
public sealed record CallDetails(CallCard Call, string? Reason = null, IReadOnlyList<RecordingCard>? Recordings = null, bool HasContact = false);

/// <summary>The recording of a talk; its sound is at <see cref="Routes.Audio"/>.</summary>
/// <param name="State">Expected, Announced, Kept, Missing or Empty.</param>
/// <param name="StartedAt">UTC.</param>
public sealed record RecordingCard(Guid Id, string State, DateTime StartedAt, int? Seconds);
