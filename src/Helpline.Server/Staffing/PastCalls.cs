using Helpline.Domain.Line;
using Helpline.Domain.Metrics;
using Helpline.Domain.Staffing;
using Helpline.Domain.Visits;
using Helpline.Server.Data;
using Helpline.Server.Metrics;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Staffing;

/// <summary>What the past weeks tell of the ones to come.</summary>
/// <param name="Count">Calls that entered the queue.</param>
/// <param name="HandleSeconds">Talk, hold and wrap-up on average; null when none was answered.</param>
internal sealed record PastCalls(int Count, IReadOnlyDictionary<HourOfWeek, double> CallsPerHour, double? HandleSeconds);

internal static class StaffingQueries
{
    /// <summary>The length of a call is the mean of the newest: reading the ledger of all of them would tell nothing more.</summary>
    private const int NewestCalls = 1000;

    /// <summary>The last whole local days, of so many weeks, or since the first call where the line is younger.</summary>
    public static async Task<PastCalls> PastCalls(this HelplineDb db, LineRules line, int weeks, DateTime now, CancellationToken stop)
    {
        var today = line.Zone.Day(now);
        var (from, until) = (LocalDay.Of(today.AddDays(-7 * weeks), line.Zone).From, LocalDay.Of(today, line.Zone).From);
        var calls = db.Calls.AsNoTracking().Where(c => c.ArrivedAt >= from && c.ArrivedAt < until && !c.Outbound && c.QueuedAt != null);
        var queued = await calls.OrderBy(c => c.ArrivedAt).Select(c => c.QueuedAt!.Value).ToListAsync(stop);
        if (queued.Count == 0) return new(0, new Dictionary<HourOfWeek, double>(), null);
        if (!await db.Calls.AnyAsync(c => c.ArrivedAt < from, stop)) from = LocalDay.Holding(queued[0], line.Zone).From;
        return new(queued.Count, Forecast.CallsPerHour(queued, from, until, line.Zone), await HandleSeconds(db, queued, until, stop));
    }

    private static async Task<double?> HandleSeconds(HelplineDb db, List<DateTime> queued, DateTime until, CancellationToken stop)
    {
        var newest = await db.Histories(queued[^Math.Min(NewestCalls, queued.Count)], until, stop);
        return LineFigures.HandleTime(CallSums.Of(newest.Select(c => c.Call), new())).Value;
    }
}
