using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Supervision;
using Helpline.Contracts.Transfers;

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

    Task CallChanged(CallCard call);

    Task PresenceChanged(PresenceCard presence);

    /// <summary>A transfer from this counselor or to her is made, goes on or is over. One to her that is Asked rings.</summary>
    Task TransferChanged(TransferCard transfer);

    /// <summary>A counselor needs help now; told to supervisors.</summary>
    Task HelpWanted(HelpWanted help);

    /// <summary>The account was disabled or signed out: go to the sign-in page.</summary>
    Task SignedOut();
}

/// <summary>What a board may call on the hub; everything else is HTTP.</summary>
public interface IBoardServer
{
    /// <summary>Renews the presence lease. Every 10 s, from a timer that stops when the tab is frozen.</summary>
    Task Heartbeat();
}
