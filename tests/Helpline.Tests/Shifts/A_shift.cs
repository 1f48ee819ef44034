using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Shifts;
using Helpline.Domain.Casework;
using Helpline.Domain.Shifts;
using Helpline.Tests.Visits;
using Microsoft.EntityFrameworkCore;
using static Helpline.Tests.Shifts.RotaStory;

namespace Helpline.Tests.Shifts;

public class A_shift
{
    [Fact]
    public async Task Is_planned_by_the_wall_clock_of_the_line_and_everybody_sees_the_week()
    {
        using var story = Begins();
        var (yerlan, aigul) = (await story.Enters("supervisor1"), await story.Enters("counselor1"));
        var shift = await Planned(yerlan, Hours(3, 20, 8, "counselor1"));

        Assert.Equal((new DateTime(2026, 11, 3, 15, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 4, 3, 0, 0, DateTimeKind.Utc)), (shift.From, shift.To));
        var week = await aigul.Gets<RotaWeek>(Routes.Shifts);
        Assert.Equal((new DateOnly(2026, 11, 2), "Asia/Almaty", false), (week.From, week.Zone, week.ByRota));
        Assert.Equal(("counselor1", "Айгүл Сапарова", "Taken", new DateTime(2026, 11, 3, 20, 0, 0)), Assert.Single(week.Shifts) is var s ? (s.Counselor, s.Name, s.State, s.LocalFrom) : default);
        Assert.Equal(story.Now, week.Gaps[0].From);
        Assert.DoesNotContain(week.Gaps, g => g.Language is "kk" or "ru" && g.From < shift.To && g.To > shift.From);
    }

    [Fact]
    public async Task That_is_impossible_is_refused_by_the_field_and_nothing_is_kept()
    {
        using var story = Begins();
        var yerlan = await story.Enters("supervisor1");
        await Planned(yerlan, Hours(3, 8, 16, "counselor1"));
        (NewShift Wish, string Field, ShiftFault Fault)[] wrong =
        [
            (new(new(2026, 11, 4, 8, 0, 0), new(2026, 11, 4, 7, 0, 0)), "to", ShiftFault.EndsBeforeItBegins), (Hours(2, 8, 16), "from", ShiftFault.InThePast),
            (Hours(4, 8, 21), "to", ShiftFault.TooLong), (Hours(4, 8, 16, "social1"), "counselor", ShiftFault.NoCounselor), (Hours(4, 8, 16, "nobody"), "counselor", ShiftFault.NoCounselor),
            (Hours(4, 8, 16, "counselor1", "en"), "counselor", ShiftFault.OtherLanguage), (Hours(3, 15, 20, "counselor1"), "counselor", ShiftFault.Overlaps),
            (Hours(3, 22, 6, "counselor1"), "counselor", ShiftFault.TooLittleRest),
        ];
        foreach (var (wish, field, fault) in wrong) await IsRefused(await yerlan.Posts(Routes.Shifts, wish), field, fault);
        await VisitStory.IsRefused(await yerlan.Posts(Routes.Shifts, Hours(4, 8, 16, null, "fr")), "language");
        var overlap = await IsRefused(await yerlan.Posts(Routes.Shifts, Hours(3, 15, 20, "counselor1")), "counselor", ShiftFault.Overlaps);
        Assert.Contains("2026-11-03 08:00 to 2026-11-03 16:00", overlap.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, await story.Host.Reads(db => db.Shifts.CountAsync()));
    }

    [Fact]
    public async Task That_is_open_is_taken_by_one_who_signs_up_and_fits()
    {
        using var story = Begins();
        var (yerlan, aigul, dana) = (await story.Enters("supervisor1"), await story.Enters("counselor1"), await story.Enters("counselor2"));
        var (russian, kazakh) = (await Planned(yerlan, Hours(3, 8, 16, language: "ru")), await Planned(yerlan, Hours(3, 12, 20, language: "kk")));

        Assert.Equal([kazakh.Id], (await dana.Gets<MyRota>(Routes.MyShifts)).Open.Select(s => s.Id));
        await IsRefused(await dana.Posts(Routes.TakeShift(russian.Id)), "shift", ShiftFault.OtherLanguage);
        Assert.Equal("counselor1", (await VisitStory.Answer<ShiftCard>(await aigul.Posts(Routes.TakeShift(russian.Id)))).Counselor);
        await VisitStory.Answer<ShiftCard>(await aigul.Posts(Routes.TakeShift(russian.Id)));
        var rota = await aigul.Gets<MyRota>(Routes.MyShifts);
        Assert.Equal((russian.Id, 0), (Assert.Single(rota.Mine).Id, rota.Open.Count));
        await IsRefused(await aigul.Posts(Routes.TakeShift(kazakh.Id)), "shift", ShiftFault.Overlaps);
        await IsRefused(await dana.Posts(Routes.TakeShift(russian.Id)), "shift", ShiftFault.NotOpen);
        Assert.Equal(HttpStatusCode.Forbidden, (await yerlan.Posts(Routes.TakeShift(kazakh.Id))).StatusCode);
    }

    [Fact]
    public async Task Whose_end_would_leave_hours_to_nobody_is_cancelled_or_moved_only_with_a_reason()
    {
        using var story = Begins();
        var yerlan = await story.Enters("supervisor1");
        var shift = await Planned(yerlan, Hours(3, 8, 16, "counselor1"));
        await Planned(yerlan, Hours(3, 8, 12, "counselor3"));

        var refused = await IsRefused(await yerlan.Posts(Routes.CancelShift(shift.Id), new ShiftReason()), "reason", ShiftFault.RingsNobody);
        Assert.Equal(["2026-11-03T12:00:00", "2026-11-03T08:00:00", "2026-11-03T12:00:00"], refused.GetProperty("hours").EnumerateArray().OrderBy(h => h.GetProperty("language").GetString(), StringComparer.Ordinal).Select(h => h.GetProperty("localFrom").GetString()));
        await IsRefused(await yerlan.Puts(Routes.Shift(shift.Id), As(shift) with { To = new(2026, 11, 3, 14, 0, 0) }), "reason", ShiftFault.RingsNobody);
        await IsRefused(await yerlan.Puts(Routes.Shift(shift.Id), As(shift) with { Counselor = null }), "reason", ShiftFault.RingsNobody);
        await IsRefused(await yerlan.Puts(Routes.Shift(shift.Id), As(shift) with { Counselor = "counselor2" }), "reason", ShiftFault.RingsNobody);
        Assert.Equal(HttpStatusCode.Conflict, (await yerlan.Puts(Routes.Shift(shift.Id), As(shift) with { Version = 9 })).StatusCode);
        var longer = await VisitStory.Answer<ShiftCard>(await yerlan.Puts(Routes.Shift(shift.Id), As(shift) with { To = new(2026, 11, 3, 18, 0, 0) }));
        var moved = await VisitStory.Answer<ShiftCard>(await yerlan.Puts(Routes.Shift(shift.Id), As(longer, "she is ill") with { Counselor = "counselor2" }));
        Assert.Equal(("counselor2", 18), (moved.Counselor, moved.LocalTo.Hour));
        Assert.Equal("Cancelled", (await VisitStory.Answer<ShiftCard>(await yerlan.Posts(Routes.CancelShift(shift.Id), new ShiftReason("holiday of the house")))).State);
        Assert.Equal(["Planned", "Taken", "Moved", "HandedOn: she is ill", "Cancelled: holiday of the house"], await History(story, shift.Id));
    }

    [Fact]
    public async Task Of_every_week_is_made_weeks_ahead_and_ends_when_it_is_ended()
    {
        using var story = Begins();
        var yerlan = await story.Enters("supervisor1");
        var wish = new NewWeekly("Wednesday", new(20, 0), new(8, 0), new(2026, 11, 2), "counselor1");
        await Planned(yerlan, Hours(11, 18, 21, "counselor1"));
        await IsRefused(await yerlan.Posts(Routes.WeeklyShifts, wish), "counselor", ShiftFault.Overlaps);
        Assert.Equal(0, await story.Host.Reads(db => db.WeeklyShifts.CountAsync()));
        await IsRefused(await yerlan.Posts(Routes.WeeklyShifts, wish with { Ends = new(20, 0) }), "ends", ShiftFault.TooLong);
        await VisitStory.IsRefused(await yerlan.Posts(Routes.WeeklyShifts, wish with { Day = "Someday" }), "day");
        var weekly = await VisitStory.Answer<WeeklyCard>(await yerlan.Posts(Routes.WeeklyShifts, wish with { Counselor = "counselor2" }));

        Task<List<DateOnly>> Days() => story.Host.Reads(db => db.Shifts.Where(s => s.WeeklyId == weekly.Id && s.State == ShiftState.Taken).OrderBy(s => s.From).Select(s => s.Day!.Value).ToListAsync());
        Assert.Equal(8, (await Days()).Count);
        story.Host.Leaps(TimeSpan.FromDays(7));
        for (var twice = 0; twice < 2; twice++) await FollowUps.FollowingUp.Job<Server.Shifts.PlanShiftsJob>(story.Host, job => job.Run(CancellationToken.None));
        Assert.Equal(9, (await Days()).Count);
        await IsRefused(await (await story.Enters("supervisor1")).Posts(Routes.EndWeekly(weekly.Id), new ShiftReason()), "reason", ShiftFault.RingsNobody);
        await VisitStory.Answer<WeeklyCard>(await (await story.Enters("supervisor1")).Posts(Routes.EndWeekly(weekly.Id), new ShiftReason("the nights are given up")));
        Assert.Single(await Days());
    }

    [Theory, InlineData("social1"), InlineData("auditor1"), InlineData("admin")]
    public async Task Is_seen_by_the_crew_only(string userName)
    {
        using var story = Begins();
        var stranger = await story.Enters(userName);
        foreach (var address in new[] { Routes.Shifts, Routes.MyShifts, Routes.WeeklyShifts, Routes.Swaps, Routes.Staffing }) Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Opens(address)).StatusCode);
    }

    [Fact]
    public async Task Is_changed_by_supervisors_only()
    {
        using var story = Begins();
        var (yerlan, aigul) = (await story.Enters("supervisor1"), await story.Enters("counselor1"));
        var shift = await Planned(yerlan, Hours(3, 8, 16, "counselor1"));
        HttpResponseMessage[] answers =
        [
            await aigul.Posts(Routes.Shifts, Hours(4, 8, 16)), await aigul.Puts(Routes.Shift(shift.Id), As(shift)), await aigul.Posts(Routes.CancelShift(shift.Id), new ShiftReason("x")),
            await aigul.Posts(Routes.WeeklyShifts, new NewWeekly("Monday", new(8, 0), new(16, 0), new(2026, 11, 2))), await aigul.Posts(Routes.EndWeekly(shift.Id), new ShiftReason()),
            await aigul.Posts(Routes.ApproveSwap(shift.Id), new ShiftReason()), await aigul.Posts(Routes.RefuseSwap(shift.Id)), await aigul.Opens(Routes.Staffing), await aigul.Opens(Routes.Swaps), await aigul.Opens(Routes.WeeklyShifts),
        ];
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Forbidden, a.StatusCode));
    }

    private static Task<List<string>> History(RotaStory story, Guid shift) => story.Host.Reads(db => db.History
        .Where(e => e.Subject == Subject.Shift && e.SubjectId == shift).OrderBy(e => e.Id).Select(e => e.Reason == null ? e.What : e.What + ": " + e.Reason).ToListAsync());
}
