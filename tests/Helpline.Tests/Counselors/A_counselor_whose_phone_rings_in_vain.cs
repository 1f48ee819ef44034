using System.Net.Http.Json;
using Helpline.Contracts.Board;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Counselors;

public class A_counselor_whose_phone_rings_in_vain
{
    [Fact]
    public async Task Presses_another_key_and_the_next_is_asked()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        await host.Passes(TimeSpan.FromSeconds(1));
        await using var dana = await host.Available("counselor2");
        var caller = await host.Waits();
        var phone = await host.Rings();
        phone.PicksUp();
        await phone.Presses("5");
        await phone.IsHungUp();
        await dana.IsOffered();
        Assert.Equal((OfferState.Declined, 0), await First(host));
        Assert.True(caller.IsOnTheLine);
    }

    [Fact]
    public async Task Whose_mailbox_answers_is_not_there_and_no_caller_comes_to_it()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        await host.Passes(TimeSpan.FromSeconds(1));
        await using var dana = await host.Available("counselor2");
        var caller = await host.Waits();
        var mailbox = await host.Rings();
        var queuedAt = (await host.Reads(db => db.Calls.SingleAsync())).QueuedAt;
        mailbox.PicksUp();
        await mailbox.IsHungUp();

        Assert.Equal(queuedAt, (await dana.IsOffered()).WaitingSince);
        Assert.Equal((OfferState.Expired, 1), await First(host));
        Assert.DoesNotContain(mailbox.Transcript, clip => !clip.Contains("screen", StringComparison.Ordinal));
        Assert.True(caller.IsOnTheLine);
    }

    [Theory]
    [InlineData("Busy")]
    [InlineData("NoAnswer")]
    public async Task Who_does_not_come_to_it_lets_the_offer_pass_and_two_pause_her(string why)
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        await host.Passes(TimeSpan.FromSeconds(1));
        await using var dana = await host.Available("counselor2");
        await using var marina = await host.Available("counselor3");
        for (var time = 0; time < 2; time++)
        {
            var caller = await host.Waits($"+7701000000{time + 2}");
            var phone = await host.Rings();
            if (why == "Busy") phone.IsBusy();
            else await phone.DoesNotAnswer(TimeSpan.FromSeconds(40));
            await dana.Declines(await dana.IsOffered());
            await caller.HangsUp();
            await host.Passes(TimeSpan.FromSeconds(1));
        }
        await host.Until(async () => (await aigul.Board())!.Me.State == "Paused", "her to be paused");
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Fact]
    public async Task Is_told_that_the_caller_has_left_when_she_listens_and_rings_no_longer_when_she_does_not()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        var first = await host.Waits();
        var phone = await host.Rings();
        await first.HangsUp();
        await phone.IsHungUp();
        Assert.Equal("canceled", phone.Status);

        await host.Passes(TimeSpan.FromSeconds(1));
        var second = await host.Waits("+77010000002");
        phone = await host.Rings();
        phone.PicksUp();
        await phone.Hears("kk/screen");
        await second.HangsUp();
        await phone.Hears("kk/caller-left");
        await phone.IsHungUp();
        Assert.Null((await aigul.Board())!.Me.Busy);
    }

    [Fact]
    public async Task Who_is_slower_than_a_colleague_is_told_so()
    {
        using var host = HelplineHost.Start(replace: services => services.AddSingleton(new RoutingRules { Steps = [new(0, Widening.Exact, AtOnce: 2)] }));
        await using var aigul = await host.AvailableByPhone();
        await using var dana = await host.Available("counselor2");
        var caller = await host.Waits();
        var (phone, danas) = (await host.Rings(), await dana.IsOffered());
        phone.PicksUp();
        await phone.Hears("kk/screen");
        var accepted = await dana.TriesToAccept(danas.Id);
        phone.PressesAtOnce("1");
        await phone.Hears("kk/screen-taken");
        await phone.IsHungUp();
        await dana.Connects((await accepted.Content.ReadFromJsonAsync<AcceptedOffer>(TestContext.Current.CancellationToken))!.Ticket);
        await dana.SeesState(danas.CallId, "Talking");
        Assert.Equal("counselor2", (await dana.Sees(danas.CallId)).Counselor);
        Assert.True(caller.IsOnTheLine);
    }

    private static Task<(OfferState, int)> First(HelplineHost host) => host.Reads(async db => (
        (await db.Offers.OrderBy(o => o.MadeAt).FirstAsync(o => o.Counselor == "counselor1")).State,
        (await db.Presences.SingleAsync(p => p.UserName == "counselor1")).Missed));
}
