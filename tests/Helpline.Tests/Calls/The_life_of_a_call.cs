using Helpline.Domain.Calls;
using Helpline.Tests.Support;

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

    [Fact]
    public void Is_drawn_in_the_readme_as_the_table_has_it()
    {
        var moves = from state in Enum.GetValues<CallState>()
                    from what in Enum.GetValues<CallEvent>()
                    let next = CallFlow.Next(state, what)
                    where next is not null
                    select $"    {state} --> {next}: {what}";
        var drawing = string.Join('\n', ["stateDiagram-v2", "    [*] --> Greeting", .. moves]);
        Assert.Contains(drawing, File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
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
