using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Helpline.Domain.Calls;

namespace Helpline.Domain.Routing;

/// <summary>Who is asked first.</summary>
public enum RoutingOrder
{
    LongestIdle,

    /// <summary>Always in the order of user names.</summary>
    Linear,

    /// <summary>Whoever was asked the longest time ago.</summary>
    RoundRobin,
    LeastTalkToday,
}

/// <summary>Who may be asked; each includes those before it.</summary>
public enum Widening
{
    /// <summary>Topic and level fit.</summary>
    Exact,

    /// <summary>Every counselor who speaks the language.</summary>
    AnyWithLanguage,

    /// <summary>Supervisors too.</summary>
    Supervisors,

    /// <summary>The backup phone too, where there is one: once for each caller.</summary>
    Backup,
}

/// <summary>From <paramref name="AfterSeconds"/> of waiting on, who may be asked.</summary>
/// <param name="AtOnce">For how many counselors the call rings at the same time, 1 to 10: raised from step to step it is a progressive offer.</param>
public sealed record RoutingStep(int AfterSeconds, Widening Ask, int AtOnce = 1);

/// <summary>Who is asked and how long everybody gets; <c>config/routing.json</c>. Times are in seconds.</summary>
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

    public RoutingOrder Order { get; init; }

    /// <summary>By rising time; the first is at 0.</summary>
    public IReadOnlyList<RoutingStep> Steps { get; init; } =
        [new(0, Widening.Exact), new(45, Widening.AnyWithLanguage), new(120, Widening.Supervisors), new(180, Widening.Backup)];

    /// <summary>So many offers in a row that she did not see or answer pause a counselor, unless she is the last one available for a language.</summary>
    [Range(1, 10)] public int PauseAfterMissed { get; init; } = 2;

    /// <summary>How long a counselor has for the note after the call; then she is free again and the note stays as it is.</summary>
    [Range(30, 3600)] public int WrapUpSeconds { get; init; } = 600;

    /// <summary>What she gets when she asks for more.</summary>
    [Range(30, 1800)] public int WrapUpExtensionSeconds { get; init; } = 180;

    /// <summary>How long a caller may hear music before the counselor's board calls her back.</summary>
    [Range(5, 600)] public int HoldAlarmSeconds { get; init; } = 60;

    /// <summary>For so long after she became free no later call rings for a counselor whose next in line is a callback; 0 for never.</summary>
    [Range(0, 120)] public int CallbackFirstSeconds { get; init; } = 20;

    /// <summary>Counselors are asked only on shift, and so long before and after it; null for whoever is signed in. From <c>config/rota.json</c>.</summary>
    [JsonIgnore] public TimeSpan? OnShiftWithin { get; init; }

    public RoutingStep StepAt(TimeSpan waited) => Steps.LastOrDefault(s => s.AfterSeconds <= waited.TotalSeconds) ?? Steps[0];

    /// <summary>After how long a wait more may be asked than after this one; null when all may already.</summary>
    public TimeSpan? NextStep(TimeSpan waited) => Steps.FirstOrDefault(s => s.AfterSeconds > waited.TotalSeconds) is { } step ? TimeSpan.FromSeconds(step.AfterSeconds) : null;

    /// <summary>After how long a wait the backup phone is asked; null for never.</summary>
    public TimeSpan? BackupAfter => Steps.FirstOrDefault(s => s.Ask == Widening.Backup) is { } step ? TimeSpan.FromSeconds(step.AfterSeconds) : null;

    /// <summary>Whether a callback may keep a counselor from the calls behind it. It goes by her time alone, so no caller waits longer for a callback that nobody makes.</summary>
    public bool Keeps(CounselorSeat seat, DateTime now) => seat.SeesBoard && now - seat.FreeSince < TimeSpan.FromSeconds(CallbackFirstSeconds);

    public TimeSpan AskAgainAfter => TimeSpan.FromSeconds(AskAgainSeconds);
    public CallRules Calls => new(
        TimeSpan.FromSeconds(ConnectSeconds), TimeSpan.FromSeconds(TicketSeconds), TimeSpan.FromSeconds(ReturnSeconds), TimeSpan.FromSeconds(SettleSeconds),
        TimeSpan.FromSeconds(WrapUpSeconds));

    public TimeSpan WrapUpExtension => TimeSpan.FromSeconds(WrapUpExtensionSeconds);

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);
}
