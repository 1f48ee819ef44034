using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Tests.Notes;
using Helpline.Tests.Support;

namespace Helpline.Tests.Calls;

public class A_wrap_up
{
    [Fact]
    public async Task Ends_by_itself_frees_the_counselor_and_leaves_the_note_to_her()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = (await aigul.Accepts(await aigul.IsOffered())).CallId;
        await aigul.SeesState(call, "Talking");
        await aigul.Writes(call, new NoteChange(null, null, null, null, "Half a sentence", null));
        await caller.HangsUp();
        await aigul.SeesState(call, "WrapUp");
        var until = (await aigul.Sees(call)).WrapUpUntil!.Value;
        Assert.InRange(until - host.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromSeconds(590), TimeSpan.FromSeconds(600));

        Assert.Equal(HttpStatusCode.NoContent, (await aigul.Posts(Routes.ExtendWrapUp(call))).StatusCode);
        Assert.Equal(until.AddSeconds(180), (await aigul.Sees(call)).WrapUpUntil);

        // To a moment before its end, as time goes when nothing happens; the board beats all the while.
        host.Clock.Advance(TimeSpan.FromSeconds(775));
        await aigul.SeesState(call, "Done", TimeSpan.FromSeconds(30));
        Assert.Null((await aigul.Board())!.Me.Busy);
        var note = await aigul.Writes(call, new NoteChange(null, null, null, null, "Half a sentence, and the other half", null));
        Assert.Equal("Half a sentence, and the other half", note.Summary);
        Assert.Equal(HttpStatusCode.Conflict, (await aigul.Posts(Routes.ExtendWrapUp(call))).StatusCode);
    }

    [Fact]
    public async Task That_ran_out_as_she_pressed_finish_leaves_the_note_as_she_said()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        await aigul.HangsUp(call);
        host.Clock.Advance(TimeSpan.FromSeconds(595));
        await aigul.SeesState(call, "Done");

        await aigul.Finishes(call, "silent");
        await aigul.Finishes(call, "silent");

        var note = (await aigul.Gets<NoteRecord>(Routes.NoteRecord(call))).Note;
        Assert.Equal("silent", note.Kind);
        Assert.NotNull(note.FinishedAt);
        Assert.Equal(HttpStatusCode.Conflict, (await aigul.Posts(Routes.Finish(call), new FinishCall("prank"))).StatusCode);
    }

    [Fact]
    public async Task After_the_last_call_sends_her_home()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        await aigul.Says("LastCall");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = (await aigul.Accepts(await aigul.IsOffered())).CallId;
        await aigul.SeesState(call, "Talking");
        await aigul.Finishes(call, "counseling");
        Assert.Equal("Offline", (await aigul.Board())!.Me.State);
    }
}
