using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Work;
using Helpline.Domain.Line;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Helpline.Tests.Telephony.Twilio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Helpline.Tests.Callbacks;

public class Who_may_be_called_back
{
    [Fact]
    public async Task Is_the_same_for_whoever_asks_twice_and_nobody_elses_while_it_rings()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        await using var supervisor = await host.SignIn("supervisor1");
        await using var aigul = await host.SignIn("counselor1");
        var owed = await host.Owed(marina);
        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Posts(Owing.Call(owed))).StatusCode);

        var both = await Task.WhenAll(marina.Places(owed), marina.Places(owed));
        Assert.Equal(both[0], both[1]);
        (await supervisor.Posts(Routes.Assign(Routes.Callbacks, owed), new TaskOwnerChange("counselor1"))).EnsureSuccessStatusCode();
        var lost = await aigul.Posts(Owing.Call(owed));
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
        var owed = await host.Owed(marina);
        var refused = await marina.Posts(Owing.Call(owed));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("reasonNeeded", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await marina.Posts(Owing.Call(owed), new CallReason(new string('x', 201)))).StatusCode);

        var placed = await marina.Places(owed, "She asked for the night");
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
        var owed = await host.Owed(marina);
        await marina.Says("Available");
        await host.Waiting("+77010000002");
        await marina.Accepts(await marina.IsOffered());
        var refused = await marina.Posts(Owing.Call(owed));
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

        var placed = await Owing.Placed(await marina.Posts(Routes.CallOwed(Routes.Voicemails, known.Id)));
        await marina.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Owing.Number);
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
        var owed = await host.Owed(marina);
        var answer = await marina.Posts(Owing.Call(owed));
        var placed = await Owing.Placed(answer);
        await marina.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Owing.Number);
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

    private static async Task<VoicemailCard> LeftMessage(HelplineHost host, Counselor owner, bool withheld)
    {
        var before = (await owner.Gets<List<VoicemailCard>>(Routes.Voicemails)).Select(v => v.Id).ToList();
        var caller = host.Caller(Owing.Number);
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
}
