using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Transfers;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Exchange;
using Helpline.Server.Data;
using Helpline.Server.Telephony;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Counselors;

public class A_counselor_on_her_own_phone
{
    [Fact]
    public async Task Presses_one_and_talks_to_the_caller_and_writes_the_note_on_the_board()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        var caller = await host.Waits();
        var offer = await aigul.IsOffered();
        var phone = await host.Rings();
        Assert.True(offer.ByPhone);

        phone.PicksUp();
        await phone.Hears("kk/screen");
        await phone.Presses("1");
        await phone.IsTalkingTo(caller);
        await aigul.SeesState(offer.CallId, "Talking");
        Assert.Equal((true, "counselor1"), await aigul.Sees(offer.CallId) is var card ? (card.ByPhone, card.Counselor) : default);
        Assert.Equal(offer.CallId, (await aigul.Board())!.MyCall?.Id);
        await aigul.Writes(offer.CallId, new(1, null, null, null, "Cannot sleep.", null));
        await aigul.HangsUp(offer.CallId);
        await phone.IsHungUp();
        await caller.Hears("kk/goodbye");
        await aigul.Finishes(offer.CallId);
        Assert.Empty(host.Exchange.Journal.Errors);
        Assert.DoesNotContain(ByPhone.Number, caller.Transcript);
    }

    [Fact]
    public async Task Is_asked_though_her_board_shows_nothing_for_longer_than_a_board_may()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        aigul.IsDeaf = true;
        var caller = await host.Waits();
        var phone = await host.Rings();
        await host.Passes(TimeSpan.FromSeconds(12));
        Assert.Equal("ringing", phone.Status);
        phone.PicksUp();
        await host.Passes(TimeSpan.FromSeconds(9));
        await phone.Presses("1");
        await phone.IsTalkingTo(caller);
    }

    [Fact]
    public async Task Needs_no_board_and_goes_when_she_says_so()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        aigul.IsDeaf = true;
        await aigul.DisposeAsync();
        await host.Passes(TimeSpan.FromMinutes(3));
        var caller = await host.Waits();
        var phone = await host.Rings();
        await caller.HangsUp();
        await phone.IsHungUp();

        await aigul.Says("Offline");
        Assert.Equal(("Offline", "Off"), (await aigul.Board())!.Me is var me ? (me.State, me.Phone) : default);
        await aigul.Says("Available");
        await host.Passes(TimeSpan.FromMinutes(3));
        Assert.Equal("Offline", (await aigul.Board())!.Me.State);
    }

    [Fact]
    public async Task And_without_a_board_may_be_handed_a_call()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var caller = await host.Waits();
        var call = (await aigul.Accepts(await aigul.IsOffered())).CallId;
        await aigul.SeesState(call, "Talking");
        await using var dana = await host.AvailableByPhone("counselor2");
        dana.IsDeaf = true;
        await dana.DisposeAsync();
        await host.Passes(TimeSpan.FromSeconds(40));

        Assert.Equal(HttpStatusCode.Conflict, (await aigul.Posts(Routes.AskColleague(call), new AskColleague("counselor2"))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await aigul.Posts(Routes.HandOn(call), new HandOnCall("counselor2", null, null))).StatusCode);
        var phone = await host.Rings();
        phone.PicksUp();
        await phone.Presses("1");
        await phone.IsTalkingTo(caller);
    }

    [Fact]
    public async Task Is_not_rung_a_third_time_when_it_may_be_ringing_since_the_server_died_in_the_second_try()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        // The adapter tries four times before it says that nothing was taken.
        host.Exchange.Faults.Inject(Fault.RestTooMany, 4);
        await host.Waits();
        var commands = (HelplineDb db) => db.LineCommands.Where(c => c.Kind == LineCommandKind.RingOwn);
        await host.Until(() => host.Reads(db => commands(db).AnyAsync(c => c.Result != null && c.DoneAt == null)), "the first try to come to nothing");
        await host.Reads(db => commands(db).ExecuteUpdateAsync(c => c.SetProperty(r => r.Tries, r => r.Tries + 1)));

        await host.Until(() => host.Reads(db => commands(db).AllAsync(c => c.DoneAt != null)), "the command to end");
        Assert.StartsWith("Unknown", await host.Reads(db => commands(db).Select(c => c.Result).FirstAsync()));
    }

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

    [Fact]
    public async Task May_take_the_call_on_the_board_instead_and_her_telephone_stops()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        var caller = await host.Waits();
        var offer = await aigul.IsOffered();
        var phone = await host.Rings();
        await aigul.Accepts(offer);
        await phone.IsHungUp();
        await caller.IsTalkingTo("counselor1");
        Assert.False((await aigul.Sees(offer.CallId)).ByPhone);
    }

    [Fact]
    public async Task Who_puts_it_down_in_mid_talk_may_come_back_in_the_browser_or_the_caller_is_first_again()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.AvailableByPhone();
        var caller = await host.Waits();
        var offer = await aigul.IsOffered();
        for (var time = 0; time < 2; time++)
        {
            if (time > 0) offer = await aigul.IsOffered();
            var phone = await host.Rings();
            phone.PicksUp();
            await phone.Presses("1");
            await aigul.SeesState(offer.CallId, "Talking");
            await phone.HangsUp();
            await host.Until(async () => !(await aigul.Sees(offer.CallId)).ByPhone, "the line to be missed");
            Assert.Equal("Talking", (await aigul.Sees(offer.CallId)).State);
            if (time > 0) break;
            await aigul.SeesState(offer.CallId, "Offered");
            await caller.Hears("kk/counselor-lost");
        }
        var back = await aigul.Posts(Routes.Rejoin(offer.CallId));
        await aigul.Connects((await back.Content.ReadFromJsonAsync<AcceptedOffer>(TestContext.Current.CancellationToken))!.Ticket);
        await caller.IsTalkingTo("counselor1");
    }

    private static Task<(OfferState, int)> First(HelplineHost host) => host.Reads(async db => (
        (await db.Offers.OrderBy(o => o.MadeAt).FirstAsync(o => o.Counselor == "counselor1")).State,
        (await db.Presences.SingleAsync(p => p.UserName == "counselor1")).Missed));
}
