using Helpline.Contracts.Catalog;

namespace Helpline.Contracts.Shifts;

/// <summary>Seven days of the rota.</summary>
/// <param name="From">The first local day.</param>
/// <param name="Zone">IANA zone of everything local.</param>
/// <param name="ByRota">Calls ring only for counselors on shift.</param>
/// <param name="Gaps">From now on: where too few are on shift.</param>
/// <param name="People">Who may be put on a shift.</param>
public sealed record RotaWeek(
    DateOnly From, string Zone, bool ByRota, IReadOnlyList<ShiftCard> Shifts, IReadOnlyList<RotaGapCard> Gaps, IReadOnlyList<HolidayCard> Holidays,
    IReadOnlyList<RotaPerson> People);

/// <summary>A shift. <c>Local…</c> are by the wall clock of the line.</summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC, the first moment after it.</param>
/// <param name="Counselor">User name; null for an open one.</param>
/// <param name="Language">That whoever takes it must speak; null for any.</param>
/// <param name="State">Open, Taken or Cancelled.</param>
/// <param name="Weekly">Of every week.</param>
/// <param name="Swap">The swap that is open on it.</param>
public sealed record ShiftCard(
    Guid Id, DateTime From, DateTime To, DateTime LocalFrom, DateTime LocalTo, string? Counselor, string? Name, string? Language, string State, Guid? Weekly, Guid? Swap, long Version);

/// <param name="Language">Of which there are too few; null for anybody.</param>
/// <param name="Have">How many are on shift; with 0 calls ring for nobody.</param>
public sealed record RotaGapCard(DateTime From, DateTime To, DateTime LocalFrom, DateTime LocalTo, string? Language, int Have, int Least);

public sealed record HolidayCard(DateOnly Day, Words Name);

public sealed record RotaPerson(string UserName, string Name, IReadOnlyList<string> Languages);

/// <summary>What concerns the reader herself, from now on.</summary>
/// <param name="Mine">Her shifts.</param>
/// <param name="Open">Shifts that she could take as they stand.</param>
/// <param name="Swaps">Her own that are open, and those of colleagues.</param>
public sealed record MyRota(IReadOnlyList<ShiftCard> Mine, IReadOnlyList<ShiftCard> Open, IReadOnlyList<SwapCard> Swaps);

/// <param name="Day">Monday to Sunday, by name.</param>
/// <param name="Begins">Local time.</param>
/// <param name="Ends">On the next day when it is not later than <paramref name="Begins"/>.</param>
public sealed record WeeklyCard(Guid Id, string Day, TimeOnly Begins, TimeOnly Ends, DateOnly FirstDay, string? Counselor, string? Name, string? Language, bool OnHolidays);

/// <param name="State">Asked or Taken.</param>
/// <param name="InReturn">The shift of the colleague that whoever asked gets.</param>
public sealed record SwapCard(
    Guid Id, ShiftCard Shift, string AskedBy, string AskedByName, string State, string? TakenBy, string? TakenByName, ShiftCard? InReturn, DateTime AskedAt);

/// <summary>A shift that is in the way of a wish, by the wall clock of the line.</summary>
public sealed record ShiftTimes(Guid Id, DateTime LocalFrom, DateTime LocalTo);
