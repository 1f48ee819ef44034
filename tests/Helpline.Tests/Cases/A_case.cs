using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Contacts;
using Helpline.Domain.Casework;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Cases;

public class A_case
{
    [Fact]
    public async Task Is_opened_from_a_contact_and_tells_in_one_timeline_what_happened()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var came = await aigul.MeetsSomebody(host.Clock.GetUtcNow().UtcDateTime.AddDays(-2));
        var opened = await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье для матери с детьми", "medium", came.Id));

        Assert.Equal(("20261102-0001", "Open", "counselor1"), (opened.Number, opened.State, opened.Owner));
        await host.Passes(TimeSpan.FromMinutes(1));
        await aigul.Changes<CaseCard>(Routes.Case(opened.Id), new CaseChange(opened.Version, null, "high"));
        var again = await aigul.MeetsSomebody();
        await host.Passes(TimeSpan.FromMinutes(1));
        await aigul.Makes<CaseCard>(Routes.JoinContact(opened.Id), new JoinContact(again.Id));
        var closed = await aigul.Makes<ClosedCase>(Routes.CloseCase(opened.Id), new CloseCase("need_met"));

        Assert.Equal(("Closed", "need_met", 0), (closed.Case.State, closed.Case.CloseReason, closed.Canceled));
        var told = (await aigul.Gets<Page<Moment>>(Routes.CaseTimeline(opened.Id))).Items;
        Assert.Equal(["Closed", "Joined", "RiskChanged", "TookPlace", "Joined", "Opened", "TookPlace"], told.Select(m => m.What));
        Assert.Equal(("medium", "high", "counselor1"), (told[2].From, told[2].To, told[2].By));
        Assert.Equal((came.Number, "WalkIn"), (told[^1].Number, told[^1].Channel));
    }

    [Fact]
    public async Task Tells_that_somebody_in_it_was_in_danger_and_who_saw_to_it()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var yerlan = await host.SignIn("supervisor1");
        var came = await aigul.MeetsSomebody();
        var opened = await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "medium", came.Id));
        await aigul.Writes(came.Id, new NoteChange(null, null, null, "imminent", null, null));
        var raised = await host.Reads(db => db.Escalations.SingleAsync());
        (await yerlan.Posts(Routes.SeeTo(raised.Id))).EnsureSuccessStatusCode();

        var told = (await aigul.Gets<Page<Moment>>(Routes.CaseTimeline(opened.Id))).Items;
        Assert.Equal(["SeenTo", "Escalated", "RiskRaised"], told.Take(3).Select(m => m.What));
    }

    [Fact]
    public async Task Names_what_is_wrong_and_makes_nothing()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var came = await aigul.MeetsSomebody();

        Assert.Equal("title", await aigul.Posts(Routes.Cases, new NewCase(" ", "low", came.Id)).RefusesField());
        Assert.Equal("title", await aigul.Posts(Routes.Cases, new NewCase(new string('а', 201), "low", came.Id)).RefusesField());
        Assert.Equal("risk", await aigul.Posts(Routes.Cases, new NewCase("Жилье", "terrible", came.Id)).RefusesField());
        Assert.Equal("contactId", await aigul.Posts(Routes.Cases, new NewCase("Жилье", "low")).RefusesField());
        Assert.Equal("owner", await aigul.Posts(Routes.Cases, new NewCase("Жилье", "low", came.Id, Owner: "admin")).RefusesField());
        Assert.Equal("personId", await aigul.Posts(Routes.Cases, new NewCase("Жилье", "low", came.Id, Guid.NewGuid())).RefusesField());
        await aigul.Posts(Routes.Cases, new NewCase("Жилье", "low", Guid.NewGuid())).Refuses(HttpStatusCode.NotFound);
        Assert.Equal(0, await host.Reads(db => db.Cases.CountAsync()));
    }

    [Fact]
    public async Task Is_opened_once_when_the_command_comes_twice()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var wish = new NewCase("Жилье", "low", (await aigul.MeetsSomebody()).Id);
        aigul.Http.DefaultRequestHeaders.Add("Idempotency-Key", "one");
        var (first, second) = (await aigul.Makes<CaseCard>(Routes.Cases, wish), await aigul.Makes<CaseCard>(Routes.Cases, wish));

        Assert.Equal(first, second);
        Assert.Equal(1, await host.Reads(db => db.Cases.CountAsync()));
    }

    [Fact]
    public async Task That_two_people_edit_keeps_the_first_change_and_shows_it_to_the_second()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var yerlan = await host.SignIn("supervisor1");
        var opened = await aigul.OpensACase();
        var seen = await yerlan.Gets<CaseDetails>(Routes.Case(opened.Id));
        await aigul.Changes<CaseCard>(Routes.Case(opened.Id), new CaseChange(opened.Version, "Жилье и пособие", null));

        var refused = await yerlan.Puts(Routes.Case(opened.Id), new CaseChange(seen.Case.Version, "Жилье", "high")).Refuses(HttpStatusCode.Conflict);

        Assert.Equal("Жилье и пособие", refused.GetProperty("current").GetProperty("title").GetString());
        var kept = (await aigul.Gets<CaseDetails>(Routes.Case(opened.Id))).Case;
        Assert.Equal(("Жилье и пособие", "medium"), (kept.Title, kept.Risk));
        var settled = await yerlan.Changes<CaseCard>(Routes.Case(opened.Id), new CaseChange(refused.GetProperty("current").GetProperty("version").GetInt64(), null, "high"));
        Assert.Equal(("Жилье и пособие", "high"), (settled.Title, settled.Risk));
    }

    [Fact]
    public async Task That_is_closed_is_not_changed_until_it_is_reopened()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var opened = await aigul.OpensACase();
        var other = await aigul.MeetsSomebody();
        Assert.Equal("reason", await aigul.Posts(Routes.CloseCase(opened.Id), new CloseCase("")).RefusesField());
        Assert.Equal("reason", await aigul.Posts(Routes.CloseCase(opened.Id), new CloseCase("bored")).RefusesField());
        var closed = await aigul.Makes<ClosedCase>(Routes.CloseCase(opened.Id), new CloseCase("lost_contact"));

        Task<HttpResponseMessage>[] tries =
        [
            aigul.Puts(Routes.Case(opened.Id), new CaseChange(closed.Case.Version, "Другое", "high")), aigul.Posts(Routes.GiveCase(opened.Id), new GiveCase("counselor2")),
            aigul.Posts(Routes.JoinContact(opened.Id), new JoinContact(other.Id)), aigul.Posts(Routes.CloseCase(opened.Id), new CloseCase("moved")),
        ];
        foreach (var tried in tries) Assert.Equal("Closed", (await tried.Refuses(HttpStatusCode.Conflict)).GetProperty("state").GetString());
        var kept = (await aigul.Gets<CaseDetails>(Routes.Case(opened.Id))).Case;
        Assert.Equal(closed.Case, kept);
        Assert.Null((await aigul.Gets<ContactDetails>(Routes.Contact(other.Id))).Contact.CaseId);

        var reopened = await aigul.Makes<CaseCard>(Routes.ReopenCase(opened.Id), new { });
        Assert.Equal(("Open", null, null), (reopened.State, reopened.ClosedAt, reopened.CloseReason));
        await aigul.Posts(Routes.ReopenCase(opened.Id)).Refuses(HttpStatusCode.Conflict);
        await aigul.Changes<CaseCard>(Routes.Case(opened.Id), new CaseChange(reopened.Version, "Другое", null));
    }

    [Fact]
    public async Task Goes_to_another_with_what_was_seen_through_it_and_its_old_owner_keeps_her_own_contacts()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var gulnar = await host.SignIn("social1");
        var came = await aigul.MeetsSomebody();
        var person = await aigul.WritesDown(Caseworking.Aliya, came.Id);
        var opened = await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", came.Id));
        Assert.Equal(person.Id, opened.PersonId);
        Assert.Equal("owner", await aigul.Posts(Routes.GiveCase(opened.Id), new GiveCase("auditor1")).RefusesField());
        Assert.Equal(HttpStatusCode.NotFound, await gulnar.Sees(Routes.Case(opened.Id)));

        var given = await aigul.Makes<CaseCard>(Routes.GiveCase(opened.Id), new GiveCase("social1", opened.Version));

        Assert.Equal("social1", given.Owner);
        Assert.Equal(HttpStatusCode.NotFound, await aigul.Sees(Routes.Case(opened.Id)));
        Assert.Equal(HttpStatusCode.OK, await aigul.Sees(Routes.Contact(came.Id)));
        Assert.Equal(HttpStatusCode.OK, await gulnar.Sees(Routes.Contact(came.Id)));
        Assert.Equal(HttpStatusCode.OK, await gulnar.Sees(Routes.Person(person.Id)));
        Assert.False((await gulnar.Gets<ContactDetails>(Routes.Contact(came.Id))).MayReadNote);
        Assert.Equal(opened.Id, Assert.Single((await gulnar.Gets<Page<CaseCard>>(Routes.Cases)).Items).Id);
        Assert.Empty((await aigul.Gets<Page<CaseCard>>(Routes.Cases)).Items);

        await using var yerlan = await host.SignIn("supervisor1");
        await yerlan.Makes<CaseCard>(Routes.GiveCase(opened.Id), new GiveCase("counselor2"));
        Assert.Equal(HttpStatusCode.NotFound, await gulnar.Sees(Routes.Case(opened.Id)));
        Assert.Equal(0, await host.Reads(db => db.Grants.CountAsync(g => g.UserName == "social1")));
        Assert.Equal([(Subject.Case, GrantGround.Own), (Subject.Contact, GrantGround.Assigned), (Subject.Person, GrantGround.Assigned)],
            (await host.Reads(db => db.Grants.Where(g => g.UserName == "counselor2").OrderBy(g => g.Subject).ToListAsync())).Select(g => (g.Subject, g.Ground)));
    }

    [Fact]
    public async Task Whose_person_was_the_wrong_one_shows_that_one_no_longer_to_its_owner()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var gulnar = await host.SignIn("social1");
        var (wrong, right) = (await aigul.WritesDown(Caseworking.Aliya), await aigul.WritesDown(Caseworking.Aliya with { Name = "Дина" }));
        var opened = await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", null, wrong.Id, Owner: "social1"));
        Assert.Equal(HttpStatusCode.OK, await gulnar.Sees(Routes.Person(wrong.Id)));
        await using var yerlan = await host.SignIn("supervisor1");
        await yerlan.Changes<CaseCard>(Routes.Case(opened.Id), new CaseChange(null, null, null, right.Id));

        Assert.Equal(HttpStatusCode.NotFound, await gulnar.Sees(Routes.Person(wrong.Id)));
        Assert.Equal(HttpStatusCode.OK, await gulnar.Sees(Routes.Person(right.Id)));
        Assert.Equal(HttpStatusCode.OK, await aigul.Sees(Routes.Person(wrong.Id)));
    }

    [Fact]
    public async Task List_goes_on_where_the_page_ended_with_the_last_touched_first()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var ids = new List<Guid>();
        for (var i = 0; i < 53; i++) ids.Add((await aigul.OpensACase($"Дело {i}")).Id);
        await host.Passes(TimeSpan.FromSeconds(1));
        await aigul.Changes<CaseCard>(Routes.Case(ids[0]), new CaseChange(null, null, "high"));

        var first = await aigul.Gets<Page<CaseCard>>(Routes.Cases + "?mine=true");
        var rest = await aigul.Gets<Page<CaseCard>>(Routes.Cases + $"?mine=true&after={first.Next}");

        Assert.Equal((50, 3, null), (first.Items.Count, rest.Items.Count, rest.Next));
        Assert.Equal(ids[0], first.Items[0].Id);
        Assert.Equal(ids.Order(), first.Items.Concat(rest.Items).Select(c => c.Id).Order());
        Assert.Empty((await aigul.Gets<Page<CaseCard>>(Routes.Cases + "?state=Closed")).Items);
    }
}
