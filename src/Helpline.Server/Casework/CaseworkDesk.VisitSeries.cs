using Helpline.Domain.Visits;
using Helpline.Server.Visits;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>Series of visits. The visits are rows from the beginning; a change of the series touches only those still ahead.</summary>
internal sealed partial class CaseworkDesk
{
    public async Task Make(VisitSeries series)
    {
        db.VisitSeries.Add(series);
        foreach (var (from, to) in Ahead(series, except: [])) await Plan(await series.Visit(this, from, to));
    }

    /// <summary>Planned visits move to the new days in order; what is too many is cancelled, what lacks is planned. Confirmed ones stay as promised.</summary>
    public async Task<bool> Change(VisitSeries series, SeriesRule rule, string worker, string? team)
    {
        if (!series.Change(rule, worker, team)) return false;
        var rows = await db.Visits.Where(v => v.SeriesId == series.Id && v.State != VisitState.Cancelled).OrderBy(v => v.PlannedFrom).ToListAsync();
        var open = new Queue<Visit>(rows.Where(IsOpen));
        var kept = rows.Where(v => !IsOpen(v)).Select(v => line.Zone.Day(v.PlannedFrom)).ToHashSet();
        foreach (var (from, to) in Ahead(series, kept))
            if (!open.TryDequeue(out var visit)) await Plan(await series.Visit(this, from, to));
            else if ((visit.PlannedFrom, visit.PlannedTo, visit.Worker) != (from, to, worker)) await Move(visit, from, to, worker, team);
        foreach (var visit in open) await Cancel(visit, "series_changed");
        return true;
    }

    public async Task<bool> End(VisitSeries series)
    {
        if (!series.End(now)) return false;
        foreach (var visit in (await db.Visits.Where(v => v.SeriesId == series.Id && v.State == VisitState.Planned).ToListAsync()).Where(IsOpen)) await Cancel(visit, "series_changed");
        return true;
    }

    private bool IsOpen(Visit visit) => visit.State == VisitState.Planned && visit.PlannedFrom > now && visit.Follows is null;

    private IEnumerable<(DateTime From, DateTime To)> Ahead(VisitSeries series, HashSet<DateOnly> except) =>
        series.Rule.Days().Where(day => !except.Contains(day)).Select(day => series.Rule.VisitOn(day, line.Zone)).Where(span => span.From > now);
}
