using Helpline.Domain.Reports;

namespace Helpline.Domain.Metrics;

/// <summary>How many came to one end, or are still on their way.</summary>
/// <param name="Code">The state by name.</param>
/// <param name="MedianDays">From the beginning to the end, of those that ended; null when none has.</param>
public sealed record Outcome(string Code, int Count, double? MedianDays)
{
    /// <summary>The most frequent first.</summary>
    /// <param name="counts">By state.</param>
    /// <param name="days">Of those that ended, by state.</param>
    public static IReadOnlyList<Outcome> Of(IReadOnlyDictionary<string, int> counts, ILookup<string, double> days) =>
        [.. counts.Select(c => new Outcome(c.Key, c.Value, Median.Of(days[c.Key]))).OrderByDescending(o => o.Count).ThenBy(o => o.Code, StringComparer.Ordinal)];
}
