using Helpline.Contracts.Visits;
using Helpline.Domain.Casework;
using Helpline.Domain.Visits;
using Helpline.Server.Casework;
using Helpline.Server.Privacy;
using Helpline.Server.Visits;
using Helpline.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.FollowUps;

public partial class A_job_of_a_server_that_is_killed
{
    [Fact]
    public async Task Notices_each_missed_visit_once()
    {
        using var host = Mortal();
        var silent = Enumerable.Range(0, 5).Select(i => Made.Visit(host.Now().AddHours(-12), number: $"20261102-000{i}")).ToList();
        await Holds(host, silent);
        var (desks, rules) = (host.Services.GetRequiredService<CaseworkDesks>(), host.Services.GetRequiredService<VisitRules>());
        await Replayed(i => desks.Open(Reader.System, desk => desk.NoticeMissed(silent[i % silent.Count].Id, rules)));
        Assert.Equal(silent.Count, await host.Reads(db => db.Visits.CountAsync(v => v.State == VisitState.Missed)));
        Assert.Equal(silent.Count, await host.Reads(db => db.History.CountAsync(h => h.Subject == Subject.Visit && h.What == "Missed")));
    }

    [Fact]
    public async Task Counts_the_services_of_each_older_visit_once()
    {
        using var host = Mortal();
        var form = VisitCards.Of(VisitFields.Empty with { Seen = "the mother", Services = ["social_legal"] });
        var done = Enumerable.Range(0, 5).Select(i => Made.Visit(host.Now().AddDays(-9), number: $"20261102-000{i}")).ToList();
        foreach (var visit in done) visit.Hold(visit.PlannedFrom, 60, "cooperative", late: false, visit.PlannedTo);
        await Holds(host, [.. done, .. done.Select(v => new VisitRecord { VisitId = v.Id, Author = v.Worker, SealedForm = form.Seal(v.Id, host.Services.GetRequiredService<Vault>()), Shape = VisitForm.Shape, SavedAt = v.PlannedTo, DoneAt = v.PlannedTo })]);
        var before = await host.Reads(db => db.Visits.SumAsync(v => v.Version));
        await Replayed(i => host.Services.GetRequiredService<TellVisits>().Tell(done[i % done.Count].Id));
        Assert.True(await host.Reads(db => db.Visits.AllAsync(v => v.Services == " social_legal ")));
        Assert.Equal(before + done.Count, await host.Reads(db => db.Visits.SumAsync(v => v.Version)));
    }
}
