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

    public static RepeatCallers Of(IEnumerable<string?> hashes) => Of([.. hashes.OfType<string>().GroupBy(h => h).Select(g => g.Count())]);

    /// <param name="calls">Of each caller, how many.</param>
    public static RepeatCallers Of(IReadOnlyCollection<int> calls)
    {
        var repeated = calls.Where(n => n > 1).ToList();
        return new(calls.Sum(), calls.Count, repeated.Count, repeated.Sum());
    }

    public Figure ShareOfCallers => new("repeat_callers", Repeating, Callers);
    public Figure ShareOfCalls => new("repeat_calls", RepeatedCalls, Calls);
}
