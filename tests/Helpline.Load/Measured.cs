namespace Helpline.Load;

/// <summary>What single measurements come to.</summary>
internal static class Measured
{
    /// <summary>The value that <paramref name="share"/> of them do not exceed (nearest rank).</summary>
    public static double Percentile(this IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public static double Median(this IEnumerable<double> values) => values.Percentile(0.5);
}
