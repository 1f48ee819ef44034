using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Contacts;
using Helpline.Contracts.FollowUps;
using Helpline.Contracts.Organizations;
using Helpline.Contracts.Persons;
using Helpline.Contracts.Sharing;
using Helpline.Contracts.Visits;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Referrals;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Cases;

public class Each_role
{
    [Fact]
    public async Task Is_refused_what_is_not_its_own_object_by_object()
    {
        using var host = HelplineHost.Start();
        await host.Teams(("counselor1", "day"), ("counselor2", "day"), ("supervisor1", "night"));
        await using var aigul = await host.SignIn();
        var things = await Made(host, aigul);
        var before = await State(host);

        foreach (var (userName, refused) in new[] { ("counselor2", HttpStatusCode.NotFound), ("social1", HttpStatusCode.NotFound), ("supervisor1", HttpStatusCode.NotFound), ("admin", HttpStatusCode.Forbidden), ("auditor1", HttpStatusCode.Forbidden) })
        {
            await using var stranger = await host.SignIn(userName);
            foreach (var (method, address, body) in things)
            {
                using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
                using var answer = await stranger.Http.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == refused, $"{userName}: {method} {address} {answer.StatusCode}");
            }
            foreach (var list in new[] { Routes.Cases, Routes.Contacts })
                if (refused == HttpStatusCode.Forbidden) Assert.Equal(refused, await stranger.Sees(list));
                else Assert.Empty((await stranger.Gets<Page<object>>(list)).Items);
        }
        Assert.Equal(before, await State(host));
    }

    [Fact]
    public async Task With_whom_a_case_was_shared_reads_it_and_changes_nothing()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var dana = await host.SignIn("counselor2");
        var opened = await aigul.OpensACase();
        await aigul.Makes<List<ShareCard>>(Routes.Shares(Routes.Cases, opened.Id), new Share("counselor2", true, host.Clock.GetUtcNow().UtcDateTime.AddDays(1), "care"));

        var seen = await dana.Gets<CaseDetails>(Routes.Case(opened.Id));
        Assert.Equal((opened.Id, false), (seen.Case.Id, seen.MayChange));
        Assert.NotEmpty((await dana.Gets<Page<Moment>>(Routes.CaseTimeline(opened.Id))).Items);
        await dana.Puts(Routes.Case(opened.Id), new CaseChange(null, "Другое", null)).Refuses(HttpStatusCode.Forbidden);
        await dana.Posts(Routes.CloseCase(opened.Id), new CloseCase("other")).Refuses(HttpStatusCode.Forbidden);
        await dana.Posts(Routes.GiveCase(opened.Id), new GiveCase("counselor2")).Refuses(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task With_whom_a_case_was_shared_adds_no_work_to_it_neither_to_the_case_nor_by_a_contact_in_it()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var dana = await host.SignIn("counselor2");
        var contact = await aigul.MeetsSomebody();
        var opened = await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", contact.Id));
        var (now, share) = (host.Now(), new Share("counselor2", true, host.Now().AddDays(1), "care"));
        await aigul.Makes<List<ShareCard>>(Routes.Shares(Routes.Cases, opened.Id), share);
        await aigul.Makes<List<ShareCard>>(Routes.Shares(Routes.Contacts, contact.Id), share);
        var (visit, days) = (new NewVisit(opened.Id, null, null, "center", now.AddDays(1)), new SeriesDates(DateOnly.FromDateTime(now.AddDays(1)), new(10, 0), 60, 1, "Weeks", ["Monday"], null, 2));
        (string, object)[] added =
        [
            (Routes.FollowUps, new NewFollowUp("Call", "after_risk", "low", CaseId: opened.Id)), (Routes.FollowUps, new NewFollowUp("Call", "after_risk", "low", ContactId: contact.Id)),
            (Routes.Referrals, Referring.Form(null, ofCase: opened.Id)), (Routes.Referrals, Referring.Form(contact.Id)), (Routes.Information(contact.Id), new GiveInformation(Guid.NewGuid())), (Routes.VisitsList, visit), (Routes.VisitSeriesList, new NewSeries(opened.Id, null, null, "center", days)),
        ];
        foreach (var (address, body) in added) await dana.Posts(address, body).Refuses(HttpStatusCode.Forbidden);
        Assert.Equal((0, 0, 0, 0), await host.Reads(async db => (await db.FollowUps.CountAsync(), await db.Referrals.CountAsync(), await db.Visits.CountAsync(), await db.VisitSeries.CountAsync())));
        await aigul.Makes<VisitCard>(Routes.VisitsList, visit);
    }

    [Fact]
    public async Task Puts_nothing_in_the_place_of_a_colleagues_follow_up_unless_she_supervises()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var dana = await host.SignIn("counselor2");
        await using var erlan = await host.SignIn("supervisor1");
        var person = await aigul.WritesDown(Caseworking.Aliya);
        await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", null, person.Id, Owner: "counselor2"));
        var wish = new NewFollowUp("Call", "after_risk", "low", PersonId: person.Id, MayCall: true);
        var hers = await aigul.Plans(wish);

        await dana.Posts(Routes.FollowUps, wish).Refuses(HttpStatusCode.Conflict);
        await dana.Posts(Routes.FollowUps, wish with { Supersede = true }).Refuses(HttpStatusCode.Forbidden);
        Assert.Null((await aigul.Reads(hers.Id)).FollowUp.ClosedAt);
        await erlan.Plans(wish with { Supersede = true });
        Assert.Equal("Superseded", (await aigul.Reads(hers.Id)).FollowUp.State);
    }

    private static async Task<List<(HttpMethod, string, object?)>> Made(HelplineHost host, Counselor aigul)
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var contact = await aigul.MeetsSomebody();
        var person = await aigul.WritesDown(Caseworking.Aliya, contact.Id);
        var opened = await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", contact.Id));
        var other = await aigul.MeetsSomebody();
        var alert = await aigul.Makes<AlertCard>(Routes.PersonAlerts(person.Id), new NewAlert("Осторожно", now.AddDays(1)));
        var (get, post, put, delete) = (HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete);
        return
        [
            (get, Routes.Case(opened.Id), null), (get, Routes.CaseTimeline(opened.Id), null), (put, Routes.Case(opened.Id), new CaseChange(null, "Чужое", null)),
            (post, Routes.GiveCase(opened.Id), new GiveCase("counselor2")), (post, Routes.JoinContact(opened.Id), new JoinContact(other.Id)),
            (post, Routes.CloseCase(opened.Id), new CloseCase("other")), (post, Routes.ReopenCase(opened.Id), null), (post, Routes.Cases, new NewCase("Чужое", "low", other.Id)),
            (get, Routes.Contact(contact.Id), null), (put, Routes.ContactPerson(contact.Id), new ContactPerson(null)), (post, Routes.ContactAlerts(contact.Id), new NewAlert("Чужое", now.AddDays(1))),
            (get, Routes.Person(person.Id) + "?reason=care", null), (put, Routes.Person(person.Id), new PersonChange(Caseworking.Aliya, null)), (post, Routes.PersonNumber(person.Id), new Access("care")),
            (post, Routes.Withdraw(person.Id), null), (put, Routes.PersonHousehold(person.Id), new LivesWith(null)), (post, Routes.PersonAlerts(person.Id), new NewAlert("Чужое", now.AddDays(1))),
            (delete, Routes.Alert(alert.Id), null), (get, Routes.Shares(Routes.Cases, opened.Id), null), (get, Routes.Shares(Routes.Contacts, contact.Id), null),
            (post, Routes.Shares(Routes.Cases, opened.Id), new Share("counselor3", false, now.AddDays(1), "care")), (post, Routes.Shares(Routes.Contacts, contact.Id), new Share("counselor3", true, now.AddDays(1), "care")),
            (delete, Routes.Share(Routes.Contacts, contact.Id, "counselor1"), null), (delete, Routes.Share(Routes.Cases, opened.Id, "counselor1"), null),
        ];
    }

    /// <summary>All that a stranger might have changed.</summary>
    private static Task<string> State(HelplineHost host) => host.Reads(async db => string.Join('|',
        string.Join(',', await db.Cases.Select(c => c.Version).ToListAsync()), string.Join(',', await db.Contacts.Select(c => c.Version).ToListAsync()),
        string.Join(',', await db.Persons.Select(p => p.Version).ToListAsync()), await db.Grants.CountAsync(), await db.Alerts.CountAsync(), await db.History.CountAsync(), await db.AuditTrail.CountAsync()));
}
