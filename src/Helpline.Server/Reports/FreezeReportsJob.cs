using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Journals;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Reports;

/// <summary>
/// From the form's day of the month on: the month before is frozen, and with it the quarter and the year that ended, for the
/// organization and for each team. What is frozen already stays as it is.
/// </summary>
internal sealed class FreezeReportsJob(CaseworkDesks desks, IDbContextFactory<HelplineDb> contexts, ReportMaker maker, ReportForms forms, JournalRequests requests)
{
    public async Task Run(CancellationToken stop)
    {
        if (forms.Report.FreezeOnDay == 0 || maker.Today.Day < forms.Report.FreezeOnDay) return;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var teams = await db.Users.AsNoTracking().Where(a => a.Team != null).Select(a => a.Team).Distinct().ToListAsync(stop);
        foreach (var period in maker.LastOver())
        {
            if (await requests.TooEarly(db, maker.Days(period), "period", stop) is not null) continue;
            foreach (var team in teams.Prepend(null)) await desks.Freeze(new Reader(null, new HashSet<string> { Roles.Supervisor }, team), maker, period, stop);
        }
    }
}
