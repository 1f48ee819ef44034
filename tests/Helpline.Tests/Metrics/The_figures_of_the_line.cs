using CsCheck;
using Helpline.Domain.Metrics;

namespace Helpline.Tests.Metrics;

/// <summary>The worked ledger of ten calls, and a published example; each figure is the exact fraction.</summary>
public class The_figures_of_the_line
{
    private const double Exact = 1e-9;
    private static readonly ServicePromise Promise = new();

    private static readonly MeasuredCall[] Ten =
    [
        new(CallResult.Answered, 4, 600, 0, 120), new(CallResult.Answered, 12, 900, 60, 60), new(CallResult.Answered, 20, 300, 0, 30),
        new(CallResult.Answered, 21, 480, 20, 100), new(CallResult.Abandoned, 3), new(CallResult.Abandoned, 5), new(CallResult.Abandoned, 15),
        new(CallResult.Abandoned, 45), new(CallResult.Answered, 90, 200, 0, 40), new(CallResult.Exited, 120),
    ];

    // Two counselors for an hour each; one on a break for 300 s, the other set aside for 60 s after an offer she missed.
    private static readonly CrewSums Crew = new() { SignedIn = 7200, Ready = 7200 - 300 - 60 - 2910, Work = 2910, Offers = 6, Missed = 1, MissedThoughCallerStayed = 1, Accepted = 5, Ring = 10 };

    [Fact]
    public void Of_ten_calls_are_the_exact_fractions()
    {
        var ten = Sums(Ten);

        Assert.Equal((10, 5, 4, 1, 2), (ten.Offered, ten.Answered, ten.Abandoned, ten.Exited, ten.ShortAbandons));
        Is(3, 8, LineFigures.ServiceLevel(ten));
        Is(2, 8, LineFigures.ServiceLevelSooner(ten, Waits.Of(Ten.Where(c => c.Result == CallResult.Answered).Select(c => c.Wait)), Promise));
        Is(3, 10, LineFigures.ServiceLevelOfAll(ten));
        Is(3, 7, LineFigures.ServiceLevelOfPatient(ten));
        Is(6, 10, LineFigures.ServiceLevelPositive(ten));
        Is(3, 5, LineFigures.ServiceLevelOfAnswered(ten));
        Is(5, 10, LineFigures.AnswerRate(ten));
        Is(5, 8, LineFigures.AnswerRateNet(ten));
        Is(4, 10, LineFigures.AbandonRate(ten));
        Is(2, 8, LineFigures.AbandonRateNet(ten));
        Is(147, 5, LineFigures.SpeedOfAnswer(ten));
        Is(68, 4, LineFigures.TimeToAbandon(ten));
        Is(60, 2, LineFigures.TimeToAbandonNet(ten));
        Is(2910, 5, LineFigures.HandleTime(ten));
        Is(2480, 5, LineFigures.TalkTime(ten));
        Is(80, 5, LineFigures.HoldTime(ten));
        Is(350, 5, LineFigures.WrapTime(ten));
        Is(2910, 6840, LineFigures.Occupancy(Crew));
        Is(2910, 7200, LineFigures.Utilization(Crew));
        Is(1, 6, LineFigures.MissedOffers(Crew));
        Is(1, 6, LineFigures.MissedOffersCallerStayed(Crew));
        Is(10, 5, LineFigures.RingTime(Crew));
        Is(1, 1, LineFigures.CallbacksKept(1, 1));
    }

    [Fact]
    public void Of_the_waits_of_ten_calls_are_by_nearest_rank()
    {
        var waits = Waits.Of(Ten.Where(c => c.Result == CallResult.Answered).Select(c => c.Wait));

        Assert.Equal((20, 90, 90), (waits.Percentile(0.5), waits.Percentile(0.9), waits.Longest));
    }

    [Fact]
    public void Are_those_of_a_published_example()
    {
        var published = new CallSums { Answered = 1000, Abandoned = 60, AnsweredInTime = 860, AbandonedInTime = 20, ShortAbandons = 10 };

        Is(880, 1060, LineFigures.ServiceLevelPositive(published));
        Is(860, 1000, LineFigures.ServiceLevelOfAnswered(published));
        Is(860, 1060, LineFigures.ServiceLevelOfAll(published));
        Is(860, 1040, LineFigures.ServiceLevelOfPatient(published));
        Is(860, 1050, LineFigures.ServiceLevel(published));
    }

    // Two counts, as elsewhere: all, and without those whose caller hung up while it rang.
    [Fact]
    public void Of_offers_that_nobody_answered_are_told_with_the_callers_hang_up_and_without_it()
    {
        var more = Crew + new CrewSums { Offers = 3, Missed = 2, MissedThoughCallerStayed = 1, Accepted = 1, Ring = 4 };

        Is(3, 9, LineFigures.MissedOffers(more));
        Is(2, 9, LineFigures.MissedOffersCallerStayed(more));
        Is(14, 6, LineFigures.RingTime(more));
        Assert.Null(LineFigures.MissedOffersCallerStayed(CrewSums.None).Value);
    }

    [Fact]
    public void Have_no_value_where_nobody_rang()
    {
        Assert.Null(LineFigures.ServiceLevel(CallSums.None).Value);
        Assert.Null(LineFigures.Occupancy(CrewSums.None).Value);
        Assert.Null(new Waits().Percentile(0.9));
    }

    [Fact]
    public void Of_two_hours_are_those_of_all_their_calls_and_no_average()
    {
        var (good, bad) = (new CallSums { Answered = 10, AnsweredInTime = 10 }, new CallSums { Answered = 90 });

        Is(10, 100, LineFigures.ServiceLevel(good + bad));
    }

    [Fact]
    public void Are_the_same_however_the_calls_are_parted()
    {
        var call = Gen.Select(Gen.Enum<CallResult>(), Gen.Int[0, 200], Gen.Int[0, 900]).Select((result, wait, talk) => new MeasuredCall(result, wait, talk, talk / 9, talk / 3));
        Gen.Select(call.Array[0, 40], Gen.Int[0, 40]).Sample((calls, cut) =>
        {
            var whole = Sums(calls);
            Assert.Equal(whole, Sums(calls.Take(cut)) + Sums(calls.Skip(cut)));
            Assert.Equal(calls.Length, whole.Answered + whole.Abandoned + whole.Exited + whole.Blocked + whole.Failed + whole.Open);
            Assert.Equal(whole.Offered - whole.Open - calls.Count(c => c.Result is CallResult.Blocked or CallResult.Failed), whole.Closed);
        });
    }

    [Fact]
    public void Are_judged_to_the_tick_by_whatever_is_promised()
    {
        var call = Gen.Select(Gen.Enum<CallResult>(), Gen.Long[0, 40 * TimeSpan.TicksPerSecond]).Select((result, ticks) => new MeasuredCall(result, (double)ticks / TimeSpan.TicksPerSecond));
        Gen.Select(call.Array[0, 40], Gen.Int[1, 40], Gen.Int[1, 40]).Sample((calls, within, little) =>
        {
            var (sums, gaveUp) = (Sums(calls, new ServicePromise(within, ShortSeconds: little)), calls.Where(c => c.Result == CallResult.Abandoned).ToList());
            Assert.Equal((calls.Count(c => c.Result == CallResult.Answered && c.Wait <= within), gaveUp.Count(c => c.Wait <= within), gaveUp.Count(c => c.Wait <= little)),
                (sums.AnsweredInTime, sums.AbandonedInTime, sums.ShortAbandons));
            Assert.Equal(gaveUp.Where(c => c.Wait > little).Sum(c => c.Wait), sums.LongAbandonedWait, Exact);
        });
    }

    [Fact]
    public void Know_who_rang_again_and_leave_out_withheld_numbers()
    {
        // Of p1 p1 p1 p2 p2 p3 p4 p5: the second and third of p1 and the second of p2 came again; the seconds are two.
        var callers = new RepeatCallers(Calls: 8, Again: 3, Second: 2);

        Assert.Equal((5, 5), (callers.Callers, callers.RepeatedCalls));
        Is(2, 5, callers.ShareOfCallers);
        Is(5, 8, callers.ShareOfCalls);
    }

    [Fact]
    public void Of_the_last_of_February_2024_in_Almaty_are_of_25_hours()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");
        var day = LocalDay.Of(new DateOnly(2024, 2, 29), zone);

        Assert.Equal(TimeSpan.FromHours(25), day.Length);
        Assert.Equal(day, LocalDay.Holding(day.Until.AddTicks(-1), zone));
        Assert.Equal(new DateOnly(2024, 3, 1), LocalDay.Holding(day.Until, zone).Day);
        Assert.Equal(day.Until, LocalDay.Of(new DateOnly(2024, 3, 1), zone).From);
    }

    [Theory, InlineData("Asia/Almaty", true), InlineData("Asia/Aqtau", true), InlineData("UTC", true), InlineData("Asia/Kolkata", false), InlineData("Asia/Kathmandu", false)]
    public void Are_of_zones_whose_hours_are_those_of_UTC(string zone, bool isSo) => Assert.Equal(isSo, LocalDay.HasWholeHours(TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public void Tell_what_became_of_what_was_planned_and_how_long_half_of_it_took()
    {
        var days = new[] { 1.0, 3, 4, 9 }.ToLookup(_ => "Reached");

        Assert.Equal([new("Reached", 4, 3.5), new("Due", 1, null)], Outcome.Of(new Dictionary<string, int> { ["Due"] = 1, ["Reached"] = 4 }, days));
    }

    /// <summary>Of one hour, as it is rolled up and read.</summary>
    private static CallSums Sums(IEnumerable<MeasuredCall> calls, ServicePromise? promise = null) => CallRollUp.Of(default, "", [.. calls]).By(promise ?? Promise).Sums;

    private static void Is(double numerator, double denominator, Figure figure) => Assert.Equal(numerator / denominator, figure.Value!.Value, Exact);
}
