using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Shifts;
using Helpline.Dashboard.Metrics;
using Helpline.Domain.Calls;
using Helpline.Domain.Metrics;
using Helpline.Domain.Staffing;
using Helpline.Tests.Data;
using Helpline.Tests.Shifts;
using Helpline.Tests.Visits;

namespace Helpline.Tests.Staffing;

public class A_forecast
{
    private static readonly TimeZoneInfo Almaty = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    [Fact]
    public void Is_the_mean_of_the_same_hour_of_the_past_weeks()
    {
        var (from, until) = (TestRota.At("2026-10-05"), TestRota.At("2026-11-02"));
        var calls = new[] { ("2026-10-05 10:00", 2), ("2026-10-19 10:00", 1), ("2026-10-06 23:00", 1), ("2026-11-02 10:00", 1) }.Select(c => (TestRota.At(c.Item1), c.Item2));

        var hours = Forecast.CallsPerHour(calls, from, until, Almaty);

        Assert.Equal((168, 0.75, 0.25, 0), (hours.Count, hours[new(DayOfWeek.Monday, 10)], hours[new(DayOfWeek.Tuesday, 23)], hours[new(DayOfWeek.Tuesday, 10)]));
    }

    [Fact]
    public void Counts_an_hour_that_comes_twice_as_two()
    {
        // On 29 February 2024, a Thursday, the hour from 23 to 24 came twice in Almaty.
        var day = LocalDay.Of(new(2024, 2, 29), Almaty);
        var hours = Forecast.CallsPerHour([(day.Until.AddHours(-1), 6)], day.From, day.Until, Almaty);

        Assert.Equal((24, 3), (hours.Count, hours[new(DayOfWeek.Thursday, 23)]));
    }

    [Fact]
    public void Parts_an_hour_of_UTC_where_local_hours_begin_within_it()
    {
        // Half past ten in Kolkata is five in UTC: the hour holds half of ten and half of eleven.
        var kolkata = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");
        var day = LocalDay.Of(new(2026, 11, 2), kolkata);
        var hours = Forecast.CallsPerHour([(new DateTime(2026, 11, 2, 5, 0, 0, DateTimeKind.Utc), 8)], day.From, day.Until, kolkata);

        Assert.Equal((24, 4, 4, 8), (hours.Count, hours[new(DayOfWeek.Monday, 10)], hours[new(DayOfWeek.Monday, 11)], hours.Values.Sum()));
    }

    [Theory]
    [InlineData(null, 0, 9)]
    [InlineData(null, 0.2, 12)]
    [InlineData(180.0, 0, 8)]
    public void Wants_the_smallest_number_that_keeps_the_promise(double? patience, double shrinkage, int needed)
    {
        var goal = new StaffingGoal(new(20, 0.95), patience, shrinkage);
        var demand = new Demand(12, 1200);

        Assert.Equal(needed, goal.Needed(demand));
        Assert.True(goal.With(demand, needed)!.ServiceLevel >= 0.95);
        Assert.True(goal.With(demand, needed - 1)?.ServiceLevel < 0.95);
        Assert.Equal((0, null), (goal.Needed(new(0, 1200)), goal.With(demand, 0)));
    }

    [Fact]
    public async Task Is_read_beside_the_rota_and_answers_what_if()
    {
        using var story = RotaStory.Begins();
        var yerlan = await story.Enters("supervisor1");
        // Eight calls, one each Monday from 15:00 to 16:00: the mean of eight weeks is one.
        await story.Host.Reads(db =>
        {
            db.AddRange(Enumerable.Range(1, 8).SelectMany(week => GaveUp(TestRota.At("2026-11-02 15:10").AddDays(-7 * week))));
            return db.SaveChangesAsync();
        });
        await RotaStory.Planned(yerlan, RotaStory.Hours(2, 15, 20, "counselor1"));

        var read = await yerlan.Gets<StaffingCard>(Routes.Staffing);
        Assert.Equal((168, 8, 8, null, 1200), (read.Hours.Count, read.Weeks, read.Calls, read.MeasuredHandleSeconds, read.Basis.HandleSeconds));
        var hour = read.Hours.Single(h => h.Day == new DateOnly(2026, 11, 2) && h.Hour == 15);
        Assert.Equal((1, 1), (hour.Calls, hour.OnShift));
        Assert.True(hour.Needed > 1 && hour.ServiceLevel is null or < 0.95);
        Assert.Equal(8, (await yerlan.Gets<CallCard[]>(MetricText.Calls(read, hour).Replace("calls?", Routes.Calls + "?", StringComparison.Ordinal))).Length);
        Assert.Equal((0, 0, 0), read.Hours.Single(h => h.Day == new DateOnly(2026, 11, 2) && h.Hour == 14) is var quiet ? (quiet.Calls, quiet.Needed, quiet.OnShift) : default);

        var more = await yerlan.Gets<StaffingCard>(Routes.Staffing + "?volume=400&patience=0&handle=600");
        var busy = more.Hours.Single(h => h.Day == new DateOnly(2026, 11, 2) && h.Hour == 15);
        Assert.Equal((4, new StaffingGoal(new(20, 0.95), null, 0.2).Needed(new(4, 600)), (double?)null), (busy.Calls, busy.Needed, more.Basis.PatienceSeconds));
        foreach (var (query, field) in new[] { ("?volume=0", "volume"), ("?patience=-1", "patience"), ("?handle=NaN", "handle"), ("?from=0001-01-01", "from") })
            await VisitStory.IsRefused(await yerlan.Opens(Routes.Staffing + query), field);
        Assert.Equal(HttpStatusCode.BadRequest, (await yerlan.Opens(Routes.Staffing + "?volume=many")).StatusCode);
    }

    [Fact]
    public async Task Takes_the_length_of_a_call_from_all_that_were_answered()
    {
        using var story = RotaStory.Begins();
        var yerlan = await story.Enters("supervisor1");
        await story.Host.Reads(db =>
        {
            db.AddRange([.. Answered(TestRota.At("2026-10-27 10:00"), TimeSpan.FromMinutes(10)), .. Answered(TestRota.At("2026-10-05 22:00"), TimeSpan.FromMinutes(20)), .. GaveUp(TestRota.At("2026-10-28 12:00"))]);
            return db.SaveChangesAsync();
        });

        var read = await yerlan.Gets<StaffingCard>(Routes.Staffing);

        Assert.Equal((3, 900, 900), (read.Calls, read.MeasuredHandleSeconds, read.Basis.HandleSeconds));
    }

    private static object[] GaveUp(DateTime at)
    {
        var call = Made.Call(CallState.Waiting, at);
        call.CallerLeaves(at.AddMinutes(1), at.AddMinutes(1), Made.Rules.Calls);
        return [call, .. Made.LinesOf(call)];
    }

    private static object[] Answered(DateTime at, TimeSpan talk)
    {
        var call = Made.Call(CallState.Talking, at);
        call.CounselorHangsUp(at + talk, Made.Rules.Calls);
        call.Finish(at + talk);
        return [call, .. Made.LinesOf(call)];
    }
}
