namespace Helpline.Domain.Visits;

/// <summary>The form of one visit: a draft until the visit is done. A row of its own, so that saving a draft clashes with nobody.</summary>
public sealed class VisitRecord : IVersioned
{
    public required Guid VisitId { get; init; }
    public required string Author { get; init; }

    /// <summary>A <see cref="VisitForm"/> as JSON, encrypted.</summary>
    public required string SealedForm { get; set; }

    /// <summary>The <see cref="VisitForm.Shape"/> it was written in.</summary>
    public required int Shape { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; set; }

    /// <summary>UTC; null for a draft.</summary>
    public DateTime? DoneAt { get; set; }
    public long Version { get; private set; }
}
