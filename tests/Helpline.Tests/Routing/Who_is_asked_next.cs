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

    private static WaitingCall Call(int id, int waited = 10, int priority = 0) =>
        new(new Guid(id, 0, 0, new byte[8]), "kk", priority, Now.AddSeconds(-waited));

    private static CounselorSeat Free(string userName, int idle, params string[] languages) => new(userName, languages, Now.AddSeconds(-idle));
}
