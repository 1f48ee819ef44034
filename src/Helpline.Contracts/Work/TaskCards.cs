namespace Helpline.Contracts.Work;

/// <summary>A promise to call somebody back. It never holds the number.</summary>
/// <param name="State">Open, Assigned, Done, Merged (the person asked again) or Answered (the person rang again).</param>
/// <param name="Language">kk, ru or en.</param>
/// <param name="QueuedAt">UTC; the place in the queue that it keeps.</param>
/// <param name="AskedAt">UTC.</param>
/// <param name="Owner">User name of whoever answers for it; null while there is no counselor at all.</param>
/// <param name="Shared">Others use this telephone: say nothing of us to whoever answers.</param>
/// <param name="When">AnyTime, Morning, Day or Evening.</param>
/// <param name="MayLeaveMessage">Whether a message may be left.</param>
/// <param name="MayCallNow">Whether it is safe at this moment, quiet hours included.</param>
/// <param name="Ending">The last two digits of the number; null when it cannot be read, because its key is lost.</param>
/// <param name="ClosedAt">UTC.</param>
/// <param name="Version">Rises with every change.</param>
/// <param name="Attempts">How often the person was called in vain.</param>
public sealed record CallbackCard(
    Guid Id, Guid CallId, string State, string Language, DateTime QueuedAt, DateTime AskedAt, string? Owner, bool Shared, string When,
    bool MayLeaveMessage, bool MayCallNow, string? Ending, DateTime? ClosedAt, long Version, int Attempts = 0);

/// <summary>The number of a callback, shown to its owner; the look is written to the ledger.</summary>
public sealed record CallbackNumber(string Number);

/// <summary>A message that a caller left.</summary>
/// <param name="State">Expected, Announced, Kept (it can be heard), Missing (it never came), Empty or Done.</param>
/// <param name="Language">kk, ru or en.</param>
/// <param name="LeftAt">UTC.</param>
/// <param name="Owner">User name of whoever answers for it; null while there is no counselor at all.</param>
/// <param name="Seconds">Null until the provider has reported it.</param>
/// <param name="ClosedAt">UTC.</param>
/// <param name="Version">Rises with every change.</param>
/// <param name="Attempts">How often the person was called in vain.</param>
/// <param name="Ending">The last two digits of the number it came from; empty when it was withheld, null when it cannot be read.</param>
/// <param name="MayCallNow">These are no quiet hours.</param>
public sealed record VoicemailCard(
    Guid Id, Guid CallId, string State, string Language, DateTime LeftAt, string? Owner, int? Seconds, DateTime? ClosedAt, long Version,
    int Attempts = 0, string? Ending = "", bool MayCallNow = true);

/// <summary>Why the person is called at a time that is not safe.</summary>
/// <param name="Reason">At most 200 characters; not needed at a safe time.</param>
public sealed record CallReason(string? Reason);

/// <param name="Owner">User name of who answers for it from now on.</param>
public sealed record TaskOwnerChange(string Owner);
