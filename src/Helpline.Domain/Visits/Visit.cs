namespace Helpline.Domain.Visits;

public enum VisitKind { Visit, Observation, Accompaniment }

/// <summary>Why a supervisor has to look at a visit.</summary>
public enum VisitAttention
{
    /// <summary>Nobody was met, as often as <c>config/visits.json</c> lets it be tried.</summary>
    LastAttemptMissed,

    /// <summary>The worker saw signs of danger.</summary>
    DangerSigns,
}

/// <summary>A patronage visit to a person, a household or a case. Codes are of the catalog; times are UTC.</summary>
public sealed partial class Visit : IVersioned
{
    /// <summary>The priority that does not wait.</summary>
    public const int Urgent = 1;

    public required Guid Id { get; init; }

    /// <summary>What people call it: 20261125-0001.</summary>
    public required string Number { get; init; }
    public Guid? ReferralId { get; init; }
    public Guid? CaseId { get; set; }
    public Guid? PersonId { get; init; }
    public Guid? HouseholdId { get; init; }

    /// <summary>The series it belongs to.</summary>
    public Guid? SeriesId { get; init; }

    /// <summary>The missed visit in whose place it was planned; one visit follows one.</summary>
    public Guid? Follows { get; init; }

    /// <summary>1 for the first; each visit that follows a missed one is one more.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Code of <c>areas</c>, the worker's beat.</summary>
    public required string Area { get; init; }
    public required VisitKind Kind { get; init; }

    /// <summary>1 urgent, 2 soon, 3 routine: lists are in this order.</summary>
    public required int Priority { get; init; }

    /// <summary>Where to go when it is not where the person lives, encrypted.</summary>
    public string? SealedAddress { get; init; }
    public required DateTime PlannedFrom { get; set; }
    public required DateTime PlannedTo { get; set; }

    /// <summary>User name of whoever goes.</summary>
    public required string Worker { get; set; }
    public string? Team { get; set; }

    /// <summary>User name.</summary>
    public required string PlannedBy { get; init; }
    public required DateTime PlannedAt { get; init; }
    public VisitState State { get; private set; }

    /// <summary>Somebody has to do something: go, or decide what comes after a missed one.</summary>
    public bool IsOwed { get; private set; } = true;
    public DateTime? EndedAt { get; private set; }

    /// <summary>Code of <c>visit_missed_reasons</c>; null for a missed visit of which nobody reported.</summary>
    public string? MissedReason { get; private set; }

    /// <summary>Code of <c>visit_cancel_reasons</c>.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>Code of <c>visit_results</c>: how the contact went.</summary>
    public string? Result { get; private set; }

    /// <summary>When it truly took place.</summary>
    public DateTime? HeldAt { get; private set; }
    public int? Minutes { get; private set; }

    /// <summary>Codes of <c>service_kinds</c> that were given, a blank before and after each; empty for none, null while it is not done.</summary>
    public string? Services { get; private set; }

    /// <summary>When its form says that the next visit is.</summary>
    public DateTime? NextFrom { get; private set; }

    /// <summary>Written down on a later day than it took place.</summary>
    public bool EnteredLate { get; private set; }

    /// <summary>The visit that was planned in place of this missed one.</summary>
    public Guid? Next { get; private set; }
    public VisitAttention? Attention { get; private set; }

    /// <summary>Since when a supervisor is asked to look; null when none is.</summary>
    public DateTime? AttentionSince { get; private set; }

    /// <summary>User name of the supervisor who looked; null while nobody has.</summary>
    public string? SeenBy { get; private set; }
    public long Version { get; private set; }
}
