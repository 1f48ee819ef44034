using System.Numerics;

namespace Helpline.Tests.Staffing;

/// <summary>An exact number.</summary>
internal readonly record struct Fraction
{
    private Fraction(BigInteger of, BigInteger all)
    {
        var common = BigInteger.GreatestCommonDivisor(of, all);
        (Of, All) = (of / common, all / common);
    }

    private BigInteger Of { get; }

    private BigInteger All { get; }

    public static implicit operator Fraction(int whole) => new(whole, 1);

    public static Fraction operator +(Fraction one, Fraction other) => new(one.Of * other.All + other.Of * one.All, one.All * other.All);

    public static Fraction operator -(Fraction one, Fraction other) => new(one.Of * other.All - other.Of * one.All, one.All * other.All);

    public static Fraction operator *(Fraction one, Fraction other) => new(one.Of * other.Of, one.All * other.All);

    public static Fraction operator /(Fraction one, Fraction other) => new(one.Of * other.All, one.All * other.Of);

    /// <summary>The nearest number of a computer, but for its last digits.</summary>
    public static explicit operator double(Fraction one) => Math.ScaleB((double)((one.Of << 200) / one.All), -200);
}
