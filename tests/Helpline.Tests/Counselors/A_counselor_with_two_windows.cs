using Helpline.Contracts;
using Helpline.Tests.Support;

namespace Helpline.Tests.Counselors;

public class A_counselor_with_two_windows
{
    private static readonly TimeSpan TwoBeats = TimeSpan.FromSeconds(27);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(36);

    [Fact]
    public async Task Is_called_where_she_acted_last()
    {
        await using var host = HelplineHost.Start();
        await using var first = await host.Available();
        await using var second = await host.SignIn();
        Assert.Equal(first.Tab, (await second.Board())!.Me.Tab);

        await second.Says("LastCall");
        Assert.Equal(second.Tab, (await first.Board())!.Me.Tab);
        await first.TakesCallsHere();

        await host.Until(() => Task.FromResult(second.Moves.Any(m => m.Tab == first.Tab)), "the other window to be told");
        Assert.Equal("LastCall", (await first.Board())!.Me.State);
    }

    [Fact]
    public async Task Does_not_lose_her_calls_to_a_window_she_did_not_touch()
    {
        await using var host = HelplineHost.Start();
        await using var first = await host.Available();
        await using var second = await host.SignIn();

        var me = await second.TakesCallsHere(insists: false, hidden: true);

        Assert.Equal((first.Tab, false), (me.Tab, me.Hidden));
    }

    [Fact]
    public async Task Is_called_in_the_other_when_one_is_closed_though_they_are_connected_to_different_servers()
    {
        await using var host = HelplineHost.Start();
        await using var other = host.StartSecond();
        await using var first = await host.Available();
        await using var second = await other.SignIn();

        await first.DisposeAsync();
        await host.Until(async () => (await second.Board())!.Me.Tab is null, "the closed window to be noticed");
        await second.TakesCallsHere(insists: false);
        await host.Passes(Lease);

        var me = (await second.Board())!.Me;
        Assert.Equal(("Available", second.Tab), (me.State, me.Tab));
    }

    [Fact]
    public async Task Is_called_in_the_other_when_one_sleeps()
    {
        await using var host = HelplineHost.Start();
        await using var first = await host.Available();
        await using var second = await host.SignIn();

        first.Sleeps();
        await host.Passes(TwoBeats);
        var me = await second.TakesCallsHere(insists: false);
        await host.Passes(Lease);

        Assert.Equal(second.Tab, me.Tab);
        Assert.Equal("Available", (await second.Board())!.Me.State);
    }

    [Fact]
    public async Task Gives_the_calls_away_with_the_last_breath_of_a_freezing_page()
    {
        await using var host = HelplineHost.Start();
        await using var first = await host.Available();

        (await first.Http.DeleteAsync(Routes.MyTab(first.Tab!), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        Assert.Null((await first.Board())!.Me.Tab);
    }

    [Fact]
    public async Task Is_told_since_when_calls_did_not_reach_her_when_her_only_window_slept()
    {
        await using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var slept = host.Clock.GetUtcNow().UtcDateTime;

        aigul.Sleeps();
        await host.Passes(Lease + TwoBeats);

        var me = (await aigul.Board())!.Me;
        Assert.Equal("Offline", me.State);
        Assert.InRange(me.LostAt!.Value, slept, slept + Lease);
        await aigul.Says("Available");
        Assert.Null((await aigul.Board())!.Me.LostAt);
    }

    [Fact]
    public async Task Is_seen_by_supervisors_to_have_hidden_hers()
    {
        await using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        await using var supervisor = await host.SignIn("supervisor1");

        await aigul.TakesCallsHere(insists: false, hidden: true);
        Assert.True((await supervisor.Board())!.Counselors.Single(c => c.UserName == aigul.UserName).Hidden);

        await aigul.TakesCallsHere(insists: false);
        Assert.False((await supervisor.Board())!.Counselors.Single(c => c.UserName == aigul.UserName).Hidden);
    }

    [Fact]
    public async Task Is_refused_a_window_with_an_endless_name()
    {
        await using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();

        using var answer = await aigul.Puts(Routes.MyTab(new string('a', 65)), new Contracts.Counselors.TabChange(false));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
