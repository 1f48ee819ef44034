using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Work;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Notes;
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
    public async Task Is_followed_by_a_call_within_a_day()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        await aigul.Writes(call, Risk("high"));
        var (note, contact) = await host.Reads(async db => (await db.Notes.SingleAsync(), await db.Contacts.SingleAsync()));
        Assert.Equal(new(call, null, null, "counselor1", "high", note.SavedAt.AddHours(24)), PlannedByRisk.Of(note, contact, note.SavedAt));
        note.Risk = "medium";
        Assert.Null(PlannedByRisk.Of(note, contact, note.SavedAt));
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
