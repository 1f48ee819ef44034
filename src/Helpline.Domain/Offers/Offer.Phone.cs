namespace Helpline.Domain.Offers;

/// <summary>An offer that rings on the counselor's own telephone.</summary>
public sealed partial class Offer
{
    /// <summary>How long somebody who has picked up has to hear what is asked and to press a key.</summary>
    private static readonly TimeSpan Listens = TimeSpan.FromSeconds(15);

    public bool ByPhone { get; init; }

    /// <summary>The provider's name for the line to her telephone, while this offer may be answered there.</summary>
    public string? PhoneLeg { get; private set; }

    /// <summary>Somebody or something has picked up; only a key tells a counselor from a mailbox.</summary>
    public bool IsPickedUp { get; private set; }

    /// <summary>Her telephone rings: that shows her the offer, wherever her board is.</summary>
    /// <returns>False when the offer is over or rings on another line: this one is not wanted.</returns>
    public bool RingOn(string leg, DateTime now)
    {
        if (!OfferFlow.IsOpen(State) || PhoneLeg is { } known && known != leg) return false;
        PhoneLeg = leg;
        Show(now);
        return true;
    }

    /// <summary>The telephone is picked up. Who did so late still gets to hear the question.</summary>
    public bool PickUp(string leg, DateTime now)
    {
        if (ExpiresAt <= now || !RingOn(leg, now)) return false;
        if (IsPickedUp) return true;
        IsPickedUp = true;
        if (ExpiresAt < now + Listens) ExpiresAt = now + Listens;
        return true;
    }

    /// <summary>The line to her telephone has answered or ended: it needs no further command.</summary>
    /// <returns>False when the offer is over or rings on another line.</returns>
    public bool LeavePhone(string leg)
    {
        if (!OfferFlow.IsOpen(State) || PhoneLeg is { } known && known != leg) return false;
        PhoneLeg = null;
        return true;
    }
}
