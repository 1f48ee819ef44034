using Helpline.Domain.Shifts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Shifts;

/// <summary>Makes the shifts of every week some weeks ahead. Safe to run at any time, twice, or late.</summary>
internal sealed class PlanShiftsJob(ShiftDesks desks, IDbContextFactory<HelplineDb> contexts)
{
    public async Task Run(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        foreach (var id in await db.WeeklyShifts.Going().Select(w => w.Id).ToListAsync(stop))
            await desks.Open(Reader.System, async desk => await desk.Db.WeeklyShifts.FindAsync(id) is { EndedAt: null } weekly ? await desk.PlanAhead(weekly) : 0);
    }
}

/// <summary>Tells counselors of shifts that come, and lets swaps lapse whose shift has begun. Each once; safe to run at any time, twice, or late.</summary>
internal sealed class RemindOfShiftsJob(ShiftDesks desks, IDbContextFactory<HelplineDb> contexts, RotaRules rules, TimeProvider clock)
{
    public async Task Run(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var soon = now + rules.Remind;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var coming = await db.Shifts.Where(s => s.State == ShiftState.Taken && s.From > now && s.From <= soon && s.RemindedAt == null).Select(s => s.Id).ToListAsync(stop);
        var begun = await db.Swaps.Open().Where(s => db.Shifts.Any(f => (f.Id == s.ShiftId || f.Id == s.InReturn) && f.From <= now)).Select(s => s.ShiftId).ToListAsync(stop);
        if (coming.Count + begun.Count > 0) await desks.Open(Reader.System, desk => desk.Remind(coming, begun));
    }
}
