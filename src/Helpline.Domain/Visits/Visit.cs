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
public sealed class Visit : IVersioned
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

    public bool Confirm() => Move(VisitEvent.Confirmed);

    public bool MoveTo(DateTime from, DateTime to)
    {
        if (!Move(VisitEvent.Moved)) return false;
        (PlannedFrom, PlannedTo) = (from, to);
        return true;
    }

    /// <summary>It took place.</summary>
    /// <param name="held">When it truly did.</param>
    /// <returns>False also for a missed one in whose place another is planned: that one is to be written.</returns>
    public bool Hold(DateTime held, int minutes, string result, bool late, DateTime now)
    {
        if (Next is not null || !Move(VisitEvent.Done)) return false;
        (HeldAt, Minutes, Result, EnteredLate, EndedAt, IsOwed) = (held, minutes, result, late, now, false);
        (Attention, AttentionSince, SeenBy) = (null, null, null);
        return true;
    }

    /// <summary>What of its form is no secret stands beside it, so that it can be counted.</summary>
    public void Tell(VisitForm form) => (Services, NextFrom) = (string.Concat(form.Services.Distinct().Select((code, i) => i == 0 ? $" {code} " : $"{code} ")), form.NextFrom);

    /// <param name="reason">Null when nobody reported anything.</param>
    public bool Miss(string? reason, string? result, DateTime now)
    {
        if (!Move(VisitEvent.Missed)) return false;
        (MissedReason, Result, EndedAt) = (reason, result, now);
        return true;
    }

    public bool Cancel(string reason, DateTime now)
    {
        if (!Move(VisitEvent.Cancelled)) return false;
        (CancelReason, EndedAt, IsOwed) = (reason, now, false);
        return true;
    }

    /// <summary>The next attempt takes the place of this missed one.</summary>
    public bool ReplanAs(Guid next)
    {
        if (Next is not null || !Move(VisitEvent.Replanned)) return false;
        (Next, IsOwed, AttentionSince) = (next, false, null);
        return true;
    }

    /// <summary>A supervisor is asked to look, from now on and until she has.</summary>
    public bool Escalate(VisitAttention why, DateTime now)
    {
        if (!Move(VisitEvent.Escalated)) return false;
        (Attention, AttentionSince, SeenBy) = (why, now, null);
        return true;
    }

    /// <summary>A supervisor has looked and is asked no more; a missed one stays owed until it is tried again or settled.</summary>
    /// <returns>False when nobody was asked to look.</returns>
    public bool SeeTo(string by)
    {
        if (AttentionSince is null || !Move(VisitEvent.SeenTo)) return false;
        (AttentionSince, SeenBy) = (null, by);
        return true;
    }

    /// <summary>It was looked at; nothing more is tried for a missed one.</summary>
    public bool Settle()
    {
        if (!Move(VisitEvent.Settled)) return false;
        (AttentionSince, IsOwed) = (null, false);
        return true;
    }

    private bool Move(VisitEvent what)
    {
        if (VisitFlow.Next(State, what) is not { } next) return false;
        State = next;
        return true;
    }
}
