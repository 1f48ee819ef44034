namespace Helpline.Domain.Casework;

/// <summary>Why somebody may see something.</summary>
public enum GrantGround
{
    /// <summary>She wrote, owns or carries it out.</summary>
    Own,

    /// <summary>It belongs to a case or a person that is assigned to her.</summary>
    Assigned,

    /// <summary>Somebody shared it with her.</summary>
    Shared,
}

/// <summary>
/// Somebody may see one thing. Every right of a person to a row is such a row, so that a list is one seek in an index and
/// a right that is taken away is a row deleted; supervisors see their team's rows without one.
/// </summary>
public sealed class Grant
{
    public required string UserName { get; init; }
    public required Subject Subject { get; init; }
    public required Guid SubjectId { get; init; }
    public required GrantGround Ground { get; set; }

    /// <summary>The text of its notes too; without it, that there was a contact and when.</summary>
    public bool Notes { get; set; }

    /// <summary>UTC of the subject, by which lists are sorted: when it began.</summary>
    public required DateTime SortAt { get; init; }

    /// <summary>The case through which an assigned thing is seen.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>User name of who shared it.</summary>
    public string? By { get; init; }

    /// <summary>UTC, until when: of a shared thing, and of one that is assigned only its note; null for as long as the ground holds.</summary>
    public DateTime? Until { get; set; }
}
