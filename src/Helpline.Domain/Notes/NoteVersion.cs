namespace Helpline.Domain.Notes;

/// <summary>A note as it was when it was finished, or after a later correction: none is lost.</summary>
public sealed class NoteVersion : IVersioned
{
    /// <summary>Corrections within this time are one: a text is saved while it is typed.</summary>
    public static readonly TimeSpan OneCorrection = TimeSpan.FromMinutes(10);

    public required Guid CallId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Finished or Amended.</summary>
    public required NoteEvent What { get; init; }

    /// <summary>User name.</summary>
    public required string By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The whole note, encrypted.</summary>
    public required string Sealed { get; set; }
    public long Version { get; private set; }

    /// <summary>What is changed now belongs to this correction.</summary>
    public bool TakesIn(DateTime now) => What == NoteEvent.Amended && now - At < OneCorrection;
}
