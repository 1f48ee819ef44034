using Helpline.Contracts;
using Helpline.Contracts.Routing;
using Helpline.Domain.Routing;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Routing;

public class A_call_for_which_nobody_can_be_asked
{
    [Fact]
    public async Task Says_why_when_it_begins_to_wait_and_at_each_step_and_not_at_every_look()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.OnABreak();
        var caller = await host.Waiting(digit: "1");
        var call = await host.Reads(db => db.Calls.Select(c => c.Id).SingleAsync());
        var first = Assert.Single(await Undecided(erlan, call));
        Assert.Equal((nameof(Widening.Exact), 0, 0), (first.Step, first.WaitedSeconds, first.Free));
        Assert.Equal(nameof(Verdict.Away), first.Verdicts!.Single(v => v.UserName == "counselor1").Verdict);

        await host.Passes(TimeSpan.FromSeconds(30));
        Assert.Single(await Undecided(erlan, call));
        await host.Passes(TimeSpan.FromSeconds(90));
        var all = await Undecided(erlan, call);
        Assert.Equal([nameof(Widening.Exact), nameof(Widening.AnyWithLanguage), nameof(Widening.Supervisors)], all.Select(m => m.Step));
        Assert.InRange(all[1].WaitedSeconds!.Value, 45, 47);
        Assert.InRange(all[2].WaitedSeconds!.Value, 120, 122);

        await aigul.Says("Available");
        await aigul.IsOffered();
        Assert.Equal(3, (await Undecided(erlan, call)).Count);
        Assert.Equal("counselor1", (await Timeline(erlan, call)).Moments.Single(m => m.What == "Asked").Counselor);
        await caller.HangsUp();
    }

    [Fact]
    public async Task Says_so_again_when_the_only_counselor_has_let_it_go()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.Available();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var offer = await aigul.IsOffered();
        Assert.Empty(await Undecided(erlan, offer.CallId));
        await aigul.Declines(offer);
        var then = Assert.Single(await Undecided(erlan, offer.CallId));
        Assert.Equal((1, nameof(Verdict.LetItGo)), (then.Free, then.Verdicts!.Single(v => v.UserName == "counselor1").Verdict));
        await caller.HangsUp();
    }

    private static Task<RoutingTimeline> Timeline(Counselor who, Guid call) => who.Gets<RoutingTimeline>(Routes.RoutingTimeline(call));

    private static async Task<List<RoutingMoment>> Undecided(Counselor who, Guid call) => [.. (await Timeline(who, call)).Moments.Where(m => m.What == "NobodyToAsk")];
}
