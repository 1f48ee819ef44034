namespace Helpline.Domain.Reports;

/// <summary>One number of a report.</summary>
/// <param name="Figure">Code of its definition.</param>
/// <param name="Key">What it is split by: a code; empty for a figure that is not split.</param>
/// <param name="Number">A count, or days; null when there is nothing to take a median of.</param>
public readonly record struct ReportNumber(string Figure, string Key, double? Number);

/// <summary>The report of a closed period as it was when it was frozen; it never changes. Times are UTC.</summary>
public sealed class FrozenReport
{
    public required Guid Id { get; init; }

    /// <summary>As 2026-11, 2026-Q4 or 2026.</summary>
    public required string Period { get; init; }

    /// <summary>Code of the team whose report it is; empty for that of the whole organization.</summary>
    public required string Team { get; init; }
    public required DateTime FrozenAt { get; init; }

    /// <summary>User name; null when the night of the form's day did it.</summary>
    public string? FrozenBy { get; init; }
}

/// <summary>A number of a frozen report.</summary>
public sealed class FrozenNumber
{
    public required Guid ReportId { get; init; }
    public required string Figure { get; init; }
    public required string Key { get; init; }
    public double? Number { get; init; }
}
