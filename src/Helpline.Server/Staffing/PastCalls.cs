using Helpline.Domain.Line;
using Helpline.Domain.Metrics;
using Helpline.Domain.Staffing;
using Helpline.Domain.Visits;
using Helpline.Server.Data;
using Helpline.Server.Metrics;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Staffing;

/// <summary>What the past weeks tell of the ones to come.</summary>
/// <param name="From">UTC, inclusive.</param>
/// <param name="Until">UTC, exclusive.</param>
/// <param name="Count">Calls that entered the queue.</param>
/// <param name="HandleSeconds">Talk, hold and wrap-up on average; null when none was answered.</param>
internal sealed record PastCalls(DateTime From, DateTime Until, int Count, IReadOnlyDictionary<HourOfWeek, double> CallsPerHour, double? HandleSeconds);

internal static class StaffingQueries
{
    /// <summary>The last whole local days, of so many weeks, or since the first call where the line is younger.</summary>
    public static async Task<PastCalls> PastCalls(this HelplineDb db, LineRules line, int weeks, DateTime now, CancellationToken stop)
    {
        var today = line.Zone.Day(now);
        var (from, until) = (LocalDay.Of(today.AddDays(-7 * weeks), line.Zone).From, LocalDay.Of(today, line.Zone).From);
        var hours = (await db.Measured(from, until, now, stop)).Calls;
        if (hours.Count == 0) return new(from, until, 0, new Dictionary<HourOfWeek, double>(), null);
        if (!await db.Calls.AnyAsync(c => c.ArrivedAt < from, stop)) from = LocalDay.Holding(hours.Min(h => h.Hour), line.Zone).From;
        var sums = hours.Aggregate(CallSums.None, (all, hour) => all + hour.Sums);
        return new(from, until, Queued(sums), Forecast.CallsPerHour(hours.Select(h => (h.Hour, Queued(h.Sums))), from, until, line.Zone), LineFigures.HandleTime(sums).Value);
    }

    private static int Queued(CallSums sums) => sums.Offered - sums.Blocked;
}
