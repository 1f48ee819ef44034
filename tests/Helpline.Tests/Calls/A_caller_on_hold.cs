using System.Net;
using Helpline.Contracts;
using Helpline.Tests.Support;

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

    private static bool IsHeld(HelplineHost host) => host.Exchange.Conferences.All.Any(c => c.Participants.Any(p => p.Hold));
}
