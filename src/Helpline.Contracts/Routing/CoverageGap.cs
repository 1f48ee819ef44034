namespace Helpline.Contracts.Routing;

/// <summary>Calls that would not ring as the rules mean them to, whoever signs in; for supervisors and administrators.</summary>
/// <param name="Kind">NobodySpeaks, OnlySupervisors, NoSupervisor, NoBackupNumber or NobodyOnShift.</param>
/// <param name="Language">kk, ru or en; null for calls in any.</param>
/// <param name="AfterSeconds">The waiting time after which the rule concerned was to help; null when none does.</param>
/// <param name="LocalFrom">By the wall clock of the line; null for what holds at all times.</param>
/// <param name="LocalTo">As <paramref name="LocalFrom"/>.</param>
public sealed record CoverageGap(string Kind, string? Language, int? AfterSeconds, DateTime? LocalFrom = null, DateTime? LocalTo = null);
