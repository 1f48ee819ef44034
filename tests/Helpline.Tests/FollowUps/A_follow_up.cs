using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Contacts;
using Helpline.Contracts.FollowUps;
using Helpline.Contracts.Work;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Tests.Cases;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.FollowUps;

public class A_follow_up
{
    [Fact]
    public async Task After_a_call_is_reached_on_the_second_try_at_another_time_of_day()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        var contact = await host.Talked(marina);
        var due = host.Now().AddHours(1);
        var planned = await marina.Plans(contact, due);
        Assert.Equal(("Scheduled", due, 0, "01"), (planned.State, planned.DueAt, planned.Attempts, planned.Ending));

        await host.ItIs(due, planned.Id);
        var first = await marina.CallsFor(planned.Id);
        await marina.Connects(first.Ticket);
        var phone = host.Exchange.Phone(FollowingUp.Number);
        await phone.IsRung();
        await phone.DoesNotAnswer(TimeSpan.FromSeconds(40));
        await marina.SeesState(first.CallId, "Done");
        var tried = (await marina.Reads(planned.Id)).FollowUp;
        Assert.Equal(("Attempted", 1), (tried.State, tried.Attempts));
        Assert.True(tried.DueAt >= due.AddHours(4), $"{tried.DueAt} is too soon after {due}");
        Assert.False(tried.MayCallNow);

        await host.ItIs(tried.DueAt, planned.Id);
        var second = await marina.CallsFor(planned.Id);
        await marina.Connects(second.Ticket);
        await phone.IsRung();
        phone.PicksUp();
        await phone.IsTalkingTo("counselor3");
        await phone.HangsUp();
        await marina.SeesState(second.CallId, "WrapUp");
        await marina.Finishes(second.CallId);
        var answered = (await marina.Reads(planned.Id)).FollowUp;
        Assert.Equal(("Due", second.CallId), (answered.State, answered.Answered));

        var reached = await marina.Tries(planned.Id, "Answered", "She is better");
        Assert.Equal(("Reached", (Guid?)null), (reached.State, reached.Answered));
        var attempts = (await marina.Reads(planned.Id)).Attempts;
        Assert.Equal([("NoAnswer", true, null, first.CallId), ("Answered", false, "She is better", second.CallId)], attempts.Select(a => (a.Result, a.Counts, a.Note, a.CallId!.Value)));
        Assert.Equal(["Planned", "CameDue", "Tried", "CameDue", "Reached"], await Moves(host, planned.Id));
        Assert.Equal(3, await host.Reads(db => db.AuditTrail.CountAsync(a => a.SubjectId == planned.Id && a.Action == AuditAction.Read)));
        Assert.DoesNotContain(await host.Reads(db => db.FollowUpAttempts.Select(a => a.SealedNote).ToListAsync()), note => note?.Contains("better", StringComparison.Ordinal) == true);
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Fact]
    public async Task Of_a_case_is_called_for_within_it_so_that_its_owner_opens_the_call()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        await using var gulnar = await host.SignIn("social1");
        var contact = await host.Talked(marina);
        var opened = await marina.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", contact, Owner: "social1"));
        var planned = await marina.Plans(contact, host.Now().AddHours(1));
        await host.ItIs(planned.DueAt, planned.Id);

        var call = (await marina.CallsFor(planned.Id)).CallId;

        var seen = await gulnar.Gets<ContactDetails>(Routes.Contact(call));
        Assert.Equal((opened.Id, false), (seen.Contact.CaseId!.Value, seen.MayReadNote));
        Assert.Contains((await gulnar.Gets<Page<Moment>>(Routes.CaseTimeline(opened.Id))).Items, moment => moment.What == "Joined" && moment.SubjectId == call);
    }

    [Fact]
    public async Task That_comes_due_appears_live_on_the_board_of_its_owner()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        var planned = await marina.Plans(await host.Talked(marina), host.Now().AddHours(1));
        Assert.Equal(0, (await marina.Gets<WorkCard>(Routes.Work)).Of(WorkKind.Due));
        await host.Passes(TimeSpan.FromSeconds(1));
        var told = marina.Works;

        await host.ItIs(planned.DueAt, planned.Id);
        await host.Until(() => Task.FromResult(marina.Works > told), "the board to be told");
        var work = await marina.Gets<WorkCard>(Routes.Work);
        Assert.Equal((1, planned.Id), (work.Of(WorkKind.Due), Assert.Single(work.FollowUps).Id));
    }

    [Fact]
    public async Task Of_somebody_at_high_risk_who_is_not_reached_goes_to_the_supervisor_at_once()
    {
        using var host = HelplineHost.Start();
        await using var today = await host.SignIn("counselor3");
        var planned = await today.Plans(await host.Talked(today), host.Now().AddMinutes(30), "high");
        var (card, times) = (planned, new List<DateTime>());
        for (var attempt = 1; attempt < 3; attempt++)
        {
            await host.ItIs(card.DueAt, planned.Id);
            times.Add(host.Now());
            card = await today.Tries(planned.Id, "NoAnswer");
            Assert.Equal(("Attempted", attempt), (card.State, card.Attempts));
        }
        await host.ItIs(card.DueAt, planned.Id);
        times.Add(host.Now());
        // The night has ended their sessions.
        await using var marina = await host.SignIn("counselor3");
        await using var erlan = await host.SignIn("supervisor1");
        card = await marina.Tries(planned.Id, "NoAnswer");
        Assert.Equal("Unreachable", card.State);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromHours(4)));
        Assert.Equal(3, times.Select(t => t.AddHours(5).Hour switch { < 12 => 0, < 17 => 1, _ => 2 }).Distinct().Count());

        await host.Until(() => Task.FromResult(erlan.Urgents.Any(u => u.About == planned.Id)), "the supervisor to be told");
        var task = Assert.Single((await erlan.Gets<WorkCard>(Routes.Work)).Rows, r => r.Kind == WorkKind.Escalations);
        Assert.Equal((planned.Number, "NotReached"), (task.Number, task.What));
        Assert.Equal(HttpStatusCode.NotFound, (await marina.Posts(Routes.SeeTo(task.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await erlan.Posts(Routes.SeeTo(task.Id))).StatusCode);
        Assert.Equal(0, (await erlan.Gets<WorkCard>(Routes.Work)).Of(WorkKind.Escalations));
    }

    [Fact]
    public async Task Respects_the_quiet_hours()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        // 23:00 in Almaty, and the quiet hours end at 8.
        var (night, morning) = (new DateTime(2026, 11, 2, 18, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 3, 3, 0, 0, DateTimeKind.Utc));
        var planned = await marina.Plans(await host.Talked(marina), night);
        Assert.Equal(morning, planned.DueAt);
        var refused = await marina.Posts(Routes.AgreeTime(planned.Id), new AgreedTime(night));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("\"at\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        host.LeapsTo(night);
        var call = Routes.CallOwed(Routes.FollowUps, planned.Id);
        Assert.Contains("reasonNeeded", await (await marina.Posts(call)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await marina.Posts(call, new CallReason("She is in danger"))).StatusCode);
    }

    [Fact]
    public async Task Is_put_off_by_a_time_that_the_person_agreed_to_and_that_is_no_failure()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        var planned = await marina.Plans(await host.Talked(marina), host.Now().AddHours(1));
        await host.ItIs(planned.DueAt, planned.Id);
        await marina.Tries(planned.Id, "OtherPerson");
        var tomorrow = host.Now().AddDays(1);
        Assert.Equal(HttpStatusCode.OK, (await marina.Posts(Routes.AgreeTime(planned.Id), new AgreedTime(tomorrow))).StatusCode);
        var agreed = (await marina.Reads(planned.Id)).FollowUp;
        Assert.Equal(("Scheduled", tomorrow, true, 1), (agreed.State, agreed.DueAt, agreed.Agreed, agreed.Attempts));
        Assert.Equal(HttpStatusCode.BadRequest, (await marina.Posts(Routes.AgreeTime(planned.Id), new AgreedTime(host.Now().AddMinutes(-1)))).StatusCode);
    }

    [Fact]
    public async Task Is_the_only_open_one_of_its_kind_about_a_contact_unless_it_gives_way()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        var contact = await host.Talked(marina);
        var first = await marina.Plans(contact);
        var wish = new NewFollowUp("Call", "promised", "low", ContactId: contact, MayCall: true);
        var refused = await marina.Posts(Routes.FollowUps, wish);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(first.Number, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await marina.Plans(new NewFollowUp("Visit", "support", "low", ContactId: contact));

        var second = await marina.Plans(wish with { Supersede = true });
        Assert.Equal("Superseded", (await marina.Reads(first.Id)).FollowUp.State);
        Assert.Equal(second.Id, await host.Reads(db => db.FollowUps.Where(f => f.Id == first.Id).Select(f => f.SupersededBy).SingleAsync()));
        await Assert.ThrowsAsync<DbUpdateException>(() => host.Reads(async db =>
        {
            db.FollowUps.Add(Data.Made.FollowUp(host.Now(), about: contact));
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Belongs_to_its_owner_and_is_given_on_by_her_or_a_supervisor()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        await using var dana = await host.SignIn("counselor2");
        await using var erlan = await host.SignIn("supervisor1");
        await using var sergey = await host.SignIn("auditor1");
        var planned = await marina.Plans(await host.Talked(marina));
        Assert.Equal(HttpStatusCode.NotFound, (await dana.Posts(Routes.Attempts(planned.Id), new NewAttempt("NoAnswer"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dana.Opens(Routes.FollowUp(planned.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await sergey.Opens(Routes.FollowUps)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await erlan.Puts(Routes.FollowUpOwner(planned.Id), new TaskOwnerChange("auditor1"))).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await erlan.Puts(Routes.FollowUpOwner(planned.Id), new TaskOwnerChange("counselor2"))).StatusCode);
        Assert.Equal(planned.Id, Assert.Single(await dana.Gets<List<FollowUpCard>>(Routes.FollowUps)).Id);
        Assert.Empty(await marina.Gets<List<FollowUpCard>>(Routes.FollowUps + "?of=team"));
        Assert.Equal(HttpStatusCode.NotFound, (await marina.Opens(Routes.FollowUp(planned.Id))).StatusCode);
    }

    [Theory]
    [InlineData("{\"kind\":\"Letter\",\"why\":\"support\",\"risk\":\"low\"}", "kind")]
    [InlineData("{\"kind\":\"Call\",\"why\":\"fun\",\"risk\":\"low\"}", "why")]
    [InlineData("{\"kind\":\"Call\",\"why\":\"support\",\"risk\":\"odd\"}", "risk")]
    [InlineData("{\"kind\":\"Call\",\"why\":\"support\",\"risk\":\"low\",\"dueAt\":\"2020-01-01T00:00:00Z\"}", "dueAt")]
    [InlineData("{\"kind\":\"Call\",\"why\":\"support\",\"risk\":\"low\",\"owner\":\"auditor1\"}", "owner")]
    [InlineData("{\"kind\":\"Sms\",\"why\":\"support\",\"risk\":\"low\"}", "kind")]
    public async Task That_cannot_be_is_refused_with_the_field_named(string wish, string field)
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        var contact = await host.Talked(marina);
        var json = wish.Insert(1, $"\"contactId\":\"{contact}\",");
        using var answer = await marina.Http.PostAsync(Routes.FollowUps, new StringContent(json, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, await host.Reads(db => db.FollowUps.CountAsync()));
    }

    [Fact]
    public async Task Changed_by_two_people_shows_the_second_what_is_stored()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        var planned = await marina.Plans(await host.Talked(marina));
        Assert.Equal(HttpStatusCode.OK, (await marina.Posts(Routes.Attempts(planned.Id), new NewAttempt("Busy", null, planned.Version))).StatusCode);
        var stale = await marina.Posts(Routes.CancelFollowUp(planned.Id), new CancelFollowUp("not_needed", planned.Version));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("\"Attempted\"", await stale.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await marina.Posts(Routes.CancelFollowUp(planned.Id), new CancelFollowUp("not_needed"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await marina.Posts(Routes.Attempts(planned.Id), new NewAttempt("Busy"))).StatusCode);
    }

    private static Task<List<string>> Moves(HelplineHost host, Guid followUp) =>
        host.Reads(db => db.History.Where(h => h.Subject == Subject.FollowUp && h.SubjectId == followUp).OrderBy(h => h.Id).Select(h => h.What).ToListAsync());
}
