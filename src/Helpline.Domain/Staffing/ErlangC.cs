namespace Helpline.Domain.Staffing;

/// <summary>
/// Erlang's second formula: calls at random, handled in exponential time, by counselors who answer in the order of arrival,
/// for callers who wait for ever. It promises too little where callers give up: see <see cref="ErlangA"/>.
/// A. K. Erlang, 1917; the loss formula by its recursion in the inverse, which does not overflow.
/// </summary>
public static class ErlangC
{
    /// <summary>The share of callers who would be lost if nobody waited (Erlang B).</summary>
    /// <param name="load">Erlangs, above 0.</param>
    /// <param name="counselors">0 or more.</param>
    public static double Loss(double load, int counselors)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(load);
        ArgumentOutOfRangeException.ThrowIfNegative(counselors);
        var inverse = 1.0;
        for (var k = 1; k <= counselors; k++) inverse = 1 + inverse * k / load;
        return 1 / inverse;
    }

    /// <summary>The share of callers who have to wait.</summary>
    /// <returns>1 when there are not more counselors than the load: the queue grows without end.</returns>
    public static double WaitShare(double load, int counselors)
    {
        if (counselors <= load) return 1;
        var loss = Loss(load, counselors);
        return counselors * loss / (counselors - load * (1 - loss));
    }

    /// <param name="answerSeconds">The answer time that the service level counts, 0 or more; one second more is too late.</param>
    /// <returns>Null when there are not more counselors than the load: no wait has an end.</returns>
    public static Prospect? Of(Demand demand, int counselors, double answerSeconds)
    {
        var load = demand.Load;
        if (counselors <= load) return null;
        var (waits, spare) = (WaitShare(load, counselors), counselors - load);
        var wait = waits * demand.HandleSeconds / spare;
        return new(waits, 1 - waits * Math.Exp(-spare * answerSeconds / demand.HandleSeconds), wait, load / counselors, 0, wait);
    }

    /// <summary>The fewest counselors in calls with whom the share <paramref name="goal"/> of the callers is answered in time.</summary>
    /// <param name="goal">Above 0, below 1.</param>
    public static int Fewest(Demand demand, double answerSeconds, double goal)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(goal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(goal, 1);
        for (var n = (int)Math.Floor(demand.Load) + 1; ; n++)
            if (Of(demand, n, answerSeconds)!.ServiceLevel >= goal) return n;
    }

    /// <summary>How many to put on the rota, so that so many are in calls.</summary>
    /// <param name="shrinkage">The share of paid time that goes into breaks, training and illness; 0 or more, below 1.</param>
    public static int Rostered(int counselors, double shrinkage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shrinkage);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shrinkage, 1);
        // A whole number of people stays one, whatever the division leaves behind.
        return (int)Math.Ceiling(Math.Round(counselors / (1 - shrinkage), 9));
    }
}
