namespace Helpline.Domain.Staffing;

/// <summary>
/// Erlang C with patience: a caller who waits gives up after an exponential time (C. Palm, 1957; M/M/n+M). The chain of how
/// many are in the house is solved exactly, and a caller in the queue is followed to the answer or to giving up.
/// </summary>
public static class ErlangA
{
    private const double Negligible = 1e-18;

    /// <param name="patienceSeconds">How long a caller waits on average before giving up; above 0.</param>
    /// <param name="counselors">1 or more, also fewer than the load: those who give up keep the queue finite.</param>
    /// <param name="answerSeconds">The answer time that the service level counts, 0 or more.</param>
    public static Prospect Of(Demand demand, double patienceSeconds, int counselors, double answerSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(patienceSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(counselors, 1);
        var rates = new Rates(demand.CallsPerHour / 3600, counselors / demand.HandleSeconds, 1 / patienceSeconds);
        var house = House(rates, demand.HandleSeconds, counselors);
        var queue = house[counselors..];
        var waits = queue.Sum();
        var waiting = queue.Select((share, ahead) => share * ahead).Sum();
        var busy = house.Select((share, inside) => share * Math.Min(inside, counselors)).Sum();
        var gaveUp = rates.GiveUp * waiting / rates.Arrive;
        return new(waits, 1 - waits + Served(queue, rates, answerSeconds), ServedWait(queue, rates) / (1 - gaveUp), busy / counselors, gaveUp, waiting / rates.Arrive);
    }

    /// <inheritdoc cref="ErlangC.Fewest"/>
    public static int Fewest(Demand demand, double patienceSeconds, double answerSeconds, double goal)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(goal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(goal, 1);
        bool Keeps(int counselors) => Of(demand, patienceSeconds, counselors, answerSeconds).ServiceLevel >= goal;
        var (least, most) = (1, 1);
        while (!Keeps(most)) (least, most) = (most + 1, 2 * most);
        while (least < most)
        {
            var middle = (least + most) / 2;
            if (Keeps(middle)) most = middle;
            else least = middle + 1;
        }
        return most;
    }

    /// <param name="Arrive">Callers a second.</param>
    /// <param name="Serve">Calls that all counselors together finish in a second.</param>
    /// <param name="GiveUp">Of each who waits, in a second.</param>
    private sealed record Rates(double Arrive, double Serve, double GiveUp)
    {
        /// <summary>Somebody ahead of a caller is answered or gives up.</summary>
        public double Move(int ahead) => Serve + ahead * GiveUp;
    }

    /// <summary>The share of time with so many callers in the house, in calls and waiting.</summary>
    private static double[] House(Rates rates, double handle, int counselors)
    {
        var (weights, most) = (new List<double> { 1 }, 1.0);
        while (weights.Count <= counselors || weights[^1] > most * Negligible)
        {
            var inside = weights.Count;
            weights.Add(weights[^1] * rates.Arrive / (Math.Min(inside, counselors) / handle + Math.Max(inside - counselors, 0) * rates.GiveUp));
            most = Math.Max(most, weights[^1]);
            // Only their ratios matter; a large house must not overflow.
            if (most > 1e200) (weights, most) = (weights.ConvertAll(w => w / most), 1);
        }
        var sum = weights.Sum();
        return [.. weights.Select(w => w / sum)];
    }

    /// <summary>Of all callers, who waits and is answered within the time: the chain of those ahead, by uniformization.</summary>
    private static double Served(double[] queue, Rates rates, double within)
    {
        var fastest = rates.Move(queue.Length) + rates.GiveUp;
        var (jumps, places, served, total) = (fastest * within, queue.ToArray(), 0.0, 0.0);
        // By its logarithm: of many jumps the first weights are too small to be numbers.
        var (log, weight, seen) = (-jumps, Math.Exp(-jumps), 0.0);
        for (var jump = 1; ; jump++)
        {
            total += weight * served;
            seen += weight;
            if (seen > 1 - 1e-13 || jump > jumps && weight < Negligible) return total + (1 - seen) * served;
            served += places[0] * rates.Serve / fastest;
            for (var ahead = 0; ahead < places.Length; ahead++)
            {
                var behind = ahead + 1 < places.Length ? places[ahead + 1] * rates.Move(ahead + 1) / fastest : 0;
                places[ahead] = places[ahead] * (1 - (rates.Move(ahead) + rates.GiveUp) / fastest) + behind;
            }
            log += Math.Log(jumps / jump);
            weight = Math.Exp(log);
        }
    }

    /// <summary>The mean over all callers of the wait of those who are answered; those who are not count as 0.</summary>
    private static double ServedWait(double[] queue, Rates rates)
    {
        var (sum, reaches, wait) = (0.0, 1.0, 0.0);
        for (var ahead = 0; ahead < queue.Length; ahead++)
        {
            var all = rates.Move(ahead) + rates.GiveUp;
            reaches *= rates.Move(ahead) / all;
            wait = reaches / all + wait * rates.Move(ahead) / all;
            sum += queue[ahead] * wait;
        }
        return sum;
    }
}
