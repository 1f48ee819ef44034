using System.Net;
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

    [Fact]
    public async Task Cancels_what_was_promised_before_its_contact_joined_it()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var dana = await host.SignIn("counselor2", hasPulse: false);
        await using var gulnar = await host.SignIn("social1", hasPulse: false);
        var came = await aigul.MeetsSomebody();
        var promised = await aigul.Plans(came.Id);
        var referral = (await aigul.Sends(Referring.Form(came.Id, receiver: "social1"))).Card.Id;
        await gulnar.Moves(referral, new("Accepted", Responsible: "Гүлнар"));
        var visit = await gulnar.Makes<VisitCard>(Routes.VisitsList, new NewVisit(null, null, null, "center", host.Now().AddDays(1), ReferralId: referral));

        var opened = await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", came.Id, Owner: "counselor2"));
        Assert.Equal(opened.Id, (await dana.Reads(promised.Id)).FollowUp.CaseId);
        Assert.Equal((opened.Id, opened.Id), ((await dana.Looks(referral)).CaseId!.Value, (await dana.Gets<VisitDetails>(Routes.Visit(visit.Id))).Visit.CaseId!.Value));
        await aigul.Posts(Routes.FollowUps, new NewFollowUp("Call", "promised", "low", ContactId: came.Id, MayCall: true)).Refuses(HttpStatusCode.Conflict);
        var told = (await dana.Gets<Page<Moment>>(Routes.CaseTimeline(opened.Id))).Items.Where(m => m.What == "Joined").Select(m => m.Subject);
        Assert.Equal(["Contact", "FollowUp", "Referral", "Visit"], told.Order());

        Assert.Equal(3, (await dana.Makes<ClosedCase>(Routes.CloseCase(opened.Id), new CloseCase("need_met"))).Canceled);
        Assert.Equal(FollowUpState.Cancelled, await host.Reads(db => db.FollowUps.Select(f => f.State).SingleAsync()));
        Assert.Equal(ReferralState.Cancelled, await host.Reads(db => db.Referrals.Select(r => r.State).SingleAsync()));
        Assert.Equal(VisitState.Cancelled, await host.Reads(db => db.Visits.Select(v => v.State).SingleAsync()));
    }

    [Fact]
    public async Task Had_one_promise_of_a_kind_though_a_contact_with_another_joined_it()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var (first, second, third) = (await aigul.MeetsSomebody(), await aigul.MeetsSomebody(), await aigul.MeetsSomebody());
        var late = await aigul.Plans(first.Id, host.Now().AddDays(3));
        var soon = await aigul.Plans(second.Id, host.Now().AddDays(1));
        var never = await aigul.Plans(third.Id, host.Now().AddDays(2));
        var opened = await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", first.Id));
        foreach (var joins in new[] { second, third }) await aigul.Makes<CaseCard>(Routes.JoinContact(opened.Id), new JoinContact(joins.Id));
        Assert.Equal(["Superseded", "Scheduled", "Superseded"], new[] { (await aigul.Reads(late.Id)).FollowUp.State, (await aigul.Reads(soon.Id)).FollowUp.State, (await aigul.Reads(never.Id)).FollowUp.State });
        Assert.Equal(1, (await aigul.Makes<ClosedCase>(Routes.CloseCase(opened.Id), new CloseCase("need_met"))).Canceled);
    }

    [Fact]
    public async Task Takes_no_referral_from_a_contact_of_it()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        var came = await aigul.MeetsSomebody();
        var opened = await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", came.Id));
        Assert.Equal(opened.Id, (await aigul.Drafts(Referring.Form(came.Id))).CaseId);
        await aigul.Makes<ClosedCase>(Routes.CloseCase(opened.Id), new CloseCase("need_met"));
        await aigul.Posts(Routes.Referrals, Referring.Form(came.Id)).Refuses(HttpStatusCode.Conflict);
    }
}
