namespace Helpline.Contracts.Shifts;

/// <summary>A shift of one day. A time without an offset is by the wall clock of the line.</summary>
/// <param name="Counselor">User name; null for an open one.</param>
/// <param name="Language">That whoever takes it must speak; null for any.</param>
public sealed record NewShift(DateTime From, DateTime To, string? Counselor = null, string? Language = null);

/// <summary>How a shift shall be. A time without an offset is by the wall clock of the line.</summary>
/// <param name="Counselor">Null makes it open.</param>
/// <param name="Reason">Why hours may be left to nobody; needed only when they are.</param>
/// <param name="Version">What the reader saw; null not to be asked.</param>
public sealed record ShiftChange(DateTime From, DateTime To, string? Counselor, string? Language, string? Reason = null, long? Version = null);

/// <param name="Reason">Why hours may be left to nobody; needed only when they are.</param>
public sealed record ShiftReason(string? Reason = null);

/// <summary>A shift of every week, in local times of the line.</summary>
/// <param name="Day">On which it begins: Monday to Sunday.</param>
/// <param name="Ends">On the next day when it is not later than <paramref name="Begins"/>.</param>
/// <param name="FirstDay">The first day that may have one.</param>
public sealed record NewWeekly(string Day, TimeOnly Begins, TimeOnly Ends, DateOnly FirstDay, string? Counselor = null, string? Language = null, bool OnHolidays = true);

/// <param name="InReturn">A shift of the reader's for the one she takes; null for none.</param>
public sealed record SwapTaking(Guid? InReturn = null);
