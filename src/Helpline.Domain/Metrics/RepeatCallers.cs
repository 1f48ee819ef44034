namespace Helpline.Domain.Metrics;

/// <summary>Who rang more than once, by the keyed hash; withheld numbers are nobody's and are left out.</summary>
/// <param name="Calls">With a known hash.</param>
/// <param name="Callers">Different ones.</param>
/// <param name="Repeating">Callers with two calls or more.</param>
/// <param name="RepeatedCalls">All calls of those.</param>
public sealed record RepeatCallers(int Calls, int Callers, int Repeating, int RepeatedCalls)
{
    /// <summary>Different callers cannot be summed over months; and numbers are forgotten after a time.</summary>
    public const int MostDays = 31;

    public static readonly RepeatCallers None = new(0, 0, 0, 0);

    public static RepeatCallers Of(IEnumerable<string?> hashes)
    {
        var calls = hashes.OfType<string>().GroupBy(h => h).Select(g => g.Count()).ToList();
        return new(calls.Sum(), calls.Count, calls.Count(n => n > 1), calls.Where(n => n > 1).Sum());
    }

    public Figure ShareOfCallers => new("repeat_callers", Repeating, Callers);
    public Figure ShareOfCalls => new("repeat_calls", RepeatedCalls, Calls);
}
