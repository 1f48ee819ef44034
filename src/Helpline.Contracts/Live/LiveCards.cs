using Helpline.Contracts.Metrics;

namespace Helpline.Contracts.Live;

/// <summary>What the cards of the board do not say about the calls of this moment.</summary>
/// <param name="Waiting">In the order in which they will be offered; among them, in the places that they keep, callbacks.</param>
/// <param name="Risks">Of contacts whose talk goes on, as their notes say now.</param>
public sealed record LiveCalls(IReadOnlyList<WaitingCard> Waiting, IReadOnlyList<TalkRisk> Risks);

/// <param name="CallId">The call, or the callback.</param>
/// <param name="Priority">0 for everybody; more for danger, a cut-off call or a hand-on.</param>
public sealed record WaitingCard(Guid CallId, int Priority);

/// <param name="Level">Code of <c>risk_levels</c>.</param>
public sealed record TalkRisk(Guid CallId, string Level);

/// <summary>The line so far, by the same definitions as the page of figures, and what waits for somebody.</summary>
/// <param name="At">UTC, when it was measured; a quarter of a second ago at most, or a whole one where measuring takes long.</param>
/// <param name="Promise">By what the service levels are counted and waiting callers colored.</param>
/// <param name="Today">Since local midnight.</param>
/// <param name="Hour">Since the full hour.</param>
public sealed record LiveFigures(DateTime At, PromiseCard Promise, LivePeriod Today, LivePeriod Hour, LiveOwed Owed);

/// <param name="Level">The service level, net of short abandons; no value when no call counts.</param>
/// <param name="Speed">The average speed of answer, in seconds.</param>
/// <param name="Begin">UTC, inclusive.</param>
/// <param name="End">UTC, exclusive; still to come.</param>
public sealed record LivePeriod(CallCounts Calls, FigureCard Level, FigureCard Speed, DateTime Begin, DateTime End);

/// <summary>What somebody should have done already.</summary>
/// <param name="Missed">Calls that nobody spoke to and on which nobody has acted.</param>
/// <param name="NewestMissed">The newest of them.</param>
/// <param name="FollowUps">Due, and their time has passed.</param>
/// <param name="Referrals">Whose next step is late.</param>
/// <param name="Visits">On which a supervisor is to decide: signs of danger, or nobody met on the last attempt.</param>
/// <param name="SilentCases">Open cases in which nothing has happened for so many days as <paramref name="SilentDays"/> says.</param>
/// <param name="Silent">The longest silent of them.</param>
public sealed record LiveOwed(int Missed, int MissedWithoutOwner, DateTime? MissedSince, int FollowUps, int Referrals, int Visits, int SilentCases, int SilentDays, IReadOnlyList<SilentCase> Silent,
    IReadOnlyList<MissedLine> NewestMissed);

/// <param name="Cause">As <see cref="Missed.MissedCallCard"/> has it.</param>
/// <param name="At">UTC, when the call ended.</param>
/// <param name="Owner">User name of whoever must act; null for nobody.</param>
public sealed record MissedLine(Guid CallId, string Cause, DateTime At, string? Owner);

/// <param name="Owner">User name.</param>
/// <param name="TouchedAt">UTC.</param>
public sealed record SilentCase(Guid Id, string Number, string Owner, DateTime TouchedAt);

/// <param name="To">User name.</param>
/// <param name="Text">1 to 200 characters; kept nowhere.</param>
public sealed record NewMessage(string To, string Text)
{
    public const int Longest = 200;
}

/// <summary>A supervisor says something to one counselor.</summary>
/// <param name="From">User name.</param>
/// <param name="At">UTC.</param>
public sealed record SaidToYou(string From, string Text, DateTime At);
