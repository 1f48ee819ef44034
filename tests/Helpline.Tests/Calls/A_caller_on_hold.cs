using System.Net;
using Helpline.Contracts;
using Helpline.Exchange;
using Helpline.Server.Telephony;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Calls;

public class A_caller_on_hold
{
    [Fact]
    public async Task Hears_music_until_the_counselor_comes_back_and_every_board_sees_since_when()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var offer = await aigul.IsOffered();
        Assert.NotEqual(HttpStatusCode.NoContent, (await aigul.Posts(Routes.Hold(offer.CallId))).StatusCode);
        var call = (await aigul.Accepts(offer)).CallId;
        await aigul.SeesState(call, "Talking");

        Assert.Equal(HttpStatusCode.NoContent, (await aigul.Posts(Routes.Hold(call))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await aigul.Posts(Routes.Hold(call))).StatusCode);
        Assert.NotNull((await aigul.Sees(call)).HeldSince);
        await host.Until(() => Task.FromResult(IsHeld(host)), "the caller to be held");

        Assert.Equal(HttpStatusCode.NoContent, (await aigul.Posts(Routes.Resume(call))).StatusCode);
        await host.Until(() => Task.FromResult(!IsHeld(host)), "the caller to be back in the talk");
        Assert.Null((await aigul.Sees(call)).HeldSince);

        // Whoever hangs up on hold leaves nothing held behind.
        await aigul.Posts(Routes.Hold(call));
        await caller.HangsUp();
        await aigul.SeesState(call, "WrapUp");
        Assert.Null((await aigul.Sees(call)).HeldSince);
        Assert.Equal(HttpStatusCode.Conflict, (await aigul.Posts(Routes.Resume(call))).StatusCode);
    }

    [Fact]
    public async Task Hears_the_counselor_again_though_the_provider_was_slow_to_take_the_hold_and_nobody_else_waits_for_it()
    {
        await using var story = await Talking.Start();
        var other = story.Host.Caller("+77010000002");
        await other.Ring();
        await other.Presses("1");
        var others = (await story.Dana.Accepts(await story.Dana.IsOffered())).CallId;
        await story.Dana.SeesState(others, "Talking");

        // The hold is refused once and tried again in a moment; time stands still meanwhile.
        story.Host.Exchange.Faults.Inject(Fault.RestTooMany);
        await story.Aigul.Posts(Routes.Hold(story.Call));
        await StandingStill.Soon(() => story.Host.Exchange.Faults.Count(Fault.RestTooMany) == 1, "the hold to be refused");
        await story.Aigul.Posts(Routes.Resume(story.Call));
        await story.Dana.Posts(Routes.Hold(others));
        await StandingStill.Soon(() => IsHeld(story.Host), "the other caller to be held");

        await story.Dana.Posts(Routes.Resume(others));
        await story.Host.Passes(TimeSpan.FromSeconds(3));
        Assert.False(IsHeld(story.Host));
        Assert.Equal(["Hold", "Resume"], await story.Host.Reads(db => db.LineCommands
            .Where(c => c.CallId == story.Call && (c.Kind == LineCommandKind.Hold || c.Kind == LineCommandKind.Resume) && c.Result!.StartsWith("Ok")).OrderBy(c => c.DoneAt).Select(c => c.Kind.ToString()).ToListAsync()));
    }

    private static bool IsHeld(HelplineHost host) => host.Exchange.Conferences.All.Any(c => c.Participants.Any(p => p.Hold));
}
