namespace Helpline.Domain.Ledger;

/// <summary>One line of what happened; appended in the transaction of the change, never altered. It holds no number and no note.</summary>
public sealed class LedgerEntry
{
    public long Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
    public Guid? CallId { get; init; }
    public string? Counselor { get; init; }

    /// <summary>A <see cref="Calls.CallEvent"/>, an <see cref="Offers.OfferState"/> or a <see cref="Counselors.PresenceState"/> by name.</summary>
    public required string What { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
}
