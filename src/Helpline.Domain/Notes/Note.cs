namespace Helpline.Domain.Notes;

/// <summary>The counselor's note on one call, made when she accepts it. Codes are of the catalog; times are UTC.</summary>
public sealed class Note : IVersioned
{
    public required Guid CallId { get; init; }

    /// <summary>User name of the author.</summary>
    public required string Author { get; set; }
    public required DateTime CreatedAt { get; init; }
    public string? Kind { get; set; }
    public string? Topic { get; set; }
    public string? Risk { get; set; }

    /// <summary>The free text, encrypted.</summary>
    public string? SealedSummary { get; set; }
    public string? Outcome { get; set; }
    public DateTime SavedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
    public long Version { get; private set; }
}
