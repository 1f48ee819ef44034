namespace Helpline.Domain.Privacy;

/// <summary>On whose request.</summary>
public enum ErasureOf { Person, Number }

/// <summary>The proof that somebody's data was erased: how much, when and by whom, and nothing of what it was.</summary>
public sealed class Erasure
{
    public required Guid Id { get; init; }
    public required ErasureOf Of { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>User name.</summary>
    public required string By { get; init; }

    /// <summary>How many rows of each kind were blanked, as JSON.</summary>
    public required string Counts { get; init; }

    /// <summary>SHA-256, in hexadecimal, over the sorted ids of the rows, each on a line.</summary>
    public required string IdsHash { get; init; }
}
