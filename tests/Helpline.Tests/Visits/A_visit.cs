using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Visits;
using Helpline.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Visits;

public class A_visit
{
    [Fact]
    public async Task Is_planned_for_a_case_and_done_with_its_form()
    {
        using var story = await VisitStory.Begins();
        var (aigul, gulnar) = (await story.Enters("counselor1"), await story.Enters("social1"));
        var visit = await story.IsPlanned(aigul);
        Assert.Equal(("Planned", 1, "20261102-0001", story.Person), (visit.State, visit.Attempt, visit.Number, visit.PersonId));

        Assert.Equal(visit.Id, Assert.Single(await Day(story, gulnar)).Id);
        Assert.Equal("Confirmed", (await VisitStory.Answer<VisitCard>(await gulnar.Posts(Routes.ConfirmVisit(visit.Id)))).State);
        story.Passes(2);
        var next = story.Now.AddDays(7);
        var done = await VisitStory.Answer<VisitCard>(await gulnar.Posts(Routes.VisitDone(visit.Id), new VisitFormChange(story.Form() with { NextFrom = next })));
        Assert.Equal(("Done", false, false), (done.State, done.EnteredLate, done.IsOwed));

        Assert.Equal(["Planned", "Confirmed", "Done"], await story.History(visit.Id));
        var kept = await gulnar.Gets<VisitFormCard>(Routes.VisitForm(visit.Id));
        Assert.Equal(("the mother", "a cough"), (kept!.Form.Seen, kept.Form.Health));
        var again = Assert.Single((await gulnar.Gets<VisitCard[]>(Span(next)))!);
        Assert.Equal((next, "social1"), (again.From, again.Worker));
        var rows = await story.Host.Reads(db => db.VisitRecords.Select(r => r.SealedForm).ToListAsync());
        Assert.DoesNotContain("mother", Assert.Single(rows), StringComparison.Ordinal);
        Assert.Equal(story.Case, (await story.Host.Reads(db => db.History.Where(e => e.SubjectId == visit.Id).Select(e => e.CaseId).Distinct().ToListAsync())).Single());
    }

    [Fact]
    public async Task Is_refused_by_the_field_that_is_wrong()
    {
        using var story = await VisitStory.Begins();
        var aigul = await story.Enters("counselor1");
        (string Field, NewVisit Wish)[] wrong =
        [
            ("from", story.Wish(-1)), ("from", story.Wish(24 * 400)), ("to", story.Wish() with { To = story.Now }), ("area", story.Wish() with { Area = "moon" }),
            ("area", story.Wish() with { Area = "" }), ("kind", story.Wish() with { Kind = "Party" }), ("kind", story.Wish() with { Kind = "7" }), ("priority", story.Wish() with { Priority = 9 }),
            ("worker", story.Wish() with { Worker = "auditor1" }), ("caseId", story.Wish() with { CaseId = Guid.NewGuid() }), ("caseId", story.Wish() with { CaseId = null }),
            ("personId", story.Wish() with { PersonId = Guid.NewGuid() }), ("seriesId", story.Wish() with { SeriesId = Guid.NewGuid() }), ("referralId", story.Wish() with { ReferralId = Guid.NewGuid() }),
        ];
        foreach (var (field, wish) in wrong) await VisitStory.IsRefused(await aigul.Posts(Routes.VisitsList, wish), field);
        Assert.Equal(0, await story.Host.Reads(db => db.Visits.CountAsync()));
    }

    [Fact]
    public async Task Is_planned_once_though_it_is_asked_twice()
    {
        using var story = await VisitStory.Begins();
        var aigul = await story.Enters("counselor1");
        aigul.Http.DefaultRequestHeaders.Add("Idempotency-Key", "one");
        var (first, second) = (await story.IsPlanned(aigul), await story.IsPlanned(aigul));
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(1, await story.Host.Reads(db => db.Visits.CountAsync()));
    }

    [Fact]
    public async Task Goes_to_another_worker_who_alone_sees_it_from_then_on()
    {
        using var story = await VisitStory.Begins();
        var (aigul, gulnar, dana) = (await story.Enters("counselor1"), await story.Enters("social1"), await story.Enters("counselor2"));
        var visit = await story.IsPlanned(aigul);
        Assert.Equal(HttpStatusCode.Conflict, (await aigul.Puts(Routes.Visit(visit.Id), new VisitTime(story.Now.AddHours(3), Version: visit.Version + 5))).StatusCode);
        await VisitStory.IsRefused(await aigul.Puts(Routes.Visit(visit.Id), new VisitTime(story.Now.AddHours(-3))), "from");
        var moved = await VisitStory.Answer<VisitCard>(await aigul.Puts(Routes.Visit(visit.Id), new VisitTime(story.Now.AddHours(3), Worker: "counselor2", Version: visit.Version)));
        Assert.Equal(("counselor2", story.Now.AddHours(3)), (moved.Worker, moved.From));
        Assert.Equal(HttpStatusCode.NotFound, (await gulnar.Opens(Routes.Visit(visit.Id))).StatusCode);
        Assert.True((await dana.Gets<VisitDetails>(Routes.Visit(visit.Id)))!.IsMine);
    }

    [Fact]
    public async Task Shows_where_to_go_for_a_reason_and_the_reading_is_recorded()
    {
        using var story = await VisitStory.Begins();
        var (aigul, gulnar) = (await story.Enters("counselor1"), await story.Enters("social1"));
        var visit = await story.IsPlanned(aigul);
        await VisitStory.IsRefused(await gulnar.Posts(Routes.VisitPlace(visit.Id), new VisitAccess("")), "reason");
        var place = await VisitStory.Answer<VisitPlace>(await gulnar.Posts(Routes.VisitPlace(visit.Id), new VisitAccess("care")));
        Assert.Equal(new VisitPlace(VisitStory.Name, VisitStory.Address), place);
        var rows = await story.Host.Reads(db => db.AuditTrail.Where(a => a.Actor == "social1" && a.What == "address").ToListAsync());
        Assert.All(rows, row => Assert.Equal((AuditAction.Read, "care"), (row.Action, row.Reason)));
        Assert.Equal(2, rows.Count);
        var other = await story.IsPlanned(aigul, story.Wish(5) with { Address = "Сәтбаев 2" });
        Assert.Equal("Сәтбаев 2", (await VisitStory.Answer<VisitPlace>(await gulnar.Posts(Routes.VisitPlace(other.Id), new VisitAccess("care")))).Address);
        Assert.DoesNotContain(await story.Host.Reads(db => db.Visits.Select(v => v.SealedAddress).ToListAsync()), a => a?.Contains("Сәтбаев", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Is_listed_by_area_and_household_by_priority_and_then_by_time()
    {
        using var story = await VisitStory.Begins();
        var aigul = await story.Enters("counselor1");
        foreach (var (hours, priority) in new[] { (3, 3), (2, 3), (9, 1) }) await story.IsPlanned(aigul, story.Wish(hours) with { Priority = priority });
        await story.IsPlanned(aigul, story.Wish(1) with { Area = "north" });
        foreach (var hour in Enumerable.Range(20, 60)) await story.IsPlanned(aigul, story.Wish(hour));
        var page = (await aigul.Gets<VisitPage>($"{Routes.VisitsOwed}?area=center"))!;
        Assert.Equal([9, 2, 3], page.Visits.Take(3).Select(v => (int)Math.Round((v.From - story.Now).TotalHours)));
        var rest = (await aigul.Gets<VisitPage>($"{Routes.VisitsOwed}?area=center&after={page.After}"))!;
        Assert.Equal((50, 13, null), (page.Visits.Count, rest.Visits.Count, rest.After));
        Assert.Empty(page.Visits.Select(v => v.Id).Intersect(rest.Visits.Select(v => v.Id)));
        Assert.Equal(50, (await aigul.Gets<VisitPage>($"{Routes.VisitsOwed}?household={story.Person}"))!.Visits.Count);
        await VisitStory.IsRefused(await aigul.Opens(Routes.VisitsOwed), "area");
        await VisitStory.IsRefused(await aigul.Opens($"{Routes.VisitsOwed}?area=center&after=x"), "after");
    }

    [Fact]
    public async Task Is_cancelled_with_the_case_in_one_step()
    {
        using var story = await VisitStory.Begins();
        var aigul = await story.Enters("counselor1");
        var visits = new[] { await story.IsPlanned(aigul), await story.IsPlanned(aigul, story.Wish(2)), await story.IsPlanned(aigul, story.Wish(3)) };
        await VisitStory.Answer<VisitCard>(await aigul.Posts(Routes.CancelVisit(visits[0].Id), new VisitCancelled("not_needed")));
        var cancelled = await story.Desks.Open(Helpline.Server.Casework.Reader.System, async desk =>
        {
            var count = await desk.CancelVisitsOf(story.Case);
            (await desk.Db.Cases.FindAsync(story.Case))!.Close("need_met", desk.Now);
            return count;
        });
        Assert.Equal(2, cancelled);
        Assert.Equal(["not_needed", "case_closed", "case_closed"], await story.Host.Reads(db => db.Visits.OrderBy(v => v.PlannedFrom).Select(v => v.CancelReason!).ToListAsync()));
        Assert.Equal(HttpStatusCode.Conflict, (await aigul.Posts(Routes.VisitsList, story.Wish())).StatusCode);
    }

    [Fact]
    public async Task That_nobody_had_planned_is_entered_for_some_days_with_its_true_time()
    {
        using var story = await VisitStory.Begins();
        var aigul = await story.Enters("counselor1");
        var yesterday = story.Now.AddDays(-1);
        var form = story.Form() with { Arrived = yesterday, Left = yesterday.AddMinutes(40) };
        var wish = new HeldVisit(story.Case, null, null, "center", form);
        (string Field, HeldVisit Wish)[] wrong =
        [
            ("arrived", wish with { Form = form with { Arrived = story.Now.AddDays(-15), Left = null } }), ("arrived", wish with { Form = form with { Arrived = null } }),
            ("arrived", wish with { Form = form with { Arrived = story.Now.AddHours(1) } }), ("dangerSigns", wish with { Form = form with { DangerSigns = new Dictionary<string, bool>() } }),
            ("area", wish with { Area = "moon" }), ("caseId", wish with { CaseId = Guid.NewGuid() }), ("caseId", wish with { CaseId = null }),
        ];
        foreach (var (field, one) in wrong) await VisitStory.IsRefused(await aigul.Posts(Routes.VisitsHeld, one), field);
        Assert.Equal(0, await story.Host.Reads(db => db.Visits.CountAsync()));

        aigul.Http.DefaultRequestHeaders.Add("Idempotency-Key", "one");
        var done = await VisitStory.Answer<VisitCard>(await aigul.Posts(Routes.VisitsHeld, wish));
        Assert.Equal(("Done", true, yesterday, yesterday.AddMinutes(40), "counselor1"), (done.State, done.EnteredLate, done.HeldAt!.Value, done.To, done.Worker));
        Assert.Equal(done.Id, (await VisitStory.Answer<VisitCard>(await aigul.Posts(Routes.VisitsHeld, wish))).Id);
        Assert.Equal(["Planned", "Done"], await story.History(done.Id));
        Assert.Equal("a cough", (await aigul.Gets<VisitFormCard>(Routes.VisitForm(done.Id))).Form.Health);
    }

    internal static string Span(DateTime around) => $"{Routes.VisitsList}?from={around.AddHours(-12):O}&to={around.AddHours(12):O}";

    private static async Task<VisitCard[]> Day(VisitStory story, Staff http) => (await http.Gets<VisitCard[]>(Span(story.Now)))!;
}
