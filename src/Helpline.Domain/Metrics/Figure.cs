namespace Helpline.Domain.Metrics;

/// <summary>
/// A figure as its numerator and denominator, so that intervals are combined by sums and never by averages of averages.
/// </summary>
/// <param name="Code">Names its one definition, in <see cref="LineFigures"/>; its formula is shown under the same code.</param>
public readonly record struct Figure(string Code, double Numerator, double Denominator)
{
    /// <summary>Null when there is nothing to divide by: no value, neither 0 nor 1.</summary>
    public double? Value => Denominator == 0 ? null : Numerator / Denominator;
}
