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
/// <param name="Unreached">NoAnswer, Busy, Failed or Canceled: why the person whom we called was not reached.</param>
public sealed record CallCard(
    Guid Id, string State, string? Language, DateTime ArrivedAt, DateTime? QueuedAt, DateTime? AnsweredAt,
    DateTime? EndedAt, string? Counselor, bool RepeatCaller, long Version, DateTime? WrapUpUntil = null, DateTime? HeldSince = null,
    bool Outbound = false, string? Unreached = null);

/// <summary>A call with its note; <paramref name="Note"/> is null before a counselor accepted it, or when the reader may not see it.</summary>
/// <param name="Reason">Why the person was called at a time that was not safe; for who may see the note.</param>
public sealed record CallDetails(CallCard Call, NoteCard? Note, string? Reason = null);
