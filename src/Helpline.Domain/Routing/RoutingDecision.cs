namespace Helpline.Domain.Routing;

/// <summary>Why a call rang where it did, or for nobody, kept for whoever asks later; appended, never altered. Times are UTC.</summary>
public sealed class RoutingDecision
{
    public long Id { get; init; }
    public required Guid CallId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>User name of whoever was asked; null when nobody could be: written when the call begins to wait, and at each step of the widening.</summary>
    public string? Chosen { get; init; }

    /// <summary>Who may be asked after this time of waiting.</summary>
    public required Widening Step { get; init; }
    public required RoutingOrder Order { get; init; }
    public required int WaitedSeconds { get; init; }

    /// <summary>How many were free, in any language.</summary>
    public required int Free { get; init; }
}
