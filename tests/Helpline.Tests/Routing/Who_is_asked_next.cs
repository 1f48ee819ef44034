using CsCheck;
using Helpline.Domain.Routing;

namespace Helpline.Tests.Routing;

public class Who_is_asked_next
{
    private static readonly DateTime Now = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);
    private static readonly RoutingRules Rules = new();

    [Fact]
    public void Is_the_longest_idle_who_speaks_the_language()
    {
        CounselorSeat[] free = [Free("dana", 5, "kk"), Free("aigul", 9, "kk"), Free("marina", 60, "ru")];
        Assert.Equal([new Match(Call(1).Id, "aigul")], RoutingPolicy.Decide([Call(1)], free, [], Rules, Now));
    }

    [Fact]
    public void Serves_the_head_of_the_queue_first_and_then_the_longest_waiting()
    {
        WaitingCall[] waiting = [Call(1, waited: 90), Call(2, waited: 10, priority: 1), Call(3, waited: 50)];
        var matches = RoutingPolicy.Decide(waiting, [Free("aigul", 9, "kk"), Free("dana", 5, "kk")], [], Rules, Now);
        Assert.Equal([Call(2).Id, Call(1).Id], matches.Select(m => m.CallId));
    }

    [Fact]
    public void Is_not_whoever_let_this_call_go_while_there_is_somebody_else()
    {
        LapsedOffer[] lapses = [new(Call(1).Id, "aigul", Now.AddMinutes(-5))];
        Assert.Equal("dana", Assert.Single(RoutingPolicy.Decide([Call(1)], [Free("aigul", 9, "kk"), Free("dana", 5, "kk")], lapses, Rules, Now)).UserName);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void Is_the_same_again_only_after_a_while_and_only_if_nobody_else_can(int secondsAgo, bool asked)
    {
        LapsedOffer[] lapses = [new(Call(1).Id, "aigul", Now.AddSeconds(-secondsAgo))];
        Assert.Equal(asked, RoutingPolicy.Decide([Call(1)], [Free("aigul", 9, "kk")], lapses, Rules, Now).Count == 1);
    }

    [Fact]
    public void Never_doubles_and_never_leaves_a_free_counselor_beside_a_caller_she_could_help()
    {
        var languages = Gen.Int[0, 2].Select(i => new[] { "kk", "ru", "en" }[i]);
        var calls = Gen.Select(Gen.Int[1, 300], languages, Gen.Int[0, 1], (waited, language, priority) => new WaitingCall(Guid.NewGuid(), language, priority, Now.AddSeconds(-waited))).List[0, 12];
        var people = Gen.Select(Gen.Int[1, 300], languages.Array[1, 3], (idle, spoken) => new CounselorSeat($"u{Guid.NewGuid():N}", spoken, Now.AddSeconds(-idle))).List[0, 8];
        Gen.Select(calls, people).Sample((waiting, free) =>
        {
            var matches = RoutingPolicy.Decide(waiting, free, [], Rules, Now);
            Assert.Equal(matches.Count, matches.Select(m => m.CallId).Distinct().Count());
            Assert.Equal(matches.Count, matches.Select(m => m.UserName).Distinct().Count());
            Assert.All(matches, m => Assert.Contains(waiting.Find(c => c.Id == m.CallId)!.Language, free.Find(f => f.UserName == m.UserName)!.Languages));
            var (left, idle) = (waiting.Where(c => matches.All(m => m.CallId != c.Id)), free.Where(f => matches.All(m => m.UserName != f.UserName)));
            Assert.DoesNotContain(left, c => idle.Any(f => f.Languages.Contains(c.Language)));
        });
    }

    [Theory]
    [InlineData(19, null)]
    [InlineData(20, "dana")]
    public void Is_nobody_for_a_call_behind_a_callback_until_the_time_of_whoever_became_free_is_over(int free, string? asked)
    {
        WaitingCall[] waiting = [Call(1, waited: 30), Owed(2, waited: 60)];
        CounselorSeat[] seats = [new("dana", ["kk"], Now.AddSeconds(-free))];
        Assert.Equal(asked, Asked(waiting, seats));
        Assert.Equal("dana", Asked([Call(1, waited: 30, priority: 1), Owed(2, waited: 60)], seats));
        Assert.Equal("dana", Asked([Call(1, waited: 90), Owed(2, waited: 60)], seats));
        Assert.Equal("dana", Asked(waiting, [seats[0] with { SeesBoard = false }]));
        // One callback keeps one, whoever answers for it first.
        CounselorSeat[] both = [.. seats, new("erke", ["kk"], Now.AddSeconds(-1))];
        Assert.Equal(free < 20 ? "erke" : "dana", Asked(waiting, both));
        Assert.Equal("dana", Asked([waiting[0], waiting[1] with { Preferred = "erke" }], both));
    }

    [Fact]
    public void Finds_the_callback_that_stands_before_all_calls_that_could_ring_for_her()
    {
        var seat = Free("dana", 9, "kk");
        WaitingCall[] waiting = [Call(1, waited: 90), Owed(2, waited: 60)];
        Assert.Null(RoutingPolicy.Callback(waiting, seat, [], Rules, Now));
        Assert.Equal(waiting[1], RoutingPolicy.Callback(waiting, seat, [new(waiting[0].Id, "dana", Now.AddSeconds(-9))], Rules, Now));
        Assert.Equal(waiting[1], RoutingPolicy.Callback([waiting[0] with { OpenOffers = 1 }, waiting[1]], seat, [], Rules, Now));
        Assert.Null(RoutingPolicy.Callback(waiting[1..], Free("marina", 9, "ru"), [], Rules, Now));
    }

    [Fact]
    public void Is_after_the_time_for_callbacks_as_if_there_were_none()
    {
        var places = Gen.Select(Gen.Int[1, 300], Gen.Int[0, 1], Gen.Bool, (waited, priority, owed) => new WaitingCall(Guid.NewGuid(), "kk", priority, Now.AddSeconds(-waited)) { IsCallback = owed }).List[0, 12];
        Gen.Select(places, Gen.Int[20, 300].List[0, 8]).Sample((line, idle) =>
        {
            CounselorSeat[] free = [.. idle.Select((seconds, i) => Free($"u{i}", seconds, "kk") with { FreeSince = Now.AddSeconds(-seconds) })];
            Assert.Equal(RoutingPolicy.Decide(line.Where(c => !c.IsCallback), free, [], Rules, Now), RoutingPolicy.Decide(line, free, [], Rules, Now));
        });
    }

    private static string? Asked(WaitingCall[] waiting, CounselorSeat[] seats) =>
        RoutingPolicy.Decide(waiting, seats, [], Rules, Now).SingleOrDefault(m => !m.IsCallback)?.UserName;

    private static WaitingCall Owed(int id, int waited) => Call(id, waited) with { IsCallback = true };

    private static WaitingCall Call(int id, int waited = 10, int priority = 0) =>
        new(new Guid(id, 0, 0, new byte[8]), "kk", priority, Now.AddSeconds(-waited));

    private static CounselorSeat Free(string userName, int idle, params string[] languages) => new(userName, languages, Now.AddSeconds(-idle));
}
