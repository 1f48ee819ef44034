namespace Helpline.Domain.ThirdParties;

/// <summary>Somebody whom a counselor calls into a talk: an interpreter, an ambulance, another helper. Times are UTC.</summary>
public sealed class ThirdParty : IVersioned
{
    /// <summary>How long the telephone rings there.</summary>
    public static readonly TimeSpan RingsFor = TimeSpan.FromSeconds(45);

    public required Guid Id { get; init; }
    public required Guid CallId { get; init; }

    /// <summary>User name of the counselor who asked.</summary>
    public required string AddedBy { get; init; }

    /// <summary>A code of <c>config/partners.json</c>; null for a number that was typed.</summary>
    public string? Partner { get; init; }

    /// <summary>The number, encrypted.</summary>
    public required string SealedNumber { get; init; }
    public required DateTime AskedAt { get; init; }
    public ThirdPartyState State { get; private set; }

    /// <summary>The provider's name for the line.</summary>
    public string? Leg { get; private set; }

    /// <summary>While it rings: when somebody must have said how that ended.</summary>
    public DateTime? Deadline { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public long Version { get; private set; }

    /// <param name="reportsBy">What the provider's reports may take longer than the ringing.</param>
    public static ThirdParty Call(Guid id, Guid call, string by, string? partner, string sealedNumber, DateTime now, TimeSpan reportsBy) =>
        new() { Id = id, CallId = call, AddedBy = by, Partner = partner, SealedNumber = sealedNumber, AskedAt = now, Deadline = now + RingsFor + reportsBy };

    /// <returns>False when it is over or another line has that name already: this one is not wanted.</returns>
    public bool RingsOn(string leg)
    {
        if (!ThirdPartyFlow.IsOpen(State) || Leg is { } known && known != leg) return false;
        Leg = leg;
        return true;
    }

    /// <summary>The line is picked up and in the room.</summary>
    public bool Join()
    {
        if (!ThirdPartyFlow.Allows(State, ThirdPartyState.Talking)) return false;
        (State, Deadline) = (ThirdPartyState.Talking, null);
        return true;
    }

    /// <param name="how">Unreached, left or taken off.</param>
    public bool Close(ThirdPartyState how, DateTime now)
    {
        if (ThirdPartyFlow.IsOpen(how) || !ThirdPartyFlow.Allows(State, how)) return false;
        (State, Deadline, ClosedAt) = (how, null, now);
        return true;
    }
}
