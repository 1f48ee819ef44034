namespace Helpline.Domain.Persons;

/// <summary>What the next one who deals with a person or a telephone must know at once; it always ends. Times are UTC.</summary>
public sealed class Alert : IVersioned
{
    /// <summary>So long it may hold; what is to hold longer is looked at again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public required Guid Id { get; init; }

    /// <summary>About a person; or null, and then about a telephone.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Keyed hash of the telephone.</summary>
    public string? CallerHash { get; init; }
    public required string SealedText { get; init; }

    /// <summary>User name of the author.</summary>
    public required string By { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Shown while this is to come.</summary>
    public required DateTime Until { get; set; }
    public long Version { get; private set; }
}
