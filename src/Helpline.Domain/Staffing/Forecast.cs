using Helpline.Domain.Metrics;

namespace Helpline.Domain.Staffing;

/// <summary>One hour of a week in local time, 0 to 23.</summary>
public readonly record struct HourOfWeek(DayOfWeek Day, int Hour)
{
    public static HourOfWeek Of(DateTime utc, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        return new(local.DayOfWeek, local.Hour);
    }
}

/// <summary>How many calls an hour of the week brings: the mean over the past weeks.</summary>
public static class Forecast
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <param name="calls">How many entered the queue in which hour of UTC; what lies outside the time is left out.</param>
    /// <param name="from">UTC, inclusive; at a quarter of an hour.</param>
    /// <param name="until">UTC, exclusive.</param>
    /// <returns>Calls an hour for each hour of the week that the time held. An hour that clocks repeat counts as two, one that they leap over as none.</returns>
    public static IReadOnlyDictionary<HourOfWeek, double> CallsPerHour(IEnumerable<(DateTime Hour, int Count)> calls, DateTime from, DateTime until, TimeZoneInfo zone)
    {
        var (lengths, came) = (new Dictionary<HourOfWeek, double>(), new Dictionary<HourOfWeek, double>());
        for (var at = from; at < until; at += Quarter) Add(lengths, HourOfWeek.Of(at, zone), Quarter.TotalHours);
        // In a zone whose hours begin within those of UTC, each quarter of an hour has its part.
        foreach (var (hour, count) in calls)
            for (var at = hour; at < hour.AddHours(1); at += Quarter)
                if (at >= from && at < until) Add(came, HourOfWeek.Of(at, zone), count * Quarter.TotalHours);
        return lengths.ToDictionary(h => h.Key, h => came.GetValueOrDefault(h.Key) / h.Value);

        static void Add(Dictionary<HourOfWeek, double> to, HourOfWeek hour, double more) => to[hour] = to.GetValueOrDefault(hour) + more;
    }
}

/// <summary>What the line promises and with what callers and counselors it is to be kept.</summary>
/// <param name="PatienceSeconds">How long a caller waits on average; null when nobody gives up (Erlang C instead of Erlang A).</param>
/// <param name="Shrinkage">The share of time on shift that goes into breaks, training and illness.</param>
public sealed record StaffingGoal(ServicePromise Promise, double? PatienceSeconds, double Shrinkage)
{
    /// <summary>The fewest on shift with whom the promise is kept; 0 where nobody rings.</summary>
    public int Needed(Demand demand) => demand.Load <= 0 ? 0 : ErlangC.Rostered(PatienceSeconds is { } patience
        ? ErlangA.Fewest(demand, patience, Promise.WithinSeconds, Promise.Goal)
        : ErlangC.Fewest(demand, Promise.WithinSeconds, Promise.Goal), Shrinkage);

    /// <summary>How so many on shift would fare.</summary>
    /// <returns>Null where nobody rings, nobody is there, or the queue would have no end.</returns>
    public Prospect? With(Demand demand, int onShift)
    {
        // Of those on shift, so many are in calls on average; a whole number stays one.
        var inCalls = (int)Math.Floor(Math.Round(onShift * (1 - Shrinkage), 9));
        if (demand.Load <= 0 || inCalls < 1) return null;
        return PatienceSeconds is { } patience ? ErlangA.Of(demand, patience, inCalls, Promise.WithinSeconds) : ErlangC.Of(demand, inCalls, Promise.WithinSeconds);
    }
}
