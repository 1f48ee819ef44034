using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Work;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Exchange;
using Helpline.Server.Telephony;
using Helpline.Tests.Counselors;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Callbacks;

public class A_call_back
{
    [Fact]
    public async Task Rings_the_person_once_the_counselor_is_in_the_room_and_is_done_when_their_talk_is()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await host.Owed(marina);
        var placed = await marina.Places(owed);
        Assert.Equal(("Connecting", true), await marina.Sees(placed.CallId) is var card ? (card.State, card.Outbound) : default);
        Assert.Equal(placed.CallId, (await marina.Board())!.MyCall?.Id);
        await host.Passes(TimeSpan.FromSeconds(2));
        var phone = host.Exchange.Phone(Owing.Number);

        await marina.Connects(placed.Ticket);
        await phone.IsRung();
        phone.PicksUp();
        await phone.IsTalkingTo("counselor3");
        await marina.SeesState(placed.CallId, "Talking");
        await marina.HangsUp(placed.CallId);
        await phone.Hears("ru/goodbye");
        await phone.IsHungUp();
        await marina.Finishes(placed.CallId);

        Assert.Equal((CallbackState.Done, 0), await TheCallback(host));
        Assert.Empty(await marina.Gets<List<CallbackCard>>(Routes.Callbacks));
        Assert.Equal(0, await host.Reads(db => db.MissedCalls.CountAsync(m => m.ActedAt == null)));
        Assert.Equal(placed.CallId, (await host.Reads(db => db.Notes.SingleAsync())).CallId);
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Theory]
    [InlineData("Busy")]
    [InlineData("NoAnswer")]
    public async Task Of_somebody_who_does_not_come_frees_the_counselor_and_is_owed_still(string why)
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await host.Owed(marina);
        var placed = await marina.Places(owed);
        await marina.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Owing.Number);
        await phone.IsRung();
        if (why == "Busy") phone.IsBusy();
        else await phone.DoesNotAnswer(TimeSpan.FromSeconds(40));

        await marina.SeesState(placed.CallId, "Done");
        Assert.Equal(why, (await marina.Sees(placed.CallId)).Unreached);
        await marina.Phone.IsHungUp();
        await IsFreeAndOwes(host, marina, owed);
        await host.Until(() => Task.FromResult(marina.Changes.Any(c => c.Unreached == why)), "the board to be told");
        Assert.Empty(host.Exchange.Journal.Errors);

        var again = await marina.Places(owed);
        Assert.NotEqual(placed.CallId, again.CallId);
    }

    [Fact]
    public async Task May_be_canceled_while_it_rings()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await host.Owed(marina);
        var placed = await marina.Places(owed);
        await marina.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Owing.Number);
        await phone.IsRung();
        await marina.HangsUp(placed.CallId);
        await marina.HangsUp(placed.CallId);
        await phone.IsHungUp();

        Assert.Equal("canceled", phone.Status);
        Assert.Equal("Canceled", (await marina.Sees(placed.CallId)).Unreached);
        await IsFreeAndOwes(host, marina, owed);
    }

    [Fact]
    public async Task That_is_canceled_stops_ringing_at_once_though_the_order_to_ring_hangs_at_the_provider()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var placed = await marina.Places(await host.Owed(marina));
        host.Exchange.Faults.Inject(Fault.RestTimeout);
        await marina.Connects(placed.Ticket);
        await StandingStill.Soon(() => host.Reads(async db => (await db.Calls.SingleAsync(c => c.Id == placed.CallId)).HasCallerLeg), "the line to be named by its own report");
        var phone = await host.Rings(Owing.Number);

        await marina.HangsUp(placed.CallId);
        await StandingStill.Soon(() => phone.Status == "canceled", "the telephone to be quiet");
        Assert.Null((await Order()).DoneAt);
        await host.Until(async () => (await Order()).DoneAt is not null, "the order to be given up");
        Assert.StartsWith("Unknown", (await Order()).Result);

        Task<LineCommand> Order() => host.Reads(db => db.LineCommands.AsNoTracking().SingleAsync(c => c.Kind == LineCommandKind.Ring));
    }

    [Fact]
    public async Task Rings_nobody_when_the_counselor_does_not_come_to_the_telephone()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await host.Owed(marina);
        var placed = await marina.Places(owed);
        await marina.SeesState(placed.CallId, "Done", TimeSpan.FromSeconds(20));
        Assert.Equal("Canceled", (await marina.Sees(placed.CallId)).Unreached);
        await IsFreeAndOwes(host, marina, owed);
        Assert.False(await host.Reads(db => db.LineCommands.AnyAsync(c => c.Kind == LineCommandKind.Ring)));
    }

    [Fact]
    public async Task Whose_order_was_carried_out_and_not_answered_rings_once_and_is_known_by_its_reports()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await host.Owed(marina);
        var placed = await marina.Places(owed);
        host.Exchange.Faults.Inject(Fault.RestTimeout);
        await marina.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Owing.Number);
        await phone.IsRung();
        phone.PicksUp();
        await phone.IsTalkingTo("counselor3");
        await marina.SeesState(placed.CallId, "Talking");
        await host.Passes(TimeSpan.FromSeconds(20));
        Assert.Equal((CallState.Talking, phone.CallSid), await host.Reads(db => db.Calls.Where(c => c.Outbound).Select(c => new ValueTuple<CallState, string>(c.State, c.CallerLeg)).SingleAsync()));
    }

    [Fact]
    public async Task Is_nobody_elses_to_take_while_it_rings()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await host.Owed(marina);
        await using var aigul = await host.OnABreak("counselor1");
        await marina.Connects((await marina.Places(owed)).Ticket);
        await host.Exchange.Phone(Owing.Number).IsRung();
        Assert.Equal(HttpStatusCode.Conflict, (await aigul.Posts($"{Routes.Callbacks}/{owed}/take")).StatusCode);
    }

    [Fact]
    public async Task Which_may_be_ringing_since_the_server_died_in_the_second_try_is_not_tried_a_third_time()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var placed = await marina.Places(await host.Owed(marina));
        // The adapter tries four times before it says that nothing was taken.
        host.Exchange.Faults.Inject(Fault.RestTooMany, 4);
        await marina.Connects(placed.Ticket);
        await host.Until(() => host.Reads(db => db.LineCommands.AnyAsync(c => c.Result != null && c.DoneAt == null)), "the first try to come to nothing");
        await host.Reads(db => db.LineCommands.Where(c => c.Kind == LineCommandKind.Ring).ExecuteUpdateAsync(c => c.SetProperty(r => r.Tries, r => r.Tries + 1)));

        await marina.SeesState(placed.CallId, "Done", TimeSpan.FromMinutes(2));
        Assert.StartsWith("Unknown", await host.Reads(db => db.LineCommands.Where(c => c.Kind == LineCommandKind.Ring).Select(c => c.Result).SingleAsync()));
    }

    [Fact]
    public async Task Whose_counselor_is_lost_in_mid_talk_waits_at_the_head_and_comes_back_to_her()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await host.Owed(marina);
        var placed = await marina.Places(owed);
        await marina.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Owing.Number);
        await phone.IsRung();
        phone.PicksUp();
        await phone.IsTalkingTo("counselor3");
        await marina.SeesState(placed.CallId, "Talking");
        await marina.Phone.HangsUp();
        await phone.Hears("ru/counselor-lost");
        await phone.Waits();

        await marina.Says("Available");
        await marina.Accepts(await marina.IsOffered());
        await phone.IsTalkingTo("counselor3");
        await marina.SeesState(placed.CallId, "Talking");
        await marina.Finishes(placed.CallId);
        await phone.IsHungUp();
        Assert.Equal((CallbackState.Done, 0), await TheCallback(host));
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    private static async Task IsFreeAndOwes(HelplineHost host, Counselor who, Guid owed)
    {
        Assert.Null(await host.Reads(db => db.Presences.Where(p => p.UserName == who.UserName).Select(p => p.CallId).SingleAsync()));
        var card = Assert.Single(await who.Gets<List<CallbackCard>>(Routes.Callbacks));
        Assert.Equal((owed, who.UserName, 1), (card.Id, card.Owner, card.Attempts));
        Assert.Equal(0, await host.Reads(db => db.MissedCalls.CountAsync(m => m.ActedAt == null)));
    }

    private static Task<(CallbackState, int)> TheCallback(HelplineHost host) =>
        host.Reads(async db => await db.Callbacks.SingleAsync() is var callback ? (callback.State, callback.Attempts) : default);
}
