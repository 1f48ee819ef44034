using Helpline.Contracts;
using Helpline.Contracts.Missed;
using Helpline.Contracts.Routing;
using Helpline.Contracts.Visits;
using Helpline.Contracts.Work;
using Helpline.Server.Routing;
using Helpline.Server.Shifts;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Line;
using Helpline.Tests.Visits;
using Microsoft.Extensions.DependencyInjection;
using static Helpline.Tests.Shifts.RotaStory;

namespace Helpline.Tests.Shifts;

public class A_rota_by_which_calls_ring
{
    [Fact]
    public async Task Rings_for_whom_is_on_shift_and_says_of_the_other_why_not()
    {
        using var story = Begins(byRota: true);
        await using var yerlan = await story.Host.SignIn("supervisor1");
        await using var aigul = await story.Host.Available("counselor1");
        await using var marina = await story.Host.Available("counselor3");
        await Planned(new(yerlan.Http), new(new(2026, 11, 2, 14, 16, 0), new(2026, 11, 2, 22, 0, 0), "counselor3"));

        await story.Host.Waiting(digit: "2");
        await story.Host.Passes(TimeSpan.FromSeconds(3));
        Assert.False(aigul.HasOffer || marina.HasOffer);
        // A quarter of an hour before her shift calls ring for her too.
        await story.Host.Passes(TimeSpan.FromSeconds(55));
        var offer = await marina.IsOffered();
        Assert.False(aigul.HasOffer);
        var moments = (await yerlan.Gets<RoutingTimeline>(Routes.RoutingTimeline(offer.CallId))).Moments;
        var verdicts = moments.Last(m => m.What == "Asked").Verdicts!.ToDictionary(v => v.UserName, v => v.Verdict);
        Assert.Equal(("OffShift", "Ask"), (verdicts["counselor1"], verdicts["counselor3"]));
    }

    [Fact]
    public async Task Tells_a_caller_at_once_when_nobody_who_is_there_is_on_shift()
    {
        using var story = Begins(byRota: true);
        await using var aigul = await story.Host.Available("counselor1");
        var caller = await story.Host.Waiting(digit: "2");
        await caller.Hears("ru/nobody-now");
        Assert.DoesNotContain(caller.Transcript, clip => clip.Contains("please-hold", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, false, "AllBusy")]
    [InlineData(true, false, "NobodyOnShift")]
    [InlineData(true, true, "NobodyOnShift")]
    public async Task Gives_a_missed_call_its_cause_in_both_ways_of_routing(bool hasRota, bool byRota, string cause)
    {
        using var story = Begins(byRota);
        await using var yerlan = await story.Host.SignIn("supervisor1");
        await using var aigul = await story.Host.OnABreak();
        if (hasRota) await Planned(new(yerlan.Http), Hours(4, 8, 16, "counselor1"));
        var caller = await story.Host.Waiting();
        await caller.HangsUp();

        var missed = new List<MissedCallCard>();
        await story.Host.Until(async () => (missed = await yerlan.Gets<List<MissedCallCard>>(Routes.MissedCalls)).Count == 1, "the missed call");
        Assert.Equal(cause, missed[0].Cause);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Tells_supervisors_of_the_hours_that_come_in_which_nobody_is_on_shift(bool byRota)
    {
        using var story = Begins(byRota);
        await using var yerlan = await story.Host.SignIn("supervisor1");
        Assert.Equal(byRota, (await yerlan.Board())!.Gaps!.Any(g => g.Kind == "NobodyOnShift"));

        await Planned(new(yerlan.Http), Hours(2, 15, 22, "counselor1"));

        var (hole, night) = (Hole(14, 15), Hole(22, 22 + 16 + 24));
        await story.Host.Until(() => Task.FromResult(yerlan.Gaps.LastOrDefault()?.Contains(hole) == true), "the supervisor to be told");
        Assert.Contains(night, yerlan.Gaps.Last());
        story.Host.Leaps(TimeSpan.FromMinutes(72));
        await story.Host.Services.GetRequiredService<Coverage>().Check();
        await story.Host.Until(() => Task.FromResult(!yerlan.Gaps.Last().Contains(hole)), "the hour to be over");

        static CoverageGap Hole(int from, int to) => new("NobodyOnShift", null, null, new DateTime(2026, 11, 2).AddHours(from), new DateTime(2026, 11, 2).AddHours(to));
    }

    [Fact]
    public async Task Reminds_once_and_stands_in_her_work_and_in_her_calendar()
    {
        using var story = Begins();
        await using var aigul = await story.Host.SignIn("counselor1");
        var yerlan = await story.Enters("supervisor1");
        await Planned(yerlan, Hours(5, 8, 16, "counselor1"));
        Assert.Equal(0, (await aigul.Gets<WorkCard>(Routes.Work)).Of(WorkKind.Shifts));
        var shift = await Planned(yerlan, Hours(3, 8, 16, "counselor1"));
        await story.Host.Passes(TimeSpan.FromSeconds(1));
        var told = aigul.Works;
        for (var twice = 0; twice < 2; twice++) await story.Host.Job<RemindOfShiftsJob>(job => job.Run(CancellationToken.None));
        await story.Host.Until(() => Task.FromResult(aigul.Works > told), "a reminder");

        var work = await aigul.Gets<WorkCard>(Routes.Work);
        Assert.Equal((1, shift.From), (work.Of(WorkKind.Shifts), Assert.Single(work.Rows, r => r.Kind == WorkKind.Shifts).At));
        var history = await story.Host.Reads(db => Task.FromResult(db.History.Count(e => e.What == "Reminded")));
        Assert.Equal(1, history);
        var link = await VisitStory.Answer<CalendarLink>(await aigul.Posts(Routes.MyCalendar));
        var text = await VisitStory.Text(await new Staff(story.Host.Http()).Opens(link.Path));
        Assert.Contains($"DTSTART:{shift.From:yyyyMMdd'T'HHmmss}Z", text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Ауысым", text, StringComparison.Ordinal);
    }
}
