namespace Helpline.Exchange;

/// <summary>Decides what goes wrong, by the seed and in advance: the n-th occasion of a kind is struck or spared in every run alike.</summary>
public sealed class Faults
{
    private readonly FaultOptions options;
    private readonly long[] occasions = new long[Kinds];
    private readonly long[] ordered = new long[Kinds];
    private readonly long[] counts = new long[Kinds];

    internal Faults(FaultOptions options)
    {
        this.options = options;
        foreach (var (kind, chance) in options.Chances)
            if (chance is not (>= 0 and <= 1)) throw new ArgumentException($"The chance of {kind} is {chance}; it should be from 0 to 1.");
    }

    private static int Kinds => Enum.GetValues<Fault>().Length;

    /// <summary>How often each has struck.</summary>
    public IReadOnlyDictionary<Fault, long> Counts => Enum.GetValues<Fault>().ToDictionary(f => f, Count);

    public long Count(Fault kind) => Interlocked.Read(ref counts[(int)kind]);

    /// <summary>The next occasions of this kind are struck for certain.</summary>
    public void Inject(Fault kind, int times = 1) => Interlocked.Add(ref ordered[(int)kind], times);

    /// <summary>An occasion: whether it is struck. It counts as struck at once, unless <paramref name="counts"/> is false.</summary>
    internal bool Strike(Fault kind, bool counts = true)
    {
        if (!WasOrdered(kind) && !ByChance(kind)) return false;
        if (counts) Struck(kind);
        return true;
    }

    internal void Struck(Fault kind) => Interlocked.Increment(ref counts[(int)kind]);

    private bool WasOrdered(Fault kind)
    {
        if (Interlocked.Read(ref ordered[(int)kind]) <= 0) return false;
        if (Interlocked.Decrement(ref ordered[(int)kind]) >= 0) return true;
        Interlocked.Increment(ref ordered[(int)kind]);
        return false;
    }

    private bool ByChance(Fault kind)
    {
        if (options.Chances.GetValueOrDefault(kind) is not (> 0 and var chance)) return false;
        var occasion = Interlocked.Increment(ref occasions[(int)kind]);
        return Draw((ulong)options.Seed << 40 ^ (ulong)kind << 32 ^ (ulong)occasion) < chance;
    }

    /// <summary>SplitMix64: neighbors in, strangers out. From 0 to 1.</summary>
    private static double Draw(ulong number)
    {
        number = unchecked((number + 1) * 0x9E3779B97F4A7C15);
        number = unchecked((number ^ number >> 30) * 0xBF58476D1CE4E5B9);
        number = unchecked((number ^ number >> 27) * 0x94D049BB133111EB);
        return ((number ^ number >> 31) >> 11) * (1.0 / (1UL << 53));
    }
}
