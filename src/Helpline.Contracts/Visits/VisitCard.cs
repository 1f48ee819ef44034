namespace Helpline.Contracts.Visits;

/// <summary>A patronage visit in a list: no name and no address. Times are UTC; codes are of the catalog.</summary>
/// <param name="Kind">Visit, Observation or Accompaniment.</param>
/// <param name="Priority">1 urgent, 2 soon, 3 routine.</param>
/// <param name="State">Planned, Confirmed, Done, Missed or Cancelled.</param>
/// <param name="MissedReason">Null for a missed visit of which nobody reported.</param>
/// <param name="Attention">LastAttemptMissed or DangerSigns, while a supervisor is asked to look.</param>
/// <param name="SeenBy">User name of the supervisor who looked; she is asked no more, and a missed one stays owed.</param>
/// <param name="IsOwed">Somebody has to go, or to decide what comes after a missed one.</param>
public sealed record VisitCard(
    Guid Id, string Number, Guid? ReferralId, Guid? CaseId, Guid? PersonId, Guid? HouseholdId, Guid? SeriesId, string Area, string Kind, int Priority,
    DateTime From, DateTime To, string Worker, string State, int Attempt, string? MissedReason, string? CancelReason, string? Result, DateTime? HeldAt,
    bool EnteredLate, string? Attention, bool IsOwed, Guid? Next, long Version, string? SeenBy = null);

/// <summary>One visit and what its reader may do with it.</summary>
/// <param name="CaseNumber">Null when it belongs to no case.</param>
/// <param name="IsMine">She goes: she confirms, writes the form, and says that nobody was met.</param>
/// <param name="MayPlan">She may move, cancel and replan it.</param>
/// <param name="IsLastAttempt">After this one a supervisor decides.</param>
/// <param name="Series">The series it belongs to.</param>
public sealed record VisitDetails(VisitCard Visit, string? CaseNumber, string? PersonNumber, bool IsMine, bool MayPlan, bool IsLastAttempt, SeriesCard? Series, IReadOnlyList<VisitMove> History);

/// <param name="By">User name; null when the system did it.</param>
/// <param name="Reason">A code of the list that belongs to the move.</param>
public sealed record VisitMove(DateTime At, string? By, string What, string? To, string? Reason);

/// <param name="After">Where the next page goes on; null at the end.</param>
public sealed record VisitPage(IReadOnlyList<VisitCard> Visits, string? After);

/// <summary>What an organization has decided about visits, and who can be sent.</summary>
/// <param name="Sections">The parts of the form that are shown.</param>
public sealed record VisitSettings(int Attempts, int Minutes, IReadOnlyList<string> Sections, IReadOnlyList<VisitWorker> Workers);

public sealed record VisitWorker(string UserName, string Name);

/// <param name="Name">Null when the person is not known by name.</param>
/// <param name="Address">Null when none is written down.</param>
public sealed record VisitPlace(string? Name, string? Address);

/// <param name="MadeAt">UTC; null when there is no link.</param>
public sealed record CalendarCard(DateTime? MadeAt);

/// <param name="Path">Shown once.</param>
public sealed record CalendarLink(string Path);
