using Helpline.Contracts;
using Helpline.Contracts.Cases;
using Helpline.Contracts.FollowUps;
using Helpline.Contracts.Visits;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Referrals;
using Helpline.Domain.Visits;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Referrals;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Cases;

public class A_case_that_is_closed
{
    [Fact]
    public async Task Cancels_its_five_open_things_with_it()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var came = await aigul.MeetsSomebody();
        var opened = await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", came.Id));
        await aigul.Plans(new NewFollowUp("Call", "promised", "low", opened.Id, MayCall: true));
        await aigul.Plans(new NewFollowUp("Visit", "promised", "low", opened.Id, MayCall: true));
        await aigul.Sends(Referring.Form(came.Id, receiver: "social1", ofCase: opened.Id));
        var tomorrow = host.Now().AddDays(1);
        foreach (var day in new[] { tomorrow, tomorrow.AddDays(7) })
            await aigul.Makes<VisitCard>(Routes.VisitsList, new NewVisit(opened.Id, null, null, "center", day, Worker: "social1"));

        var closed = await aigul.Makes<ClosedCase>(Routes.CloseCase(opened.Id), new CloseCase("need_met"));

        Assert.Equal(5, closed.Canceled);
        Assert.All(await host.Reads(db => db.FollowUps.Select(f => f.State).ToListAsync()), state => Assert.Equal(FollowUpState.Cancelled, state));
        Assert.All(await host.Reads(db => db.Visits.Select(v => v.State).ToListAsync()), state => Assert.Equal(VisitState.Cancelled, state));
        Assert.Equal(ReferralState.Cancelled, await host.Reads(db => db.Referrals.Select(r => r.State).SingleAsync()));
    }
}
