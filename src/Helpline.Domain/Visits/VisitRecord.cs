namespace Helpline.Domain.Visits;

/// <summary>The form of one visit: a draft until the visit is done. A row of its own, so that saving a draft clashes with nobody.</summary>
public sealed class VisitRecord : IVersioned
{
    public required Guid VisitId { get; init; }

    /// <summary>User name. A draft that another left becomes hers who goes in her place once she writes in it, and then holds only her words.</summary>
    public required string Author { get; set; }

    /// <summary>A <see cref="VisitForm"/> as JSON, encrypted.</summary>
    public required string SealedForm { get; set; }

    /// <summary>The <see cref="VisitForm.Shape"/> it was written in.</summary>
    public required int Shape { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; set; }

    /// <summary>UTC; null for a draft.</summary>
    public DateTime? DoneAt { get; set; }
    public long Version { get; private set; }

    /// <summary>A draft is its author's alone.</summary>
    public bool IsHiddenFrom(string? reader) => DoneAt is null && Author != reader;
}
