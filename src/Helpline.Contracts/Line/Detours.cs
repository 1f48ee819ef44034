namespace Helpline.Contracts.Line;

/// <summary>Callers whom a supervisor leads elsewhere.</summary>
/// <param name="Of">Language or Topic.</param>
/// <param name="Code">Whose callers: a language of the line, or a code of <c>service_kinds</c>.</param>
/// <param name="To">Whose counselors are asked instead; null leads out of the queue, to the backup number or a message.</param>
/// <param name="Reason">For colleagues; callers do not hear it.</param>
/// <param name="By">User name.</param>
/// <param name="At">UTC.</param>
public sealed record DetourCard(Guid Id, string Of, string Code, string? To, string? Reason, string By, DateTime At);

/// <summary>It holds at once, for those who wait too, until it is lifted.</summary>
/// <param name="Of">Language or Topic.</param>
/// <param name="To">Another of the same kind; null, for a language only, to lead out of the queue.</param>
/// <param name="Reason">At most 500 characters.</param>
public sealed record NewDetour(string Of, string Code, string? To, string? Reason);
