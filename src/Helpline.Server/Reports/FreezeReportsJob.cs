using Helpline.Domain.Line;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Journals;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Reports;

/// <summary>
/// From the form's day of the month on: the month before is frozen, and with it the quarter and the year that ended, for the
/// organization and for each team. So is what a server that was down then left. What is frozen already stays as it is.
/// </summary>
internal sealed class FreezeReportsJob(CaseworkDesks desks, IDbContextFactory<HelplineDb> contexts, ReportMaker maker, ReportForms forms, LineRules line)
{
    public async Task Run(CancellationToken stop)
    {
        if (forms.Report.FreezeOnDay == 0) return;
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.FirstRecord(stop) is not { } first) return;
        var teams = await db.Users.AsNoTracking().Where(a => a.Team != null).Select(a => a.Team).Distinct().ToListAsync(stop);
        foreach (var period in maker.ToFreeze(DateOnly.FromDateTime(line.Local(first))))
            foreach (var team in teams.Prepend(null)) await desks.Freeze(db, new Reader(null, new HashSet<string> { Roles.Supervisor }, team), maker, period, stop);
    }
}
