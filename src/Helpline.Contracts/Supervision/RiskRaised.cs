namespace Helpline.Contracts.Supervision;

/// <summary>Somebody is in danger, as a counselor has just written; told to supervisors.</summary>
/// <param name="ContactId">A call's is the call's id.</param>
/// <param name="Counselor">User name of who talks with them.</param>
/// <param name="Level">high or imminent, of <c>risk_levels</c>.</param>
/// <param name="Since">UTC.</param>
public sealed record RiskRaised(Guid ContactId, string Counselor, string Level, DateTime Since);
