namespace Helpline.Contracts.Callers;

/// <param name="Reason">Insult, Sexual, Threat or Prank.</param>
public sealed record EndAbuse(string Reason);

/// <summary>The talk is ended.</summary>
/// <param name="Flag">The level now on the number; null for a withheld number, which is nobody's.</param>
/// <param name="Until">UTC; null without a flag.</param>
public sealed record EndedAbuse(string? Flag, DateTime? Until);

/// <summary>A flag on a caller's number, which it does not show.</summary>
/// <param name="CallId">The call it was set for.</param>
/// <param name="Level">Warn, NoPriority or MessageAndHangUp.</param>
/// <param name="Reason">Insult, Sexual, Threat or Prank.</param>
/// <param name="By">User name of the author.</param>
/// <param name="At">UTC.</param>
/// <param name="Until">UTC.</param>
public sealed record CallerFlagCard(Guid Id, Guid CallId, string Level, string Reason, string By, DateTime At, DateTime Until);

/// <param name="Level">Warn, NoPriority or MessageAndHangUp.</param>
/// <param name="Until">UTC; at most a year from now.</param>
public sealed record CallerFlagChange(string Level, DateTime Until);
