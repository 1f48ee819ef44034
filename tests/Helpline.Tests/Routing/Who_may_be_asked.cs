using Helpline.Domain.Counselors;
using Helpline.Domain.Routing;

namespace Helpline.Tests.Routing;

public class Who_may_be_asked
{
    private static readonly DateTime Now = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);
    private static readonly RoutingRules Rules = new();
    private static readonly CounselorSeat Aigul = new("aigul", ["kk", "ru"], Now.AddMinutes(-9));

    [Fact]
    public void Everybody_else_gets_a_reason()
    {
        var call = Waiting(10) with { Topic = "psychological", Level = 2 };
        (CounselorSeat Seat, Verdict Verdict)[] all =
        [
            (Aigul with { Level = 2 }, Verdict.Ask),
            (Aigul with { IsHeard = false }, Verdict.SignedOut),
            (Aigul with { State = PresenceState.Offline }, Verdict.SignedOut),
            (Aigul with { State = PresenceState.Paused }, Verdict.Away),
            (Aigul with { State = PresenceState.Debrief }, Verdict.Away),
            (Aigul with { IsEngaged = true }, Verdict.Engaged),
            (Aigul with { Languages = ["en"] }, Verdict.OtherLanguage),
            (Aigul with { Topics = ["legal"], Level = 2 }, Verdict.OtherTopic),
            (Aigul with { Level = 1 }, Verdict.LowerLevel),
            (Aigul with { IsCounselor = false, Level = 9 }, Verdict.SupervisorLater),
        ];
        Assert.All(all, one => Assert.Equal(one.Verdict, Eligibility.Of(call, one.Seat, null, Rules, Now)));
        Assert.Equal(Verdict.LetItGo, Eligibility.Of(call, Aigul, Now.AddSeconds(-5), Rules, Now));
        Assert.Equal(Verdict.Ask, Eligibility.Of(Waiting(10), Aigul with { State = PresenceState.LastCall }, null, Rules, Now));
    }

    [Theory]
    [InlineData(44, false, false)]
    [InlineData(45, true, false)]
    [InlineData(120, true, true)]
    public void Widens_with_the_time_waited_but_never_over_the_language(int waited, bool anybody, bool supervisors)
    {
        var call = Waiting(waited) with { Topic = "psychological", Level = 5 };
        Assert.Equal(anybody, Eligibility.Of(call, Aigul with { Topics = ["legal"] }, null, Rules, Now) == Verdict.Ask);
        Assert.Equal(supervisors, Eligibility.Of(call, Aigul with { IsCounselor = false }, null, Rules, Now) == Verdict.Ask);
        Assert.Equal(Verdict.OtherLanguage, Eligibility.Of(call, Aigul with { Languages = ["en"] }, null, Rules, Now));
    }

    [Fact]
    public void Comes_in_the_order_the_organization_has_chosen()
    {
        CounselorSeat[] seats =
        [
            Seat("aigul", idle: 5, asked: 1, talked: 90),
            Seat("dana", idle: 9, asked: 3, talked: 60),
            Seat("marina", idle: 1, asked: 9, talked: 30),
        ];
        Assert.Equal(["dana", "aigul", "marina"], Order(RoutingOrder.LongestIdle, seats));
        Assert.Equal(["aigul", "dana", "marina"], Order(RoutingOrder.Linear, seats));
        Assert.Equal(["marina", "dana", "aigul"], Order(RoutingOrder.RoundRobin, seats));
        Assert.Equal(["marina", "dana", "aigul"], Order(RoutingOrder.LeastTalkToday, seats));
    }

    [Fact]
    public void Are_several_at_once_when_the_step_says_so_and_only_as_many_as_do_not_ring_yet()
    {
        var rules = Rules with { Steps = [new(0, Widening.Exact, 1), new(30, Widening.Exact, 3)] };
        CounselorSeat[] seats = [Seat("aigul", 9), Seat("dana", 8), Seat("marina", 7)];
        Assert.Single(RoutingPolicy.Decide([Waiting(29)], seats, [], rules, Now));
        Assert.Equal(3, RoutingPolicy.Decide([Waiting(30)], seats, [], rules, Now).Count);
        Assert.Equal(2, RoutingPolicy.Decide([Waiting(30) with { OpenOffers = 1 }], seats[1..], [], rules, Now).Count);
        Assert.Empty(RoutingPolicy.Decide([Waiting(30) with { OpenOffers = 3 }], seats, [], rules, Now));
    }

    private static IEnumerable<string> Order(RoutingOrder order, CounselorSeat[] seats) =>
        RoutingPolicy.Decide([Waiting(9, 1), Waiting(8, 2), Waiting(7, 3)], seats, [], Rules with { Order = order }, Now).Select(m => m.UserName);

    private static WaitingCall Waiting(int seconds, int id = 1) => new(new Guid(id, 0, 0, new byte[8]), "kk", 0, Now.AddSeconds(-seconds));

    private static CounselorSeat Seat(string userName, int idle, int asked = 1, int talked = 0) => new(userName, ["kk"], Now.AddMinutes(-idle))
    {
        AskedAt = Now.AddMinutes(-asked),
        TalkedToday = TimeSpan.FromMinutes(talked),
    };
}
