using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Routing;
using Helpline.Contracts.ThirdParties;
using Helpline.Contracts.Transfers;
using Helpline.Contracts.Work;

namespace Helpline.Contracts.Board;

/// <summary>All a board shows, as of one moment.</summary>
/// <param name="Version">Rises with every change anywhere; two snapshots with the same version are equal.</param>
/// <param name="Now">The server's UTC clock, for timers on screens whose own clock is wrong.</param>
/// <param name="Me">The reader's own presence.</param>
/// <param name="Offer">The call that rings for the reader, if any.</param>
/// <param name="MyCall">The reader's own call (Connecting, Talking or WrapUp), if any.</param>
/// <param name="Calls">Every call that is not over: longest waiting first.</param>
/// <param name="Counselors">Everybody who may take calls.</param>
/// <param name="Third">Who was called into the reader's call last, if anybody.</param>
/// <param name="Transfer">The open transfer from the reader or to her, if any.</param>
/// <param name="HoldAlarmSeconds">After so long a hold is forgotten.</param>
/// <param name="Queue">Null for whoever is neither counselor nor supervisor.</param>
/// <param name="Gaps">Calls that would ring for nobody; null for whoever is neither supervisor nor administrator.</param>
public sealed record BoardSnapshot(
    long Version, DateTime Now, PresenceCard Me, OfferCard? Offer, CallCard? MyCall,
    IReadOnlyList<CallCard> Calls, IReadOnlyList<PresenceCard> Counselors, TransferCard? Transfer = null, int HoldAlarmSeconds = 60,
    IReadOnlyList<CoverageGap>? Gaps = null, ThirdPartyCard? Third = null, QueueCard? Queue = null);

/// <summary>The queue: who waits, and in the places that they keep those who are to be called back.</summary>
/// <param name="Order">Ids of calls and callbacks, in the order in which they will be served.</param>
/// <param name="Callbacks">Those that may be made now and that nobody has tried yet.</param>
/// <param name="Next">The one that the reader finds next in line, while she is free.</param>
public sealed record QueueCard(IReadOnlyList<Guid> Order, IReadOnlyList<CallbackCard> Callbacks, Guid? Next);
