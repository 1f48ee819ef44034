namespace Helpline.Contracts.Routing;

/// <summary>What became of a call in the queue, moment by moment.</summary>
public sealed record RoutingTimeline(Guid CallId, IReadOnlyList<RoutingMoment> Moments);

/// <param name="At">UTC.</param>
/// <param name="What">A move of the call, a decision (Asked, or NobodyToAsk) or the end of an offer.</param>
/// <param name="Counselor">Who was concerned.</param>
/// <param name="Step">Of a decision: who could be asked by then: Exact, AnyWithLanguage, Supervisors or Backup.</param>
/// <param name="WaitedSeconds">Of a decision.</param>
/// <param name="Free">Of a decision: how many were free, in any language.</param>
/// <param name="Verdicts">Of a decision: why it did not ring for each of the others.</param>
public sealed record RoutingMoment(
    DateTime At, string What, string? Counselor, string? Step = null, int? WaitedSeconds = null, int? Free = null, IReadOnlyList<CounselorVerdict>? Verdicts = null);

/// <param name="Verdict">Ask, SignedOut, OffShift, Away, Engaged, OtherLanguage, LetItGo, OtherTopic, LowerLevel, SupervisorLater or CallbackFirst.</param>
public sealed record CounselorVerdict(string UserName, string Verdict);
