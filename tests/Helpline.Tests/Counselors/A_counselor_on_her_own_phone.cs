using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Transfers;
using Helpline.Exchange;
using Helpline.Server.Data;
using Helpline.Server.Telephony;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

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
}
