namespace Helpline.Contracts.Routing;

/// <summary>Calls that would not ring as the rules mean them to, whoever signs in; for supervisors and administrators.</summary>
/// <param name="Kind">NobodySpeaks, OnlySupervisors, NoSupervisor or NoBackupNumber.</param>
/// <param name="Language">kk, ru or en; null for calls in any.</param>
/// <param name="AfterSeconds">The waiting time after which the rule concerned was to help; null when none does.</param>
public sealed record CoverageGap(string Kind, string? Language, int? AfterSeconds);
