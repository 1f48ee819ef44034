using Helpline.Domain;

namespace Helpline.Server.Jobs;

/// <summary>What a job does with the thing whose id it carries.</summary>
internal enum JobKind { FollowUpDue, Ladder, LostText, MissedVisit, VisitServices }

/// <summary>A job that failed, until it works again. After some failures it is given up and is a task for the supervisors. Times are UTC.</summary>
internal sealed class StuckJob : IVersioned
{
    public required JobKind Kind { get; init; }
    public required Guid SubjectId { get; init; }
    public int Times { get; set; }
    public required DateTime FirstAt { get; init; }
    public DateTime LastAt { get; set; }

    /// <summary>The kind of the error; its words may hold anything.</summary>
    public required string Error { get; set; }

    /// <summary>Nobody tries it any more until a supervisor says so.</summary>
    public DateTime? GivenUpAt { get; set; }
    public long Version { get; private set; }
}
