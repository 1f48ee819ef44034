using Helpline.Domain.Calls;

namespace Helpline.Tests.Calls;

public class The_life_of_a_call
{
    public static TheoryData<CallState> Ends => [.. Enum.GetValues<CallState>().Where(CallFlow.IsEnd)];

    [Theory]
    [MemberData(nameof(Ends))]
    public void Never_leaves_an_end(CallState end) =>
        Assert.All(Enum.GetValues<CallEvent>(), what => Assert.Null(CallFlow.Next(end, what)));

    [Fact]
    public void Reaches_an_end_from_every_state()
    {
        foreach (var state in Enum.GetValues<CallState>().Where(s => !CallFlow.IsEnd(s)))
            Assert.Contains(Reachable(state), CallFlow.IsEnd);
    }

    [Fact]
    public void Lets_a_caller_leave_at_every_step_while_on_the_line() =>
        Assert.All(Enum.GetValues<CallState>().Where(CallFlow.IsLive), state => Assert.NotNull(CallFlow.Next(state, CallEvent.CallerLeft)));

    [Fact]
    public void Comes_to_a_talk_only_through_an_offer_and_its_acceptance()
    {
        var (before, last) = (Enum.GetValues<CallState>().Where(s => Enum.GetValues<CallEvent>().Any(e => CallFlow.Next(s, e) == CallState.Talking)), CallState.Connecting);
        Assert.Equal([last], before);
        Assert.Equal(CallState.Connecting, CallFlow.Next(CallState.Offered, CallEvent.Accepted));
        Assert.Null(CallFlow.Next(CallState.Waiting, CallEvent.Accepted));
    }

    private static HashSet<CallState> Reachable(CallState from)
    {
        var (seen, next) = (new HashSet<CallState>(), new Queue<CallState>([from]));
        while (next.TryDequeue(out var state))
            foreach (var what in Enum.GetValues<CallEvent>())
                if (CallFlow.Next(state, what) is { } to && seen.Add(to)) next.Enqueue(to);
        return seen;
    }
}
