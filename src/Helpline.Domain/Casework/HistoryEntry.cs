namespace Helpline.Domain.Casework;

/// <summary>One move in the life of a case, a follow-up, a referral, a visit or a shift; appended in the transaction of the move, never altered. It holds no free text of a caller.</summary>
public sealed class HistoryEntry
{
    public const int ReasonLength = 200;

    public long Id { get; init; }
    public required Subject Subject { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>The case it belongs to, so that its timeline is one query.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>UTC, when it was written.</summary>
    public required DateTime At { get; init; }

    /// <summary>User name; <c>partner:</c> and the link's id for somebody without an account; null when the system did it.</summary>
    public string? By { get; init; }

    /// <summary>The event by name, of the flow table of the subject.</summary>
    public required string What { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }

    /// <summary>A code of a catalog; of a shift, in a supervisor's words, why hours may ring nobody.</summary>
    public string? Reason { get; init; }
}
