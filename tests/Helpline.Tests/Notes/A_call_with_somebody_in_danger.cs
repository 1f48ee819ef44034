using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Cases;
using Helpline.Contracts.FollowUps;
using Helpline.Contracts.Work;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Notes;
using Helpline.Tests.Cases;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Notes;

public class A_call_with_somebody_in_danger
{
    private static readonly RiskAnswers PlanAndHour = new(Thoughts: "Yes", Plan: "Yes", Time: "Yes");

    [Fact]
    public async Task Is_told_to_the_supervisors_while_it_goes_on_and_again_when_it_gets_worse()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        await using var erlan = await host.SignIn("supervisor1");
        var call = await aigul.TalksIn(host);
        await aigul.Writes(call, Risk("medium"));
        await aigul.Writes(call, Risk("high"));
        await aigul.Writes(call, Risk("high") with { Summary = "still" });
        await aigul.Writes(call, Risk("imminent"));

        await host.Until(() => Task.FromResult(erlan.Risks.Count >= 2), "the supervisor to be told twice");
        Assert.Equal([(call, "counselor1", "high"), (call, "counselor1", "imminent")], erlan.Risks.Select(r => (r.ContactId, r.Counselor, r.Level)));
        Assert.Empty(aigul.Risks);

        await using var late = await host.SignIn("supervisor1");
        var task = Assert.Single((await late.Gets<WorkCard>(Routes.Work)).Rows, r => r.Kind == WorkKind.Escalations);
        Assert.Equal(("AtRisk", call), (task.What, task.About));
        Assert.Equal(HttpStatusCode.NoContent, (await late.Posts(Routes.SeeTo(task.Id))).StatusCode);
        Assert.Empty((await late.Gets<WorkCard>(Routes.Work)).Rows);
    }

    [Fact]
    public async Task Ends_whenever_she_ends_it_and_its_note_waits_for_what_was_done()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        var note = await aigul.Writes(call, Risk("imminent") with { Summary = "typed", Screen = PlanAndHour });
        Assert.Equal(("imminent", "safetySteps"), (note.ProposedRisk, note.Missing!.Single()));
        await aigul.Finishes(call);
        Assert.Equal("Done", (await aigul.Sees(call)).State);

        await Lacks(aigul, call, "safetySteps");
        note = await aigul.Writes(call, new NoteChange(null, null, null, null, null, null, SafetySteps: ["emergency_called", "stayed_on_line"]));
        Assert.Empty(note.Missing!);
        Assert.Equal(HttpStatusCode.OK, (await aigul.Posts(Routes.FinishNote(call))).StatusCode);
        note = await aigul.Gets<NoteCard>(Routes.Note(call));
        Assert.Equal(("typed", PlanAndHour), (note.Summary, note.Screen));
        Assert.NotNull(note.FinishedAt);
        Assert.Equal(["RiskRaised", "Escalated", "NoteFinished"], await host.Reads(db => db.History.Where(h => h.SubjectId == call).OrderBy(h => h.Id).Select(h => h.What).ToListAsync()));
        await IsFollowedUp(host, call);
    }

    [Fact]
    public async Task Wants_a_reason_when_nothing_was_done_and_when_the_level_is_lower_than_the_answers_say()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        await aigul.Writes(call, Risk("low") with { Screen = PlanAndHour });
        await Lacks(aigul, call, "riskReason");
        await aigul.Writes(call, Risk("high") with { RiskReason = "He took it back and laughed." });
        await Lacks(aigul, call, "safetySteps");
        await aigul.Writes(call, Risk("high") with { SafetyReason = "He hung up at once." });

        await aigul.Finishes(call);
        var note = await aigul.Gets<NoteCard>(Routes.Note(call));
        Assert.NotNull(note.FinishedAt);
        Assert.Equal(("He took it back and laughed.", "He hung up at once."), (note.RiskReason, note.SafetyReason));
    }

    /// <summary>The call that is owed from now on, by whoever talked.</summary>
    private static async Task IsFollowedUp(HelplineHost host, Guid call)
    {
        var planned = await host.Reads(db => db.FollowUps.SingleAsync(f => f.ContactId == call));
        Assert.Equal((FollowUpKind.Call, "after_risk", "counselor1"), (planned.Kind, planned.Why, planned.Owner));
    }

    [Fact]
    public async Task Is_not_made_of_a_finished_note_without_saying_what_was_done()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        await aigul.Writes(call, Risk("none") with { Summary = "calm" });
        await aigul.Finishes(call);

        var refused = await aigul.Puts(Routes.Note(call), Risk("high") with { Summary = "I was wrong" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(("none", "calm"), await Kept(aigul, call));
        await aigul.Writes(call, Risk("high") with { Summary = "I was wrong", SafetySteps = ["next_talk_agreed"] });
        Assert.Equal(("high", "I was wrong"), await Kept(aigul, call));
        await IsFollowedUp(host, call);
    }

    [Fact]
    public async Task Is_followed_by_a_call()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        await aigul.Writes(call, Risk("high"));
        var (note, contact) = await host.Reads(async db => (await db.Notes.SingleAsync(), await db.Contacts.SingleAsync()));
        Assert.Equal(new(call, null, null, "counselor1", "high"), PlannedByRisk.Of(note, contact));
        note.Risk = "medium";
        Assert.Null(PlannedByRisk.Of(note, contact));
    }

    [Fact]
    public async Task Is_followed_up_when_the_risk_wants_it_in_place_of_a_later_or_lesser_promise()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await Calm(aigul, host);
        var promised = await aigul.Plans(call, host.Now().AddDays(3), "low");
        await aigul.Writes(call, Risk("imminent") with { SafetySteps = ["emergency_called"] });

        Assert.Equal("Superseded", (await aigul.Reads(promised.Id)).FollowUp.State);
        var now = await host.Reads(db => db.FollowUps.SingleAsync(f => f.ClosedAt == null));
        Assert.Equal(("imminent", "after_risk", true), (now.Risk, now.Why, now.MayCall));
        Assert.Equal(now.PlannedAt.AddHours(4), now.DueAt);
    }

    [Fact]
    public async Task Keeps_a_promise_that_is_sooner_and_as_grave()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await Calm(aigul, host);
        var promised = await aigul.Plans(call, host.Now().AddHours(1), "high");
        await aigul.Writes(call, Risk("high") with { SafetySteps = ["emergency_called"] });
        Assert.Equal(promised.Id, await host.Reads(db => db.FollowUps.Select(f => f.Id).SingleAsync()));
    }

    [Fact]
    public async Task In_the_very_call_of_a_follow_up_is_followed_up_once_more()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.SignIn("counselor3");
        var contact = await host.Talked(marina);
        var opened = await marina.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", contact));
        var planned = await marina.Plans(new NewFollowUp("Call", "promised", "high", opened.Id, contact, DueAt: host.Now().AddHours(1), MayCall: true));
        await host.ItIs(planned.DueAt, planned.Id);
        var call = await marina.CallsFor(planned.Id);
        await marina.Connects(call.Ticket);
        var phone = host.Exchange.Phone(FollowingUp.Number);
        await phone.IsRung();
        phone.PicksUp();
        await phone.IsTalkingTo("counselor3");
        await marina.Writes(call.CallId, Risk("high") with { Summary = "worse", SafetySteps = ["emergency_called"] });
        Assert.Equal(HttpStatusCode.OK, (await marina.Posts(Routes.FinishNote(call.CallId))).StatusCode);
        await phone.HangsUp();
        await marina.SeesState(call.CallId, "WrapUp");
        await marina.Finishes(call.CallId);

        var before = await host.Reads(db => db.FollowUps.SingleAsync(f => f.Id == planned.Id));
        Assert.Equal((FollowUpState.Superseded, null, null), (before.State, before.Calling, before.Answered));
        var next = await host.Reads(db => db.FollowUps.SingleAsync(f => f.ClosedAt == null));
        Assert.Equal((opened.Id, "after_risk", next.Id), (next.CaseId!.Value, next.Why, before.SupersededBy!.Value));
    }

    [Fact]
    public async Task Whose_case_is_closed_is_a_task_of_the_supervisors_since_no_call_is_planned()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        await using var erlan = await host.SignIn("supervisor1");
        var call = await Calm(aigul, host);
        var opened = await aigul.Makes<CaseCard>(Routes.Cases, new NewCase("Жилье", "low", call));
        await aigul.Makes<ClosedCase>(Routes.CloseCase(opened.Id), new CloseCase("need_met"));
        await aigul.Writes(call, Risk("high") with { SafetySteps = ["emergency_called"] });

        Assert.Equal(0, await host.Reads(db => db.FollowUps.CountAsync()));
        var tasks = (await erlan.Gets<WorkCard>(Routes.Work)).Rows.Where(r => r.Kind == WorkKind.Escalations);
        Assert.Equal([("AtRisk", call), ("NotPlanned", call)], tasks.Select(t => (t.What!, t.About!.Value)).Order());
    }

    /// <summary>A talk that ended calmly, as its note says.</summary>
    private static async Task<Guid> Calm(Counselor who, HelplineHost host)
    {
        var call = await who.TalksIn(host);
        await who.Writes(call, Risk("none") with { Summary = "calm" });
        await who.Finishes(call);
        return call;
    }

    private static NoteChange Risk(string level) => new(null, null, null, level, null, null);

    private static async Task<(string?, string)> Kept(Counselor who, Guid call)
    {
        var note = await who.Gets<NoteCard>(Routes.Note(call));
        return (note.Risk, note.Summary);
    }

    private static async Task Lacks(Counselor who, Guid call, string field)
    {
        var answer = await who.Posts(Routes.FinishNote(call));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("errors");
        Assert.Equal([field], errors.EnumerateObject().Select(e => e.Name));
    }
}
