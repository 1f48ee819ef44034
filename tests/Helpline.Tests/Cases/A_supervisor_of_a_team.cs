using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Contacts;
using Helpline.Contracts.Persons;
using Helpline.Contracts.Sharing;
using Helpline.Contracts.Visits;
using Helpline.Domain.Casework;
using Helpline.Tests.Data;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Referrals;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Cases;

public class A_supervisor_of_a_team
{
    [Fact]
    public async Task Has_beside_her_team_what_another_shared_with_her_or_gave_to_her_and_only_reads_what_was_shared()
    {
        using var host = HelplineHost.Start();
        await host.Teams(("counselor1", "day"), ("supervisor1", "night"), ("counselor2", "night"));
        await host.Reads(db => db.Users.Where(a => a.UserName == "supervisor1").ExecuteUpdateAsync(a => a.SetProperty(u => u.Roles, new List<string> { "Supervisor", "SocialWorker" })));
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var dana = await host.SignIn("counselor2", hasPulse: false);
        await using var erlan = await host.SignIn("supervisor1", hasPulse: false);
        var share = new Share("supervisor1", true, host.Now().AddDays(1), "care");
        var (contact, hidden, own) = (await aigul.MeetsSomebody(), await aigul.MeetsSomebody(), await dana.MeetsSomebody());
        await aigul.Makes<List<ShareCard>>(Routes.Shares(Routes.Contacts, contact.Id), share);
        var shared = await aigul.OpensACase();
        await aigul.Makes<List<ShareCard>>(Routes.Shares(Routes.Cases, shared.Id), share);
        var given = await aigul.OpensACase();
        var visit = await aigul.Makes<VisitCard>(Routes.VisitsList, new NewVisit(given.Id, null, null, "center", host.Now().AddDays(1), Worker: "supervisor1"));
        var referral = (await aigul.Sends(Referring.Form(hidden.Id, receiver: "supervisor1"))).Card.Id;
        await aigul.Makes<CaseCard>(Routes.GiveCase(given.Id), new GiveCase("supervisor1"));

        var inCase = await host.Reads(db => db.Contacts.Where(c => c.CaseId == given.Id).Select(c => c.Id).SingleAsync());
        Assert.Equal(new[] { contact.Id, own.Id, inCase }.Order(), (await erlan.Gets<Page<ContactCard>>(Routes.Contacts)).Items.Select(c => c.Id).Order());
        Assert.Equal(new[] { given.Id, shared.Id }.Order(), (await erlan.Gets<Page<CaseCard>>(Routes.Cases)).Items.Select(c => c.Id).Order());
        Assert.Equal([referral], await erlan.Lists("all"));
        foreach (var address in new[] { Routes.Contact(contact.Id), Routes.Case(shared.Id), Routes.Case(given.Id), Routes.Visit(visit.Id), Routes.Referral(referral) })
            Assert.Equal(HttpStatusCode.OK, await erlan.Sees(address));
        Assert.Equal(HttpStatusCode.NotFound, await erlan.Sees(Routes.Contact(hidden.Id)));
        await erlan.Puts(Routes.Case(shared.Id), new CaseChange(null, "Чужое", null)).Refuses(HttpStatusCode.Forbidden);
        await erlan.Posts(Routes.Shares(Routes.Contacts, contact.Id), share with { With = "counselor3" }).Refuses(HttpStatusCode.NotFound);
        var seen = await erlan.Gets<ContactDetails>(Routes.Contact(contact.Id));
        Assert.Equal((false, true), (seen.MayChange, seen.MayReadNote));
    }

    [Fact]
    public async Task Takes_down_what_was_warned_of_her_team_s_people_and_nothing_of_another_team_that_she_only_reads()
    {
        using var host = HelplineHost.Start();
        await host.Teams(("counselor1", "day"), ("supervisor1", "night"), ("counselor2", "night"));
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var dana = await host.SignIn("counselor2", hasPulse: false);
        await using var erlan = await host.SignIn("supervisor1", hasPulse: false);
        var (others, own) = (await aigul.WritesDown(Caseworking.Aliya), await dana.WritesDown(Caseworking.Aliya));
        var (theirs, ours) = (await Warns(aigul, others.Id), await Warns(dana, own.Id));
        await TakesDown(theirs).Refuses(HttpStatusCode.NotFound);
        await host.Reads(async db => db.Grants.Add(Made.Right(Subject.Person, others.Id, host.Now(), GrantGround.Assigned, "supervisor1")) is not null && await db.SaveChangesAsync() > 0);

        Assert.Equal([false], (await erlan.Gets<PersonDetails>(Routes.For(Routes.Person(others.Id), "supervision"))).Alerts.Select(a => a.MayTakeDown));
        await TakesDown(theirs).Refuses(HttpStatusCode.Forbidden);
        Assert.Equal([true], (await erlan.Gets<PersonDetails>(Routes.For(Routes.Person(own.Id), "supervision"))).Alerts.Select(a => a.MayTakeDown));
        Assert.Equal(HttpStatusCode.NoContent, (await TakesDown(ours)).StatusCode);
        Assert.Single((await aigul.Gets<PersonDetails>(Routes.Person(others.Id))).Alerts);

        Task<HttpResponseMessage> TakesDown(Guid alert) => erlan.Http.DeleteAsync(Routes.Alert(alert), TestContext.Current.CancellationToken);
        async Task<Guid> Warns(Counselor who, Guid person) => (await who.Makes<AlertCard>(Routes.PersonAlerts(person), new NewAlert("Осторожно", host.Now().AddDays(1)))).Id;
    }
}
