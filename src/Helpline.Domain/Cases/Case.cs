namespace Helpline.Domain.Cases;

/// <summary>The work that one owner answers for, for a person, a household, or somebody who is still anonymous. Codes are of the catalog; times are UTC.</summary>
public sealed class Case : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>What people call it: 20261125-0001.</summary>
    public required string Number { get; init; }

    /// <summary>A few words to know it by, without a name.</summary>
    public required string Title { get; set; }
    public Guid? PersonId { get; set; }
    public Guid? HouseholdId { get; set; }

    /// <summary>User name.</summary>
    public required string Owner { get; set; }

    /// <summary>The owner's team; null for an organization without teams.</summary>
    public string? Team { get; set; }

    /// <summary>Code of <c>risk_levels</c>.</summary>
    public required string Risk { get; set; }
    public CaseState State { get; private set; }
    public required DateTime OpenedAt { get; init; }
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Code of <c>case_close_reasons</c>.</summary>
    public string? CloseReason { get; private set; }

    /// <summary>The last time that anything happened in it.</summary>
    public required DateTime TouchedAt { get; set; }
    public long Version { get; private set; }

    public bool Close(string reason, DateTime now)
    {
        if (!Move(CaseEvent.Closed)) return false;
        (ClosedAt, CloseReason, TouchedAt) = (now, reason, now);
        return true;
    }

    public bool Reopen(DateTime now)
    {
        if (!Move(CaseEvent.Reopened)) return false;
        (ClosedAt, CloseReason, TouchedAt) = (null, null, now);
        return true;
    }

    public bool GiveTo(string owner, string? team, DateTime now)
    {
        if (!Move(CaseEvent.Given)) return false;
        (Owner, Team, TouchedAt) = (owner, team, now);
        return true;
    }

    /// <returns>False when the case is closed: nothing of it is edited then.</returns>
    public bool Touch(DateTime now)
    {
        if (!Move(CaseEvent.Changed)) return false;
        TouchedAt = now;
        return true;
    }

    private bool Move(CaseEvent what)
    {
        if (CaseFlow.Next(State, what) is not { } next) return false;
        State = next;
        return true;
    }
}
