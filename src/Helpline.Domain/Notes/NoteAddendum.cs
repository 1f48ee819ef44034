namespace Helpline.Domain.Notes;

/// <summary>What somebody added to a finished note; never altered.</summary>
public sealed class NoteAddendum
{
    public required Guid Id { get; init; }
    public required Guid CallId { get; init; }

    /// <summary>User name.</summary>
    public required string Author { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Encrypted.</summary>
    public required string SealedText { get; init; }
}
