using Helpline.Contracts.Live;
using Helpline.Domain.Cases;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Line;
using Helpline.Domain.Metrics;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Metrics;
using Helpline.Server.Visits;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Live;

/// <summary>Today's figures for every live board, measured at most four times a second however many look.</summary>
internal sealed class LiveMeasure(IDbContextFactory<HelplineDb> contexts, LineRules line, ServicePromise promise, TimeProvider clock) : IDisposable
{
    /// <summary>Of an open case: nothing for so long is told to its supervisor.</summary>
    private const int SilentDays = 14;
    private const int SilentShown = 10;
    private const int MissedShown = 5;

    /// <summary>A board asks at once when a call has changed, so no older figures are given out.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(250);

    /// <summary>Measuring takes no more than this part of a core, but figures never grow older than a board asks for them.</summary>
    private const int PartOfCore = 10;
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim one = new(1);
    private (DateTime At, LivePeriod Today, LivePeriod Hour)? last;
    private TodaysCalls? calls;
    private TimeSpan fresh = Fresh;

    public async Task<LiveFigures> Now(Reader who, CancellationToken stop)
    {
        var (at, today, hour) = await Line(stop);
        await using var db = await contexts.CreateDbContextAsync(stop);
        return new(at, MetricCards.Of(promise), today, hour, await Owed(db, who, stop));
    }

    public void Dispose() => one.Dispose();

    private async Task<(DateTime At, LivePeriod Today, LivePeriod Hour)> Line(CancellationToken stop)
    {
        await one.WaitAsync(stop);
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (last is { } known && now - known.At < fresh && known.At <= now) return known;
            var began = clock.GetTimestamp();
            await using var db = await contexts.CreateDbContextAsync(stop);
            var day = LocalDay.Of(DateOnly.FromDateTime(line.Local(now)), line.Zone);
            if (calls?.Day != day || last?.At > now) calls = new(day);
            var measured = (await calls.Look(db, now, stop)).Select(c => c.By(promise)).ToList();
            var hour = MeasuredHours.HourOf(now);
            last = (now, Period(measured, day.From, day.Until), Period(measured.Where(c => c.Hour == hour), hour, hour.AddHours(1)));
            var paid = clock.GetElapsedTime(began) * PartOfCore;
            fresh = paid < Fresh ? Fresh : paid > Oldest ? Oldest : paid;
            return last.Value;
        }
        finally
        {
            one.Release();
        }
    }

    private LivePeriod Period(IEnumerable<CallRollUp> rows, DateTime begin, DateTime end)
    {
        var sums = rows.Aggregate(CallSums.None, (all, row) => all + row.Sums);
        return new(MetricCards.Counts(sums), MetricCards.ServiceLevel(sums, promise), MetricCards.SpeedOfAnswer(sums), begin, end);
    }

    private async Task<LiveOwed> Owed(HelplineDb db, Reader who, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var quiet = now.AddDays(-SilentDays);
        var missed = await db.MissedCalls.Where(m => m.ActedAt == null).GroupBy(_ => 1)
            .Select(g => new { All = g.Count(), Nobodys = g.Count(m => m.Owner == null), Since = (DateTime?)g.Min(m => m.At) }).SingleOrDefaultAsync(stop);
        var followUps = await db.FollowUps.LedBy(who).CountAsync(f => f.State == FollowUpState.Due && f.DueAt < now, stop);
        var referrals = await db.Referrals.LedBy(who).CountAsync(r => r.DueAt < now && r.EndedAt == null, stop);
        var visits = await db.Visits.ToLookAt().LedBy(who).CountAsync(stop);
        var silent = db.Cases.AsNoTracking().LedBy(who).Where(c => c.State == CaseState.Open && c.TouchedAt < quiet);
        var shown = await silent.OrderBy(c => c.TouchedAt).Take(SilentShown).Select(c => new SilentCase(c.Id, c.Number, c.Owner, c.TouchedAt)).ToListAsync(stop);
        var newest = await db.MissedCalls.AsNoTracking().Where(m => m.ActedAt == null).OrderByDescending(m => m.At).Take(MissedShown)
            .Select(m => new MissedLine(m.CallId, m.Cause.ToString(), m.At, m.Owner)).ToListAsync(stop);
        return new(missed?.All ?? 0, missed?.Nobodys ?? 0, missed?.Since, followUps, referrals, visits, shown.Count < SilentShown ? shown.Count : await silent.CountAsync(stop), SilentDays, shown, newest);
    }
}
