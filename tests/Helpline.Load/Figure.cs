namespace Helpline.Load;

/// <param name="Floor">The same measured on a bare implementation, in the same run; null when there is none.</param>
/// <param name="Ratio"><paramref name="Value"/> over <paramref name="Floor"/>.</param>
/// <param name="Samples">How many single measurements are behind the value.</param>
internal sealed record Figure(string Name, double Value, double? Floor, double? Ratio, string Unit, int Samples)
{
    public static Figure Beside(string name, double value, double floor, string unit, int samples) =>
        new(name, value, floor, Math.Round(value / floor, 3), unit, samples);
}
