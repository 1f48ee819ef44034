namespace Helpline.Domain.Visits;

/// <summary>Visits that come again and again to the same people: observation, accompaniment. The rows of its visits are made with it.</summary>
public sealed class VisitSeries : IVersioned
{
    public required Guid Id { get; init; }
    public Guid? ReferralId { get; init; }
    public Guid? CaseId { get; set; }
    public Guid? PersonId { get; init; }
    public Guid? HouseholdId { get; init; }
    public required string Area { get; init; }
    public required VisitKind Kind { get; init; }
    public required int Priority { get; init; }
    public string? SealedAddress { get; init; }

    /// <summary>User name of whoever goes.</summary>
    public required string Worker { get; set; }
    public string? Team { get; set; }
    public required SeriesRule Rule { get; set; }
    public required string MadeBy { get; init; }
    public required DateTime MadeAt { get; init; }
    public DateTime? EndedAt { get; private set; }
    public long Version { get; private set; }

    public bool Change(SeriesRule rule, string worker, string? team)
    {
        if (EndedAt is not null) return false;
        (Rule, Worker, Team) = (rule, worker, team);
        return true;
    }

    public bool End(DateTime now)
    {
        if (EndedAt is not null) return false;
        EndedAt = now;
        return true;
    }
}
