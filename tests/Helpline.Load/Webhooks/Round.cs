using System.Globalization;

namespace Helpline.Load.Webhooks;

/// <param name="Milliseconds">Of each request.</param>
/// <param name="Took">The whole round.</param>
/// <param name="Used">Processor time of the server, which other programs on the machine disturb least.</param>
internal sealed record Round(IReadOnlyList<double> Milliseconds, TimeSpan Took, TimeSpan Used)
{
    public double PerSecond => Milliseconds.Count / Took.TotalSeconds;
    public double P50 { get; } = Milliseconds.Percentile(0.50);
    public double P99 { get; } = Milliseconds.Percentile(0.99);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond,6:F0}/s  p50 {P50,6:F2}  p99 {P99,6:F2} ms  cpu {Used.TotalMicroseconds / Milliseconds.Count,5:F0} µs each");
}
