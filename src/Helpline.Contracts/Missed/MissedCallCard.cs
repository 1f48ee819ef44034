namespace Helpline.Contracts.Missed;

/// <summary>A call that no counselor spoke to.</summary>
/// <param name="Cause">NobodyOnShift, NobodySignedIn, AllBusy, OfferedNotShown, OfferedIgnored, Declined, ClaimedNotConnected, CallerLeft, Closed, Blocked or SystemError.</param>
/// <param name="At">UTC, when the call ended.</param>
/// <param name="WaitedSeconds">From entering the queue; from ringing when it never did.</param>
/// <param name="Owner">User name of whoever must act.</param>
/// <param name="ActedAt">UTC; null while somebody has to act.</param>
/// <param name="Act">What was done.</param>
/// <param name="Ending">The last two digits of the number; empty when it was withheld, null when it cannot be read any more.</param>
/// <param name="MayCallNow">Outside the quiet hours; otherwise a reason is asked for.</param>
/// <param name="Attempts">How often the person was called in vain.</param>
public sealed record MissedCallCard(
    Guid CallId, string Cause, DateTime At, int WaitedSeconds, string? Language, bool RepeatCaller, string? Owner, DateTime? ActedAt, string? Act,
    string? Ending, bool MayCallNow, int Attempts);

/// <param name="Act">CalledBack, NotReachable or NothingToDo.</param>
public sealed record MissedCallDone(string Act);
