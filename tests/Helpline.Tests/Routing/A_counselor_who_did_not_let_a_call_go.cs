using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Routing;
using Helpline.Domain.Routing;
using Helpline.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Tests.Routing;

public class A_counselor_who_did_not_let_a_call_go
{
    [Fact]
    public async Task But_whose_line_broke_in_it_is_asked_first_when_the_caller_is_back_at_the_head()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available("counselor1");
        var call = await Talks(host, aigul);
        await using var dana = await host.Available("counselor2");
        await aigul.Phone.HangsUp();

        Assert.Equal(call.CallId, (await aigul.IsOffered()).CallId);
        Assert.False(dana.HasOffer);
        Assert.Equal("Ask", await Verdict(host, call.CallId, "counselor1"));
    }

    [Fact]
    public async Task But_was_slower_than_a_colleague_is_asked_at_once_when_the_colleague_is_lost()
    {
        using var host = HelplineHost.Start(replace: services => services.Replace(ServiceDescriptor.Singleton(new RoutingRules { Steps = [new(0, Widening.Exact, 2)] })));
        await using var aigul = await host.Available("counselor1");
        await using var dana = await host.Available("counselor2");
        var caller = await Rings(host);
        var offer = await aigul.IsOffered();
        var call = await dana.Accepts(await dana.IsOffered());
        Assert.Equal(offer.CallId, call.CallId);
        await dana.SeesState(call.CallId, "Talking");
        await dana.Says("Break");
        await dana.Phone.HangsUp();

        await caller.Hears("kk/counselor-lost");
        Assert.Equal(call.CallId, (await aigul.IsOffered(TimeSpan.FromSeconds(2))).CallId);
        Assert.Equal("Ask", await Verdict(host, call.CallId, "counselor1"));
    }

    private static async Task<Helpline.Exchange.Caller> Rings(HelplineHost host)
    {
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        return caller;
    }

    private static async Task<AcceptedOffer> Talks(HelplineHost host, Counselor counselor)
    {
        await Rings(host);
        var call = await counselor.Accepts(await counselor.IsOffered());
        await counselor.SeesState(call.CallId, "Talking");
        return call;
    }

    /// <summary>What the books say of her when the call was asked for the last time.</summary>
    private static async Task<string> Verdict(HelplineHost host, Guid call, string who)
    {
        await using var supervisor = await host.SignIn("supervisor1");
        var timeline = await supervisor.Gets<RoutingTimeline>(Routes.RoutingTimeline(call));
        return timeline.Moments.Last(m => m.What == "Asked").Verdicts!.Single(v => v.UserName == who).Verdict;
    }
}
