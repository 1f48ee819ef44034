using Helpline.Contracts.Metrics;
using Helpline.Domain.Metrics;
using Helpline.Server.Journals;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Metrics;

/// <summary>What occupancy and utilization are made of: day by day, and of one day every stretch of every counselor's time.</summary>
internal static class CrewTimes
{
    /// <param name="hour">Local, 0 to 23; null for whole days.</param>
    public static async Task<CrewTime> Of(JournalScope scope, int? hour, CancellationToken stop)
    {
        var (days, zone) = (scope.Period, scope.Zone);
        var measured = (await scope.Db.Measured(days.Begin, days.End, scope.Now, stop)).Hours.Where(h => hour is null || Local(h.Hour, zone).Hour == hour);
        var byDay = measured.GroupBy(h => DateOnly.FromDateTime(Local(h.Hour, zone))).Select(g => (Day: g.Key, Crew: g.Aggregate(CrewSums.None, (sums, h) => sums + h.Crew)))
            .Where(d => d.Crew.SignedIn > 0 || d.Crew.Work > 0).OrderBy(d => d.Day).ToList();
        var crew = byDay.Aggregate(CrewSums.None, (sums, day) => sums + day.Crew);
        return new(days.From, days.To, hour, zone.Id, Sums(crew), MetricCards.Occupancy(crew, hour), MetricCards.Utilization(crew),
            [.. byDay.Select(d => new DayTime(d.Day, Sums(d.Crew)))], days.From == days.To ? await Stretches(scope, hour, stop) : []);
    }

    /// <summary>An hour that clocks repeat is in it twice.</summary>
    private static async Task<IReadOnlyList<TimeStretch>> Stretches(JournalScope scope, int? hour, CancellationToken stop)
    {
        var (db, zone, team) = (scope.Db, scope.Zone, scope.Who.Team);
        var names = await db.Users.AsNoTracking().Where(a => team == null || a.Team == team).ToDictionaryAsync(a => a.UserName!, a => a.DisplayName, stop);
        (DateTime From, DateTime Until)[] asked = hour is null
            ? [(scope.Period.Begin, scope.Period.End)]
            : [.. MeasuredHours.Each(scope.Period.Begin, scope.Period.End).Where(h => Local(h, zone).Hour == hour).Select(h => (h, h.AddHours(1)))];
        var found = new List<(string Counselor, CrewStretch Stretch)>();
        foreach (var (from, until) in asked) found.AddRange(await db.CrewTime(from, until, scope.Now, stop));
        return [.. found.Where(f => names.ContainsKey(f.Counselor)).OrderBy(f => names[f.Counselor], StringComparer.Ordinal).ThenBy(f => f.Counselor, StringComparer.Ordinal).ThenBy(f => f.Stretch.From)
            .Select(f => new TimeStretch(f.Counselor, names[f.Counselor], f.Stretch.Said?.ToString(), f.Stretch.Said is null ? f.Stretch.Part.ToString() : null,
                Local(f.Stretch.From, zone), Local(f.Stretch.Until, zone), Sums(f.Stretch.Sums)))];
    }

    private static TimeSums Sums(CrewSums crew) => new(crew.SignedIn, crew.Ready, crew.Work);

    private static DateTime Local(DateTime utc, TimeZoneInfo zone) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, zone), DateTimeKind.Unspecified);
}
