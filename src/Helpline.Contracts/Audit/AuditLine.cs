namespace Helpline.Contracts.Audit;

/// <summary>Who touched something private. It holds ids and codes, no private word.</summary>
/// <param name="At">UTC.</param>
/// <param name="ActorName">Display name, for somebody with an account.</param>
/// <param name="Number">What people call the subject, as 20261125-0001, or the user name of an account; null for what has no number.</param>
/// <param name="Actor">User name; <c>partner:</c> and an id for somebody without an account; null for the system.</param>
/// <param name="What">note, number, person or a field.</param>
/// <param name="Reason">A code of <c>access_reasons</c>.</param>
public sealed record AuditLine(long Id, DateTime At, string? Actor, string Action, string Subject, Guid SubjectId, string? What, string? Reason, string? ActorName = null, string? Number = null);

/// <param name="Next">The query of the next page; null at the end.</param>
public sealed record AuditPage(IReadOnlyList<AuditLine> Lines, string? Next);
