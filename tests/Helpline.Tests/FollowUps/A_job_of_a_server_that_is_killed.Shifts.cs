using Helpline.Server.Shifts;
using Helpline.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.FollowUps;

public partial class A_job_of_a_server_that_is_killed
{
    [Fact]
    public async Task Plans_each_shift_of_a_week_once()
    {
        using var host = Mortal();
        await Holds(host, [Made.Weekly()]);
        await Replayed(_ => host.Job<PlanShiftsJob>(job => job.Run(CancellationToken.None)));
        var days = await host.Reads(db => db.Shifts.Select(s => s.From).ToListAsync());
        Assert.InRange(days.Count, 2, 60);
        Assert.Equal(days.Distinct(), days);
    }
}
