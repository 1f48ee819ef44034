using Helpline.Domain.Visits;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Visits;

/// <summary>Visits whose time is over and of which nobody reported become missed. Safe to run at any time, twice, or late.</summary>
internal sealed class NoticeMissedVisitsJob(CaseworkDesks desks, JobGuard guard, IDbContextFactory<HelplineDb> contexts, VisitRules rules, TimeProvider clock)
{
    public async Task Run(CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddHours(-rules.GraceHours);
        await using var db = await contexts.CreateDbContextAsync(stop);
        var silent = await db.Visits.Unreported(before).Select(v => v.Id).ToListAsync(stop);
        foreach (var visit in silent) await guard.Run(JobKind.MissedVisit, visit, () => desks.Open(Reader.System, desk => desk.NoticeMissed(visit, rules)));
    }
}
