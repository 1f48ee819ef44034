using System.ComponentModel.DataAnnotations;
using Helpline.Domain.Calls;

namespace Helpline.Domain.Routing;

/// <summary>How long everybody gets; <c>config/routing.json</c>. All in seconds.</summary>
public sealed record RoutingRules
{
    /// <summary>How long a call rings on one board.</summary>
    [Range(5, 120)] public int OfferSeconds { get; init; } = 20;

    /// <summary>How long a board has to say that the card is on the screen.</summary>
    [Range(1, 10)] public int AcknowledgeSeconds { get; init; } = 3;

    /// <summary>From accepting to hearing each other.</summary>
    [Range(5, 60)] public int ConnectSeconds { get; init; } = 12;

    /// <summary>How long the ticket of an accepted call opens the room.</summary>
    [Range(5, 120)] public int TicketSeconds { get; init; } = 30;

    /// <summary>How long a counselor whose line broke in mid-call has to come back.</summary>
    [Range(5, 60)] public int ReturnSeconds { get; init; } = 15;

    /// <summary>How long reports of one connection may arrive out of order before the call is judged.</summary>
    [Range(1, 5)] public int SettleSeconds { get; init; } = 2;

    /// <summary>How long a board counts as alive without a heartbeat.</summary>
    [Range(15, 120)] public int LeaseSeconds { get; init; } = 30;

    /// <summary>When somebody who let a call go may be asked for it again, if there is nobody else.</summary>
    [Range(5, 600)] public int AskAgainSeconds { get; init; } = 30;

    public TimeSpan AskAgainAfter => TimeSpan.FromSeconds(AskAgainSeconds);
    public CallRules Calls => new(
        TimeSpan.FromSeconds(ConnectSeconds), TimeSpan.FromSeconds(TicketSeconds), TimeSpan.FromSeconds(ReturnSeconds), TimeSpan.FromSeconds(SettleSeconds));

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);
}
