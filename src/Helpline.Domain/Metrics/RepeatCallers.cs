namespace Helpline.Domain.Metrics;

/// <summary>
/// Who rang more than once in a stretch of time; withheld numbers are nobody's and are left out. A call knows when its number
/// rang before, so nobody is compared with anybody: of a stretch of any length these are three counts.
/// </summary>
/// <param name="Calls">Of known numbers.</param>
/// <param name="Again">Those of them whose number had rung before in that time.</param>
/// <param name="Second">Those whose number had rung just once before in that time: one for each who rang again.</param>
public sealed record RepeatCallers(int Calls, int Again, int Second)
{
    public static readonly RepeatCallers None = new(0, 0, 0);

    /// <summary>Different ones.</summary>
    public int Callers => Calls - Again;

    /// <summary>All calls of those who rang again, their first ones too.</summary>
    public int RepeatedCalls => Again + Second;

    public Figure ShareOfCallers => new("repeat_callers", Second, Callers);
    public Figure ShareOfCalls => new("repeat_calls", RepeatedCalls, Calls);
}
