namespace Helpline.Domain.Offers;

/// <summary>The life of an offer. The first two are open, and an accepted one may turn out not to be kept; all others are ends.</summary>
public enum OfferState
{
    Made, Shown, Accepted, Declined, Expired, Unacknowledged, Withdrawn,

    /// <summary>Accepted, but whoever accepted it was not on the line in time.</summary>
    Unkept,
}

/// <summary>The only list of an offer's legal moves.</summary>
public static class OfferFlow
{
    public static bool IsOpen(OfferState state) => state is OfferState.Made or OfferState.Shown;

    /// <summary>Whether an offer may go from <paramref name="state"/> to <paramref name="next"/>.</summary>
    public static bool Allows(OfferState state, OfferState next) => (state, next) switch
    {
        (OfferState.Made, OfferState.Shown or OfferState.Unacknowledged) => true,
        (OfferState.Accepted, OfferState.Unkept) => true,
        (OfferState.Made or OfferState.Shown, OfferState.Accepted or OfferState.Declined or OfferState.Expired or OfferState.Withdrawn) => true,
        _ => false,
    };
}

/// <summary>A call rings on one counselor's board, and on her own telephone where she wants it. Times are UTC.</summary>
public sealed partial class Offer : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid CallId { get; init; }

    /// <summary>User name of the counselor who is asked.</summary>
    public required string Counselor { get; init; }
    public required DateTime MadeAt { get; init; }

    /// <summary>The board must have said by then that the card is really on the screen.</summary>
    public required DateTime AcknowledgeBy { get; init; }
    public required DateTime ExpiresAt { get; set; }
    public DateTime? ShownAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public OfferState State { get; private set; }
    public long Version { get; private set; }

    public bool Show(DateTime now)
    {
        if (!OfferFlow.Allows(State, OfferState.Shown)) return false;
        (State, ShownAt) = (OfferState.Shown, now);
        return true;
    }

    /// <summary>Ends the offer, as accepted, declined, expired, unacknowledged or withdrawn; an accepted one, as not kept.</summary>
    public bool Close(OfferState how, DateTime now)
    {
        if (OfferFlow.IsOpen(how) || !OfferFlow.Allows(State, how)) return false;
        (State, ClosedAt) = (how, now);
        return true;
    }
}
