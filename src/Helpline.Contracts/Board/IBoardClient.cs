using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Live;
using Helpline.Contracts.Routing;
using Helpline.Contracts.Supervision;
using Helpline.Contracts.ThirdParties;
using Helpline.Contracts.Transfers;
using Helpline.Contracts.Work;

namespace Helpline.Contracts.Board;

/// <summary>
/// What the server pushes to a board. A push is a hint: after every (re)connect, and every 15 s, the board fetches
/// <see cref="Routes.Board"/>, and a card with a lower <c>Version</c> than the one shown is dropped.
/// </summary>
public interface IBoardClient
{
    /// <summary>A call rings for this counselor. The board shows it and acknowledges within 3 s.</summary>
    Task OfferMade(OfferCard offer);

    /// <summary>The offer is over, for whatever reason.</summary>
    Task OfferClosed(ClosedOffer offer);

    /// <summary>The calls that changed within a moment, each as it is now.</summary>
    Task CallsChanged(IReadOnlyList<CallCard> calls);

    /// <summary>The counselors who moved within a moment, each as she is now.</summary>
    Task PresencesChanged(IReadOnlyList<PresenceCard> presences);

    /// <summary>A transfer from this counselor or to her is made, goes on or is over. One to her that is Asked rings.</summary>
    Task TransferChanged(TransferCard transfer);

    /// <summary>Somebody called into this counselor's talk rings, talks or is off the line.</summary>
    Task ThirdPartyChanged(ThirdPartyCard third);

    /// <summary>A counselor needs help now; told to supervisors.</summary>
    Task HelpWanted(HelpWanted help);

    /// <summary>Somebody is in danger in this contact; told to supervisors.</summary>
    Task RiskRaised(RiskRaised risk);

    /// <summary>Which calls would ring for nobody, none when all is well; told to supervisors and administrators.</summary>
    Task CoverageChanged(IReadOnlyList<CoverageGap> gaps);

    /// <summary>
    /// Something that no card of the board says has changed: a risk, the line's switch, a detour, the owner of a missed call.
    /// Whoever shows it fetches it anew; told to supervisors and administrators.
    /// </summary>
    Task LiveChanged();

    /// <summary>What this reader has to do has changed: her counts are fetched anew.</summary>
    Task WorkChanged();

    /// <summary>Somebody at high risk was not reached; told to supervisors, for whom it is a task too.</summary>
    Task WorkUrgent(UrgentWork work);

    /// <summary>A supervisor says something to this counselor.</summary>
    Task SaidToYou(SaidToYou said);

    /// <summary>The account was disabled or signed out: go to the sign-in page.</summary>
    Task SignedOut();
}

/// <summary>What a board may call on the hub; everything else is HTTP.</summary>
public interface IBoardServer
{
    /// <summary>
    /// Renews the presence lease, if the calls ring in this tab; the first one takes them, if they ring nowhere. Every 10 s,
    /// from a timer that stops when the tab is frozen.
    /// </summary>
    /// <param name="tab">What the tab calls itself, as in <see cref="Routes.MyTab"/>.</param>
    Task Heartbeat(string tab);
}
