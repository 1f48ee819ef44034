using Helpline.Domain.Staffing;

namespace Helpline.Tests.Staffing;

/// <summary>Held against fractions in whole numbers, reckoned another way than the product does.</summary>
public class What_is_reckoned_of_a_queue
{
    private const double Exact = 1e-9;

    // Beyond so many callers in the queue is less than any digit that is compared.
    private const int Longest = 120;

    public static TheoryData<int, int, int, int> WithoutPatience => new()
    {
        { 200, 180, 20, 11 }, { 200, 180, 20, 12 }, { 200, 180, 20, 13 }, { 200, 180, 20, 14 }, { 200, 180, 20, 15 }, { 200, 180, 20, 16 }, { 720, 240, 15, 55 },
        { 12, 1200, 20, 5 }, { 12, 1200, 20, 6 }, { 12, 1200, 20, 7 }, { 12, 1200, 20, 8 }, { 12, 1200, 20, 9 },
    };

    [Theory, MemberData(nameof(WithoutPatience))]
    public void Whose_callers_wait_for_ever_is_the_exact_fraction(int calls, int handle, int within, int counselors)
    {
        var load = (Fraction)calls * handle / 3600;
        var (weight, all) = ((Fraction)1, (Fraction)0);
        for (var inside = 1; inside <= counselors; inside++) (weight, all) = (weight * load / inside, all + weight);
        var waiting = weight * counselors / (counselors - load);
        var waits = waiting / (all + waiting);

        var prospect = ErlangC.Of(new(calls, handle), counselors, within)!;
        Assert.Equal((double)waits, prospect.WaitShare, Exact);
        Assert.Equal((double)(waits * handle / (counselors - load)), prospect.AnswerSeconds, Exact);
        Assert.Equal((double)(load / counselors), prospect.Occupancy, Exact);
        Assert.Equal(1 - (double)waits * Math.Exp(-(double)((counselors - load) * within / handle)), prospect.ServiceLevel, Exact);
    }

    [Theory, InlineData(200, 180, 300, 14), InlineData(200, 180, 300, 13), InlineData(12, 1200, 180, 6), InlineData(12, 1200, 180, 3)]
    public void Whose_callers_lose_patience_is_the_exact_fraction(int calls, int handle, int patience, int counselors)
    {
        const int Within = 20;
        var (arrive, serve, giveUp) = ((Fraction)calls / 3600, (Fraction)counselors / handle, (Fraction)1 / patience);
        var house = House(arrive, serve, giveUp, counselors);
        var (waits, waiting, busy, answered, answerWait, inTime, ahead) = ((Fraction)0, (Fraction)0, (Fraction)0, (Fraction)0, (Fraction)0, 0.0, (Fraction)0);
        for (var inside = 0; inside < counselors; inside++) busy += house[inside] * inside;
        for (var queued = 0; queued <= Longest; queued++)
        {
            var share = house[counselors + queued];
            // Whoever comes behind so many is answered with this chance, and then has seen each of them go, one after the other.
            var isAnswered = serve / (serve + (queued + 1) * giveUp);
            ahead += 1 / (serve + (queued + 1) * giveUp);
            (waits, waiting, busy) = (waits + share, waiting + share * queued, busy + share * counselors);
            (answered, answerWait) = (answered + share * isAnswered, answerWait + share * isAnswered * ahead);
            inTime += (double)(share * isAnswered) * IsOver(queued, (double)(serve / giveUp), (double)(giveUp * Within));
        }

        var prospect = ErlangA.Of(new(calls, handle), patience, counselors, Within);
        Assert.Equal((double)waits, prospect.WaitShare, Exact);
        Assert.Equal((double)(waiting * giveUp / arrive), prospect.AbandonShare, Exact);
        Assert.Equal((double)(waits - answered), prospect.AbandonShare, Exact);
        Assert.Equal((double)(busy / counselors), prospect.Occupancy, Exact);
        Assert.Equal((double)(waiting / arrive), prospect.WaitSeconds, Exact);
        Assert.Equal((double)(answerWait / (1 - waits + answered)), prospect.AnswerSeconds, Exact);
        Assert.Equal((double)(1 - waits) + inTime, prospect.ServiceLevel, Exact);
    }

    /// <summary>The share of time with so many callers in the house.</summary>
    private static List<Fraction> House(Fraction arrive, Fraction serve, Fraction giveUp, int counselors)
    {
        var (weights, sum) = (new List<Fraction> { 1 }, (Fraction)1);
        for (var inside = 1; inside <= counselors + Longest; inside++)
        {
            weights.Add(weights[^1] * arrive / (inside <= counselors ? serve * inside / counselors : serve + (inside - counselors) * giveUp));
            sum += weights[^1];
        }
        return weights.ConvertAll(weight => weight / sum);
    }

    /// <summary>
    /// The chance that stretches of the rates m+1, m+2 … m+1+queued, one after the other, are over by the time. Together they are the
    /// logarithm of a beta variable (Rényi), whose distribution with whole parameters is a sum.
    /// </summary>
    private static double IsOver(int queued, double m, double time)
    {
        var (stays, term, sum) = (Math.Exp(-time), 1.0, 0.0);
        for (var i = 0; i <= queued; i++)
        {
            sum += term;
            term *= (m + 1 + i) / (i + 1) * (1 - stays);
        }
        return 1 - Math.Pow(stays, m + 1) * sum;
    }
}
