namespace Helpline.Domain.Metrics;

/// <summary>How many came to one end, or are still on their way.</summary>
/// <param name="Code">The state by name.</param>
/// <param name="MedianDays">From the beginning to the end, of those that ended, by nearest rank; null when none has.</param>
public sealed record Outcome(string Code, int Count, double? MedianDays)
{
    /// <summary>Each row in exactly one outcome, the most frequent first.</summary>
    public static IReadOnlyList<Outcome> Of(IEnumerable<(string Code, DateTime Begun, DateTime? Ended)> rows) =>
    [
        .. rows.GroupBy(r => r.Code).Select(g => new Outcome(g.Key, g.Count(), Median([.. g.Where(r => r.Ended is not null).Select(r => (r.Ended!.Value - r.Begun).TotalDays).Order()])))
            .OrderByDescending(o => o.Count).ThenBy(o => o.Code, StringComparer.Ordinal),
    ];

    private static double? Median(List<double> days) => days.Count == 0 ? null : days[(days.Count - 1) / 2];
}
