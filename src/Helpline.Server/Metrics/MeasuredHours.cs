using Helpline.Domain.Metrics;

namespace Helpline.Server.Metrics;

/// <summary>Whole hours of the line, measured: rows of <see cref="CallRollUp"/> and <see cref="HourRollUp"/>, stored or just made.</summary>
internal sealed record MeasuredHours(IReadOnlyList<CallRollUp> Calls, IReadOnlyList<HourRollUp> Hours)
{
    public static readonly MeasuredHours None = new([], []);

    /// <summary>Judged by what is promised now.</summary>
    public MeasuredHours By(ServicePromise promise) => this with { Calls = [.. Calls.Select(c => c.By(promise))] };

    public MeasuredHours And(MeasuredHours others) => new([.. Calls, .. others.Calls], [.. Hours, .. others.Hours]);

    public MeasuredHours Without(IReadOnlySet<DateTime> hours) => hours.Count == 0 ? this
        : new([.. Calls.Where(c => !hours.Contains(c.Hour))], [.. Hours.Where(h => !hours.Contains(h.Hour))]);

    /// <summary>UTC, the hour that holds it.</summary>
    public static DateTime HourOf(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerHour));

    /// <summary>The hours from the one that holds <paramref name="from"/>, before <paramref name="until"/>.</summary>
    public static IEnumerable<DateTime> Each(DateTime from, DateTime until)
    {
        for (var hour = HourOf(from); hour < until; hour = hour.AddHours(1)) yield return hour;
    }

    /// <summary>The hours as stretches without a gap, none longer than a day.</summary>
    public static IEnumerable<(DateTime From, DateTime Until)> Stretches(IEnumerable<DateTime> hours)
    {
        (DateTime From, DateTime Until)? open = null;
        foreach (var hour in hours.Distinct().Order())
        {
            if (open is { } one && one.Until == hour && hour - one.From < TimeSpan.FromDays(1)) open = (one.From, hour.AddHours(1));
            else
            {
                if (open is { } done) yield return done;
                open = (hour, hour.AddHours(1));
            }
        }
        if (open is { } last) yield return last;
    }
}
