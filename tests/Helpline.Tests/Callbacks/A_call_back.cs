using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Work;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Exchange;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Helpline.Tests.Telephony.Twilio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Helpline.Tests.Callbacks;

public class A_call_back
{
    private const string Number = "+77010000001";

    [Fact]
    public async Task Rings_the_person_once_the_counselor_is_in_the_room_and_is_done_when_their_talk_is()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await Owed(host, marina);
        var placed = await Places(marina, owed);
        Assert.Equal(("Connecting", true), await marina.Sees(placed.CallId) is var card ? (card.State, card.Outbound) : default);
        Assert.Equal(placed.CallId, (await marina.Board())!.MyCall?.Id);
        await host.Passes(TimeSpan.FromSeconds(2));
        var phone = host.Exchange.Phone(Number);

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
        Assert.Equal(0, await host.Reads(db => db.MissedCalls.CountAsync()));
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
        var owed = await Owed(host, marina);
        var placed = await Places(marina, owed);
        await marina.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Number);
        await phone.IsRung();
        if (why == "Busy") phone.IsBusy();
        else await phone.DoesNotAnswer(TimeSpan.FromSeconds(40));

        await marina.SeesState(placed.CallId, "Done");
        Assert.Equal(why, (await marina.Sees(placed.CallId)).Unreached);
        await marina.Phone.IsHungUp();
        await IsFreeAndOwes(host, marina, owed);
        await host.Until(() => Task.FromResult(marina.Changes.Any(c => c.Unreached == why)), "the board to be told");
        Assert.Empty(host.Exchange.Journal.Errors);

        var again = await Places(marina, owed);
        Assert.NotEqual(placed.CallId, again.CallId);
    }

    [Fact]
    public async Task May_be_canceled_while_it_rings()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await Owed(host, marina);
        var placed = await Places(marina, owed);
        await marina.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Number);
        await phone.IsRung();
        await marina.HangsUp(placed.CallId);
        await marina.HangsUp(placed.CallId);
        await phone.IsHungUp();

        Assert.Equal("canceled", phone.Status);
        Assert.Equal("Canceled", (await marina.Sees(placed.CallId)).Unreached);
        await IsFreeAndOwes(host, marina, owed);
    }

    [Fact]
    public async Task Rings_nobody_when_the_counselor_does_not_come_to_the_telephone()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await Owed(host, marina);
        var placed = await Places(marina, owed);
        await marina.SeesState(placed.CallId, "Done", TimeSpan.FromSeconds(20));
        Assert.Equal("Canceled", (await marina.Sees(placed.CallId)).Unreached);
        await IsFreeAndOwes(host, marina, owed);
        Assert.False(await host.Reads(db => db.LineCommands.AnyAsync(c => c.Kind == Server.Telephony.LineCommandKind.Ring)));
    }

    [Fact]
    public async Task Is_the_same_for_whoever_asks_twice_and_nobody_elses_while_it_rings()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        await using var supervisor = await host.SignIn("supervisor1");
        await using var aigul = await host.SignIn("counselor1");
        var owed = await Owed(host, marina);
        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Posts(Call(owed))).StatusCode);

        var both = await Task.WhenAll(Places(marina, owed), Places(marina, owed));
        Assert.Equal(both[0], both[1]);
        (await supervisor.Posts(Routes.Assign(Routes.Callbacks, owed), new TaskOwnerChange("counselor1"))).EnsureSuccessStatusCode();
        var lost = await aigul.Posts(Call(owed));
        Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
        Assert.Contains("\"takenBy\":\"counselor3\"", await lost.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1, await host.Reads(db => db.Calls.CountAsync(c => c.Outbound)));
    }

    [Fact]
    public async Task In_the_quiet_hours_wants_a_reason_which_only_readers_of_the_note_see()
    {
        using var host = TestLine.Host(line => line with { Quiet = new([.. Enum.GetValues<DayOfWeek>().Select(day => new OpenSpan(day, TimeSpan.Zero, TimeSpan.FromDays(1)))]) });
        await using var marina = await host.OnABreak("counselor3");
        await using var aigul = await host.SignIn("counselor1");
        var owed = await Owed(host, marina);
        var refused = await marina.Posts(Call(owed));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("reasonNeeded", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await marina.Posts(Call(owed), new CallReason(new string('x', 201)))).StatusCode);

        var placed = await Places(marina, owed, "She asked for the night");
        Assert.Equal("She asked for the night", (await marina.Gets<CallDetails>(Routes.Call(placed.CallId))).Reason);
        Assert.Null((await aigul.Gets<CallDetails>(Routes.Call(placed.CallId))).Reason);
        Assert.Contains("CalledOutsideHours", await host.Reads(db => db.Ledger.Select(e => e.What).ToListAsync()));
        Assert.DoesNotContain("night", await host.Reads(db => db.Calls.Where(c => c.Outbound).Select(c => c.SealedReason).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_until_the_counselor_has_no_call()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await Owed(host, marina);
        await marina.Says("Available");
        await host.Waiting("+77010000002");
        await marina.Accepts(await marina.IsOffered());
        var refused = await marina.Posts(Call(owed));
        Assert.Contains("engaged", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_a_message_rings_who_left_it_and_cannot_when_the_number_was_withheld()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var (withheld, known) = (await LeftMessage(host, marina, withheld: true), await LeftMessage(host, marina, withheld: false));
        Assert.Equal(("", "01"), (withheld.Ending, known.Ending));
        Assert.Equal(HttpStatusCode.Conflict, (await marina.Posts(Routes.CallOwed(Routes.Voicemails, withheld.Id))).StatusCode);

        var placed = await Placed(await marina.Posts(Routes.CallOwed(Routes.Voicemails, known.Id)));
        await marina.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Number);
        await phone.IsRung();
        phone.PicksUp();
        await phone.IsTalkingTo("counselor3");
        await phone.HangsUp();
        await marina.SeesState(placed.CallId, "WrapUp");
        await marina.Finishes(placed.CallId);
        Assert.Equal([withheld.Id], (await marina.Gets<List<VoicemailCard>>(Routes.Voicemails)).Select(v => v.Id));
    }

    [Fact]
    public async Task Leaves_the_number_in_no_command_no_inbox_no_log_and_no_answer()
    {
        using var logs = new LogLines();
        using var host = HelplineHost.Start(replace: services => services.Replace(ServiceDescriptor.Singleton(LoggerFactory.Create(log => log
            .AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning).AddProvider(logs)))));
        await using var marina = await host.OnABreak("counselor3");
        var owed = await Owed(host, marina);
        var answer = await marina.Posts(Call(owed));
        var placed = await Placed(answer);
        await marina.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Number);
        await phone.IsRung();
        phone.IsBusy();
        await marina.SeesState(placed.CallId, "Done");

        List<string> told = [await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)];
        foreach (var address in new[] { Routes.Call(placed.CallId), Routes.Callbacks, Routes.Board, Routes.Calls }) told.Add(await marina.Http.GetStringAsync(address, TestContext.Current.CancellationToken));
        told.AddRange(await host.Reads(db => db.LineCommands.Select(c => c.Leg + c.Path + c.Result).ToListAsync()));
        told.AddRange(await host.Reads(db => db.Inbox.Select(e => e.Key + e.Reply).ToListAsync()));
        told.AddRange(await host.Reads(db => db.Calls.Select(c => c.CallerLeg + c.SealedNumber).ToListAsync()));
        told.AddRange(logs.Lines.Select(line => line.Text));
        Assert.All(told, text => Assert.DoesNotContain("7010000001", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whose_order_was_carried_out_and_not_answered_rings_once_and_is_known_by_its_reports()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await Owed(host, marina);
        var placed = await Places(marina, owed);
        host.Exchange.Faults.Inject(Fault.RestTimeout);
        await marina.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Number);
        await phone.IsRung();
        phone.PicksUp();
        await phone.IsTalkingTo("counselor3");
        await marina.SeesState(placed.CallId, "Talking");
        await host.Passes(TimeSpan.FromSeconds(20));
        Assert.Equal((CallState.Talking, phone.CallSid), await host.Reads(db => db.Calls.Where(c => c.Outbound).Select(c => new ValueTuple<CallState, string>(c.State, c.CallerLeg)).SingleAsync()));
    }

    private static string Call(Guid owed) => Routes.CallOwed(Routes.Callbacks, owed);

    /// <summary>A callback that this counselor answers for.</summary>
    private static async Task<Guid> Owed(HelplineHost host, Counselor owner)
    {
        var caller = await host.Waiting(Number);
        await caller.Presses("1");
        await caller.Hears("ru/callback-confirm");
        await caller.Presses("1");
        await caller.Hears("ru/callback-shared");
        await caller.HangsUp();
        var card = Assert.Single(await owner.Gets<List<CallbackCard>>(Routes.Callbacks));
        Assert.Equal(owner.UserName, card.Owner);
        return card.Id;
    }

    private static async Task<VoicemailCard> LeftMessage(HelplineHost host, Counselor owner, bool withheld)
    {
        var before = (await owner.Gets<List<VoicemailCard>>(Routes.Voicemails)).Select(v => v.Id).ToList();
        var caller = host.Caller(Number);
        await caller.Ring(withheld: withheld);
        await caller.Presses("2");
        await caller.Waits();
        await caller.Presses("2");
        await caller.Speaks(TimeSpan.FromSeconds(3));
        await caller.HangsUp();
        VoicemailCard? card = null;
        await host.Until(async () => (card = (await owner.Gets<List<VoicemailCard>>(Routes.Voicemails)).Find(v => !before.Contains(v.Id) && v.State == "Kept")) is not null, "the message");
        return card!;
    }

    private static async Task<AcceptedOffer> Places(Counselor who, Guid owed, string? reason = null) =>
        await Placed(await who.Posts(Call(owed), reason is null ? null : new CallReason(reason)));

    private static async Task<AcceptedOffer> Placed(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<AcceptedOffer>())!;
    }

    private static async Task IsFreeAndOwes(HelplineHost host, Counselor who, Guid owed)
    {
        Assert.Null(await host.Reads(db => db.Presences.Where(p => p.UserName == who.UserName).Select(p => p.CallId).SingleAsync()));
        var card = Assert.Single(await who.Gets<List<CallbackCard>>(Routes.Callbacks));
        Assert.Equal((owed, who.UserName, 1), (card.Id, card.Owner, card.Attempts));
        Assert.Equal(0, await host.Reads(db => db.MissedCalls.CountAsync()));
    }

    private static Task<(CallbackState, int)> TheCallback(HelplineHost host) =>
        host.Reads(async db => await db.Callbacks.SingleAsync() is var callback ? (callback.State, callback.Attempts) : default);
}
