using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Routing;
using Helpline.Contracts.Supervision;
using Helpline.Domain.Calls;
using Helpline.Domain.Routing;
using Helpline.Exchange;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Calls;

public class A_supervisor_in_a_call
{
    [Fact]
    public async Task Is_asked_for_help_listens_coaches_the_counselor_alone_and_joins_both()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        await using var erlan = await host.SignIn("supervisor1");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = (await aigul.Accepts(await aigul.IsOffered())).CallId;
        await aigul.SeesState(call, "Talking");

        Assert.Equal(HttpStatusCode.NoContent, (await aigul.Posts(Routes.AskForHelp(call))).StatusCode);
        await host.Until(() => Task.FromResult(!erlan.Helps.IsEmpty), "the supervisor's board to ring");
        Assert.Equal(("counselor1", call), (erlan.Helps.Single().Counselor, erlan.Helps.Single().CallId));
        Assert.True(aigul.Helps.IsEmpty);

        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Posts(Routes.Listen(call))).StatusCode);
        var ticket = (await (await erlan.Posts(Routes.Listen(call))).Content.ReadFromJsonAsync<ListenTicket>(TestContext.Current.CancellationToken))!;
        var heard = await host.Reads(db => db.AuditTrail.SingleAsync(a => a.Action == Domain.Audit.AuditAction.Listened && a.SubjectId == call && a.Actor == "supervisor1"));
        Assert.Equal(("talk", "supervision"), (heard.What, heard.Reason));
        await erlan.Connects(ticket.Ticket);
        await host.Until(() => Task.FromResult(Supervisor(host) is { Muted: true, Coaching: false }), "the supervisor to be in the room, muted");

        await Becomes("Coach");
        await host.Until(() => Task.FromResult(Supervisor(host) is { Muted: false, Coaching: true }), "the counselor alone to hear her");
        Assert.Equal(Room(host).Participants.Single(p => p.Label!.StartsWith("counselor", StringComparison.Ordinal)).Leg.Sid, Supervisor(host)!.CoachedCall);
        await Becomes("Barge");
        await host.Until(() => Task.FromResult(Supervisor(host) is { Muted: false, Coaching: false }), "both to hear her");
        await Becomes("Listen");
        await host.Until(() => Task.FromResult(Supervisor(host) is { Muted: true }), "nobody to hear her");

        // She goes, and the two do not notice.
        await erlan.Phone.HangsUp();
        await host.Until(() => Task.FromResult(Room(host).Participants.Count == 2), "the supervisor to be gone");
        Assert.Equal("Talking", (await aigul.Sees(call)).State);
        Assert.Equal(HttpStatusCode.Conflict, (await erlan.Puts($"{Routes.Listeners}/{ticket.ListenerId}", new ListenerChange("Coach"))).StatusCode);

        async Task Becomes(string mode) =>
            Assert.Equal(HttpStatusCode.NoContent, (await erlan.Puts($"{Routes.Listeners}/{ticket.ListenerId}", new ListenerChange(mode))).StatusCode);
    }

    [Fact]
    public async Task Is_rung_by_no_call_until_she_has_left_the_talk()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        await using var erlan = await host.Available("supervisor1");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = (await aigul.Accepts(await aigul.IsOffered())).CallId;
        await aigul.SeesState(call, "Talking");
        var ticket = (await (await erlan.Posts(Routes.Listen(call))).Content.ReadFromJsonAsync<ListenTicket>(TestContext.Current.CancellationToken))!;
        await erlan.Connects(ticket.Ticket);

        await host.Waiting("+77010000002", "1");
        // By now supervisors are asked too.
        await host.Passes(TimeSpan.FromSeconds(125));
        Assert.False(erlan.HasOffer);
        var waits = await host.Reads(db => db.Calls.Where(c => c.State == CallState.Waiting).Select(c => c.Id).SingleAsync());
        var decided = (await erlan.Gets<RoutingTimeline>(Routes.RoutingTimeline(waits))).Moments.Last(m => m.Verdicts is not null);
        Assert.Contains(decided.Verdicts!, v => v is { UserName: "supervisor1", Verdict: nameof(Verdict.Engaged) });

        await erlan.Phone.HangsUp();
        await erlan.IsOffered();
    }

    [Fact]
    public async Task Coaches_the_colleague_who_takes_over_and_is_heard_by_nobody_else_on_the_way()
    {
        await using var story = await Talking.Start();
        await using var erlan = await Coaches(story);
        var transfer = await story.AsksDana();
        await story.DanaComes(transfer);
        Assert.Equal(HttpStatusCode.NoContent, (await story.Aigul.Posts(Routes.CompleteTransfer(transfer.Id))).StatusCode);

        var dana = Room(story.Host).Participants.Single(p => p.Label!.StartsWith("colleague", StringComparison.Ordinal));
        await story.Until(() =>
        {
            var (coach, callers) = (Supervisor(story.Host)!, Room(story.Host).Participants.Single(p => p.Label == "caller"));
            Assert.False(callers.Hears(coach));
            return dana.Hears(coach) && Room(story.Host).Participants.Count == 3;
        }, "Dana alone to hear her");
        Assert.Equal((true, dana.Leg.Sid), (Supervisor(story.Host)!.Coaching, Supervisor(story.Host)!.CoachedCall));
    }

    [Fact]
    public async Task Is_with_the_colleague_before_the_line_she_spoke_to_is_gone_however_slow_the_provider_is()
    {
        await using var story = await Talking.Start();
        await using var erlan = await Coaches(story);
        var transfer = await story.AsksDana();
        await story.DanaComes(transfer);
        // The adapter tries four times before it says that nothing was taken.
        story.Host.Exchange.Faults.Inject(Fault.RestTooMany, 4);
        await story.Aigul.Posts(Routes.CompleteTransfer(transfer.Id));

        await story.Host.Until(() => story.Host.Reads(db => db.LineCommands.AllAsync(c => c.DoneAt != null)), "everything to be done");
        Assert.Equal(["Resume", "Coach", "End"], await story.Host.Reads(db => db.LineCommands
            .Where(c => c.CallId == story.Call).OrderByDescending(c => c.Id).Take(3).OrderBy(c => c.DoneAt).ThenBy(c => c.Id).Select(c => c.Kind.ToString()).ToListAsync()));
    }

    [Fact]
    public async Task Coaches_nobody_while_the_counselors_line_is_broken_and_her_again_when_she_is_back()
    {
        await using var story = await Talking.Start();
        await using var erlan = await Coaches(story);
        await story.Aigul.Phone.HangsUp();
        await story.Until(() => Supervisor(story.Host) is { Muted: true }, "nobody to hear her");

        var rejoin = await story.Aigul.Posts(Routes.Rejoin(story.Call));
        await story.Aigul.Connects((await rejoin.Content.ReadFromJsonAsync<AcceptedOffer>(TestContext.Current.CancellationToken))!.Ticket);
        await story.Caller.IsTalkingTo("counselor1");
        await story.Until(() => Supervisor(story.Host) is { Muted: false, Coaching: true } coach
            && coach.CoachedCall == Room(story.Host).Participants.Single(p => p.Label!.StartsWith("counselor", StringComparison.Ordinal)).Leg.Sid, "the counselor alone to hear her");
    }

    private static async Task<Counselor> Coaches(Talking story)
    {
        var erlan = await story.Host.SignIn("supervisor1");
        var ticket = (await (await erlan.Posts(Routes.Listen(story.Call))).Content.ReadFromJsonAsync<ListenTicket>(TestContext.Current.CancellationToken))!;
        await erlan.Connects(ticket.Ticket);
        await story.Until(() => Supervisor(story.Host) is not null, "the supervisor to be in the room");
        await erlan.Puts($"{Routes.Listeners}/{ticket.ListenerId}", new ListenerChange("Coach"));
        await story.Until(() => Supervisor(story.Host) is { Muted: false, Coaching: true }, "the counselor alone to hear her");
        return erlan;
    }

    private static Conference Room(HelplineHost host) => host.Exchange.Conferences.All.Single(c => !c.IsOver);

    private static Participant? Supervisor(HelplineHost host) =>
        Room(host).Participants.FirstOrDefault(p => p.Label!.StartsWith("listener", StringComparison.Ordinal));
}
