namespace Helpline.Contracts.Visits;

/// <summary>A visit to be planned: to a case, a person or a household. Times are UTC.</summary>
/// <param name="To">Null for the usual length.</param>
/// <param name="Worker">User name; null for the reader herself.</param>
/// <param name="SeriesId">It is one more visit of this series, within its days.</param>
/// <param name="Address">When it is not where the person lives.</param>
public sealed record NewVisit(
    Guid? CaseId, Guid? PersonId, Guid? HouseholdId, string Area, DateTime From, DateTime? To = null, string? Worker = null, string Kind = "Visit", int Priority = 3,
    Guid? ReferralId = null, Guid? SeriesId = null, string? Address = null);

/// <summary>A visit of the reader's own that nobody had planned, entered after it took place.</summary>
/// <param name="Form">Finished; the visit began when it says.</param>
/// <param name="Address">When it was not where the person lives.</param>
public sealed record HeldVisit(
    Guid? CaseId, Guid? PersonId, Guid? HouseholdId, string Area, VisitFields Form, string Kind = "Visit", int Priority = 3, Guid? ReferralId = null, string? Address = null);

/// <param name="Worker">Null for the same.</param>
/// <param name="Version">What the reader saw; null not to be asked.</param>
public sealed record VisitTime(DateTime From, DateTime? To = null, string? Worker = null, long? Version = null);

/// <param name="Reason">Code of <c>visit_missed_reasons</c>.</param>
/// <param name="Result">Code of <c>visit_results</c>.</param>
/// <param name="NextFrom">When it is tried again; null when that is decided later.</param>
public sealed record VisitMissed(string Reason, string? Result = null, DateTime? NextFrom = null, DateTime? NextTo = null);

/// <param name="Reason">Code of <c>visit_cancel_reasons</c>.</param>
public sealed record VisitCancelled(string Reason);

/// <param name="Reason">Code of <c>access_reasons</c>.</param>
public sealed record VisitAccess(string Reason);
