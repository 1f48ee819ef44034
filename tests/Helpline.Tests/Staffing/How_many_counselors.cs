using CsCheck;
using Helpline.Domain.Staffing;

namespace Helpline.Tests.Staffing;

/// <summary>Held against exact fractions and against figures that others have published.</summary>
public class How_many_counselors
{
    private const double Exact = 1e-9;

    [Theory]
    [InlineData(1, 0.5, 1, 2)]
    [InlineData(2, 1, 1, 3)]
    [InlineData(3, 2, 4, 9)]
    [InlineData(4, 2, 4, 23)]
    [InlineData(5, 4, 128, 231)]
    public void Let_a_caller_wait_is_the_exact_fraction(int counselors, double load, int of, int all) =>
        Assert.Equal((double)of / all, ErlangC.WaitShare(load, counselors), Exact);

    [Theory]
    [InlineData(1, 1, 1, 2)]
    [InlineData(2, 1, 1, 5)]
    public void Lose_a_caller_when_nobody_waits_is_the_exact_fraction(int counselors, double load, int of, int all) =>
        Assert.Equal((double)of / all, ErlangC.Loss(load, counselors), Exact);

    // pyworkforce 0.5: 100 calls in 30 minutes, 3 minutes each; mitan.co.uk: 360 in 30 minutes, 4 minutes each, answered in 15 s.
    [Theory]
    [InlineData(200, 180, 20, 14, 0.1741319335950498, 0.8883500191794669, 7.835937, 0.714286)]
    [InlineData(200, 180, 19.8, 14, 0.174132, 0.887853, null, 0.7143)]
    [InlineData(200, 180, 19.8, 15, 0.102042, 0.941127, null, 0.6667)]
    [InlineData(200, 180, 20, 11, 0.682118, 0.389614, 122.78, null)]
    [InlineData(200, 180, 20, 12, 0.449388, 0.640158, 40.445, null)]
    [InlineData(200, 180, 20, 13, 0.285270, 0.795595, 17.116, null)]
    [InlineData(200, 180, 20, 16, 0.057340, 0.970560, 1.720, null)]
    [InlineData(720, 240, 15, 55, 0.238701, 0.845883, 8.184, 0.872727)]
    [InlineData(12, 1200, 20, 5, 0.554113, 0.455046, 664.9, null)]
    [InlineData(12, 1200, 20, 6, 0.284761, 0.724575, 170.9, null)]
    [InlineData(12, 1200, 20, 7, 0.135110, 0.871479, 54.0, null)]
    [InlineData(12, 1200, 20, 8, 0.059044, 0.944764, 17.7, null)]
    [InlineData(12, 1200, 20, 9, 0.023758, 0.978142, 5.70, null)]
    public void Fare_as_published_when_callers_wait_for_ever(
        double calls, double handle, double within, int counselors, double waits, double level, double? answer, double? occupancy)
    {
        var prospect = ErlangC.Of(new(calls, handle), counselors, within)!;

        Assert.Equal(waits, prospect.WaitShare, Printed(waits));
        Assert.Equal(level, prospect.ServiceLevel, Printed(level));
        if (answer is { } seconds) Assert.Equal(seconds, prospect.AnswerSeconds, Printed(seconds));
        if (occupancy is { } busy) Assert.Equal(busy, prospect.Occupancy, Printed(busy));
    }

    [Theory]
    [InlineData(200, 180, 0.80, 14)]
    [InlineData(200, 180, 0.90, 15)]
    [InlineData(200, 180, 0.95, 16)]
    [InlineData(12, 1200, 0.80, 7)]
    [InlineData(12, 1200, 0.90, 8)]
    [InlineData(12, 1200, 0.95, 9)]
    public void Are_needed_is_the_smallest_number_that_keeps_the_promise(double calls, double handle, double goal, int counselors) =>
        Assert.Equal(counselors, ErlangC.Fewest(new(calls, handle), 20, goal));

    // A search that begins at the load rounded up by one, as a known library's does, would say 11.
    [Fact]
    public void Are_needed_may_be_just_above_the_load() => Assert.Equal(10, ErlangC.Fewest(new(192, 180), 20, 0.10));

    [Theory]
    [InlineData(200, 180, 300, 14, 0.14526, 0.013984, 0.704297, 4.19514, 0.916792)]
    [InlineData(200, 180, 300, 13, 0.225797, 0.024963, 0.750028, 7.48902, 0.858178)]
    [InlineData(12, 1200, 180, 6, 0.155980, 0.090026, 0.606649, 16.2047, null)]
    public void Fare_as_published_when_callers_lose_patience(
        double calls, double handle, double patience, int counselors, double waits, double gaveUp, double occupancy, double wait, double? level)
    {
        var prospect = ErlangA.Of(new(calls, handle), patience, counselors, 20);

        Assert.Equal(waits, prospect.WaitShare, Printed(waits));
        Assert.Equal(gaveUp, prospect.AbandonShare, Printed(gaveUp));
        Assert.Equal(occupancy, prospect.Occupancy, Printed(occupancy));
        Assert.Equal(wait, prospect.WaitSeconds, 6e-5);
        if (level is { } within) Assert.Equal(within, prospect.ServiceLevel, Printed(within));
    }

    [Theory]
    [InlineData(200, 180, 300, 14, 3.878480)]
    [InlineData(12, 1200, 180, 6, 7.8535)]
    public void Let_those_who_are_answered_wait_less_than_all(double calls, double handle, double patience, int counselors, double answer) =>
        Assert.Equal(answer, ErlangA.Of(new(calls, handle), patience, counselors, 20).AnswerSeconds, Printed(answer));

    [Fact]
    public void Fare_the_same_with_endless_patience_as_without_it() =>
        Gen.Select(Gen.Double[1, 40], Gen.Double[60, 1500], Gen.Int[1, 8], Gen.Double[0, 60]).Sample((calls, handle, spare, within) =>
        {
            var demand = new Demand(calls, handle);
            var counselors = (int)demand.Load + spare;
            if (counselors < demand.Load + 0.5) return;
            var (patient, endless) = (ErlangA.Of(demand, 1e9, counselors, within), ErlangC.Of(demand, counselors, within)!);
            Assert.Equal(endless.WaitShare, patient.WaitShare, 1e-4);
            Assert.Equal(endless.ServiceLevel, patient.ServiceLevel, 1e-4);
        }, iter: 60);

    // In logarithms, where nothing overflows: each state of the house from the one before.
    [Theory, InlineData(480), InlineData(1000)]
    public void Lose_callers_in_a_large_house_as_in_a_small_one(int load)
    {
        const double Handle = 180, Patience = 300;
        var (calls, logs) = (load * 3600 / Handle, new List<double> { 0 });
        for (var inside = 1; inside < 3 * load; inside++) logs.Add(logs[^1] + Math.Log(calls / 3600 / (Math.Min(inside, load) / Handle + Math.Max(inside - load, 0) / Patience)));
        var shares = logs.ConvertAll(log => Math.Exp(log - logs.Max()));
        var waiting = shares.Select((share, inside) => share * Math.Max(inside - load, 0)).Sum() / shares.Sum();

        var prospect = ErlangA.Of(new(calls, Handle), Patience, load, 20);
        Assert.Equal(waiting / Patience / (calls / 3600), prospect.AbandonShare, Exact);
        Assert.Equal(waiting / (calls / 3600), prospect.WaitSeconds, Exact);
        Assert.InRange(prospect.ServiceLevel, ErlangA.Of(new(calls, Handle), Patience, load - 10, 20).ServiceLevel, ErlangA.Of(new(calls, Handle), Patience, load + 10, 20).ServiceLevel);
    }

    [Fact]
    public void Fewer_than_the_load_have_no_prospect_but_losing_callers()
    {
        Assert.Null(ErlangC.Of(new(200, 180), 10, 20));
        Assert.InRange(ErlangA.Of(new(200, 180), 300, 8, 20).AbandonShare, 0.2, 0.3);
    }

    [Theory]
    [InlineData(9, 0.3, 13)]
    [InlineData(7, 0.3, 10)]
    [InlineData(8, 0, 8)]
    public void Are_put_on_the_rota_more_than_are_in_calls(int counselors, double shrinkage, int rostered) =>
        Assert.Equal(rostered, ErlangC.Rostered(counselors, shrinkage));

    /// <summary>Half a unit of the last digit that was printed.</summary>
    private static double Printed(double value)
    {
        var text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var digits = text.Contains('.') ? text.Length - text.IndexOf('.') - 1 : 0;
        return Math.Max(0.51 * Math.Pow(10, -digits), Exact);
    }
}
