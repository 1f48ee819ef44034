using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Visits;
using Helpline.Contracts.Work;
using Helpline.Domain.Visits;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Jobs;
using Helpline.Server.Visits;
using Helpline.Tests.FollowUps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Tests.Visits;

public class A_visit_that_was_missed
{
    [Fact]
    public async Task Is_tried_again_and_goes_to_a_supervisor_after_the_last_attempt()
    {
        using var story = await VisitStory.Begins();
        var (gulnar, yerlan) = (await story.Enters("social1"), await story.Enters("supervisor1"));
        var first = await story.IsPlanned(await story.Enters("counselor1"));
        Assert.Equal(HttpStatusCode.Conflict, (await Misses(gulnar, first.Id, null)).StatusCode);
        story.Passes(1.5);
        await VisitStory.IsRefused(await gulnar.Posts(Routes.MissVisit(first.Id), new VisitMissed("overslept")), "reason");
        await VisitStory.IsRefused(await Misses(gulnar, first.Id, story.Now.AddHours(-1)), "nextFrom");
        var second = await Next(story, gulnar, await VisitStory.Answer<VisitCard>(await Misses(gulnar, first.Id, story.Now.AddHours(1))));
        Assert.Equal(2, second.Attempt);
        Assert.Empty((await yerlan.Gets<VisitCard[]>(Routes.VisitsToLookAt))!);
        story.Passes(1.5);
        await VisitStory.IsRefused(await Misses(gulnar, second.Id, story.Now.AddHours(1)), "nextFrom");
        await VisitStory.Answer<VisitCard>(await Misses(gulnar, second.Id, null));

        var seen = Assert.Single((await yerlan.Gets<VisitCard[]>(Routes.VisitsToLookAt))!);
        Assert.Equal((second.Id, "LastAttemptMissed"), (seen.Id, seen.Attention));
        Assert.Equal(["Planned", "Missed", "Escalated"], await story.History(second.Id));
        Assert.Equal((second.Id, "VisitMissed"), (await Tasks(yerlan)).Select(t => (t.About!.Value, t.What!)).Single());
        await VisitStory.IsRefused(await gulnar.Posts(Routes.ReplanVisit(second.Id), new VisitTime(story.Now.AddHours(1))), "from");
        Assert.Equal(HttpStatusCode.Forbidden, (await gulnar.Posts(Routes.SettleVisit(second.Id))).StatusCode);
        await VisitStory.Answer<VisitCard>(await yerlan.Posts(Routes.ReplanVisit(second.Id), new VisitTime(story.Now.AddHours(1))));
        Assert.Empty((await yerlan.Gets<VisitCard[]>(Routes.VisitsToLookAt))!);
        Assert.Empty(await Tasks(yerlan));
        Assert.Equal(3, await story.Host.Reads(db => db.Visits.MaxAsync(v => v.Attempt)));
    }

    [Fact]
    public async Task Is_off_the_list_once_a_supervisor_has_seen_to_it_and_stays_owed_with_her_name()
    {
        using var story = await VisitStory.Begins();
        var (gulnar, yerlan) = (await story.Enters("social1"), await story.Enters("supervisor1"));
        var first = await story.IsPlanned(await story.Enters("counselor1"));
        story.Passes(1.5);
        var second = (await VisitStory.Answer<VisitCard>(await Misses(gulnar, first.Id, story.Now.AddHours(1)))).Next!.Value;
        story.Passes(1.5);
        await VisitStory.Answer<VisitCard>(await Misses(gulnar, second, null));

        (await yerlan.Posts(Routes.SeeTo(Assert.Single(await Tasks(yerlan)).Id))).EnsureSuccessStatusCode();
        Assert.Empty(await yerlan.Gets<VisitCard[]>(Routes.VisitsToLookAt));
        Assert.Empty(await Tasks(yerlan));
        var owed = Assert.Single((await yerlan.Gets<VisitPage>($"{Routes.VisitsOwed}?area={first.Area}")).Visits);
        Assert.Equal((second, "supervisor1", null, true), (owed.Id, owed.SeenBy, owed.Attention, owed.IsOwed));
        await VisitStory.Answer<VisitCard>(await yerlan.Posts(Routes.SettleVisit(second)));
        Assert.Empty((await yerlan.Gets<VisitPage>($"{Routes.VisitsOwed}?area={first.Area}")).Visits);
    }

    [Fact]
    public async Task Is_told_to_the_supervisors_at_once_and_is_no_task_any_more_when_it_took_place_after_all()
    {
        using var story = await VisitStory.Begins();
        await using var erlan = await story.Host.SignIn("supervisor1");
        var (gulnar, yerlan) = (await story.Enters("social1"), await story.Enters("supervisor1"));
        var first = await story.IsPlanned(await story.Enters("counselor1"));
        story.Passes(1.5);
        var second = (await VisitStory.Answer<VisitCard>(await Misses(gulnar, first.Id, story.Now.AddHours(1)))).Next!.Value;
        story.Passes(1.5);
        var missed = await VisitStory.Answer<VisitCard>(await Misses(gulnar, second, null));
        await story.Host.Until(() => Task.FromResult(erlan.Urgents.Any(u => u.About == second && u.Cause == "VisitMissed")), "the supervisor to be told");
        await VisitStory.Answer<VisitCard>(await gulnar.Posts(Routes.VisitDone(second), new VisitFormChange(story.Form() with { Arrived = missed.From, Left = null })));
        Assert.Empty(await Tasks(yerlan));
    }

    [Fact]
    public async Task Goes_to_the_owner_of_its_case_and_then_to_the_supervisors_when_nobody_plans_another_each_once()
    {
        using var story = await VisitStory.Begins();
        var (aigul, gulnar, yerlan) = (await story.Enters("counselor1"), await story.Enters("social1"), await story.Enters("supervisor1"));
        var visit = await story.IsPlanned(aigul);
        story.Passes(2.5);
        await VisitStory.Answer<VisitCard>(await Misses(gulnar, visit.Id, null));
        await Sweeps();
        Assert.Empty(await Tasks(aigul));

        story.Passes(3);
        await Sweeps();
        Assert.Equal((visit.Id, "VisitMissed"), (await Tasks(aigul)).Select(t => (t.About!.Value, t.What!)).Single());
        Assert.Empty(await Tasks(yerlan));
        story.Passes(20);
        var again = await story.Enters("supervisor1");
        await Sweeps();
        Assert.Equal(visit.Id, (await Tasks(again)).Single().About);
        Assert.Equal(["Planned", "Missed", "Escalated", "Escalated", "Escalated"], await story.History(visit.Id));
        await VisitStory.Answer<VisitCard>(await again.Posts(Routes.ReplanVisit(visit.Id), new VisitTime(story.Now.AddHours(1))));
        Assert.Empty(await Tasks(again));

        async Task Sweeps()
        {
            for (var times = 0; times < 2; times++) await story.Host.Sweeps();
        }
    }

    [Fact]
    public async Task Is_noticed_at_night_when_nobody_reported_it_and_can_still_be_entered()
    {
        using var story = await VisitStory.Begins();
        var visit = await story.IsPlanned(await story.Enters("counselor1"));
        story.Passes(7.9);
        await Night(story);
        Assert.Equal(["Planned"], await story.History(visit.Id));
        story.Passes(1);
        await Night(story);
        await Night(story);
        Assert.Equal(["Planned", "Missed"], await story.History(visit.Id));
        var gulnar = await story.Enters("social1");
        var seen = (await gulnar.Gets<VisitDetails>(Routes.Visit(visit.Id)))!.Visit;
        Assert.Equal(("Missed", null, true), (seen.State, seen.MissedReason, seen.IsOwed));
        var form = story.Form() with { Arrived = visit.From, Left = visit.To };
        Assert.Equal("Done", (await VisitStory.Answer<VisitCard>(await gulnar.Posts(Routes.VisitDone(visit.Id), new VisitFormChange(form)))).State);
    }

    [Fact]
    public async Task Is_noticed_once_though_the_server_dies_after_every_one_of_a_thousand()
    {
        const int Many = 1000;
        var crash = new Crash();
        using var story = await VisitStory.Begins(services =>
        {
            var kept = services.Last(s => s.ServiceType == typeof(Transactions)).ImplementationFactory!;
            services.Replace(ServiceDescriptor.Singleton<Transactions>(s => new DyingTransactions((Transactions)kept(s), crash)));
        });
        await story.Desks.Open(Reader.System, async desk =>
        {
            var account = (await desk.Db.VisitWorker("social1"))!;
            foreach (var _ in Enumerable.Range(0, Many)) await desk.Plan(await story.Wish().Visit(desk, story.Now.AddHours(2), account));
            return true;
        });
        story.Passes(10);
        crash.IsArmed = true;
        for (var deaths = 0; deaths < Many; deaths++) await Assert.ThrowsAsync<IOException>(() => Night(story));
        await Night(story);

        Assert.Equal(Many, await story.Host.Reads(db => db.Visits.CountAsync(v => v.State == VisitState.Missed && v.Version == 2)));
        Assert.Equal(Many, await story.Host.Reads(db => db.History.CountAsync(e => e.What == "Missed")));
    }

    [Fact]
    public async Task Is_noticed_though_another_one_fails_and_the_failed_one_the_night_after()
    {
        var crash = new Crash();
        using var story = await VisitStory.Begins(services =>
        {
            var kept = services.Last(s => s.ServiceType == typeof(Transactions)).ImplementationFactory!;
            services.Replace(ServiceDescriptor.Singleton<Transactions>(s => new FailingOnce((Transactions)kept(s), crash)));
        });
        var aigul = await story.Enters("counselor1");
        foreach (var hours in new[] { 1, 2 }) await story.IsPlanned(aigul, story.Wish(hours));
        story.Passes(10);
        crash.IsArmed = true;
        await Night(story);
        Assert.Equal(1, await story.Host.Reads(db => db.Visits.CountAsync(v => v.State == VisitState.Missed)));
        Assert.Equal(JobKind.MissedVisit, await story.Host.Reads(db => db.StuckJobs.Select(s => s.Kind).SingleAsync()));
        await Night(story);
        Assert.Equal(2, await story.Host.Reads(db => db.Visits.CountAsync(v => v.State == VisitState.Missed)));
        Assert.Equal(0, await story.Host.Reads(db => db.StuckJobs.CountAsync()));
    }

    private static async Task<IEnumerable<WorkRow>> Tasks(Staff who) => (await who.Gets<WorkCard>(Routes.Work)).Rows.Where(r => r.Kind == WorkKind.Escalations);

    private static Task<HttpResponseMessage> Misses(Staff by, Guid visit, DateTime? next) => by.Posts(Routes.MissVisit(visit), new VisitMissed("nobody_home", "unavailable", next));

    private static async Task<VisitCard> Next(VisitStory story, Staff by, VisitCard missed)
    {
        Assert.Equal(("Missed", "nobody_home", false), (missed.State, missed.MissedReason, missed.IsOwed));
        var next = (await by.Gets<VisitDetails>(Routes.Visit(missed.Next!.Value)))!.Visit;
        Assert.Equal((missed.Attempt + 1, story.Now.AddHours(1)), (next.Attempt, next.From));
        return next;
    }

    private static async Task Night(VisitStory story)
    {
        await using var scope = story.Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NoticeMissedVisitsJob>().Run(CancellationToken.None);
    }

    private sealed class Crash
    {
        public bool IsArmed { get; set; }
    }

    /// <summary>The first to come is turned away.</summary>
    private sealed class FailingOnce(Transactions kept, Crash crash) : Transactions
    {
        public override Task<T> Run<T>(Func<HelplineDb, Task<T>> work)
        {
            if (!crash.IsArmed) return kept.Run(work);
            crash.IsArmed = false;
            throw new IOException("The disk is full.");
        }
    }

    /// <summary>What was written is kept, and whoever wrote it never hears of it.</summary>
    private sealed class DyingTransactions(Transactions kept, Crash crash) : Transactions
    {
        public override async Task<T> Run<T>(Func<HelplineDb, Task<T>> work)
        {
            var result = await kept.Run(work);
            return crash.IsArmed ? throw new IOException("The server dies.") : result;
        }
    }
}
