using Helpline.Contracts.Calls;
using Helpline.Tests.Support;

namespace Helpline.Tests.Calls;

public class A_call_from_ring_to_note
{
    [Fact]
    public async Task Is_answered_in_the_callers_language_and_its_note_is_kept()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available("counselor1");
        var caller = host.Caller();

        await caller.Ring();
        await caller.Hears("kk/welcome");
        await caller.Presses("1");
        await caller.Hears("kk/please-hold");
        var offer = await aigul.IsOffered();
        Assert.Equal("kk", offer.Language);
        var accepted = await aigul.Accepts(offer);
        await caller.IsTalkingTo("counselor1");
        await aigul.SeesState(accepted.CallId, "Talking");

        var note = await aigul.Writes(accepted.CallId, new NoteChange(null, "counseling", ["service_kinds.social_psychological"], "low", "Жағдайы жақсы", "support_given"));
        Assert.Equal("Жағдайы жақсы", note.Summary);
        await aigul.HangsUp(accepted.CallId);
        await caller.Hears("kk/goodbye");
        await caller.IsHungUp();
        await aigul.SeesState(accepted.CallId, "WrapUp");
        await aigul.Finishes(accepted.CallId);

        var call = await aigul.Sees(accepted.CallId);
        Assert.Equal("Done", call.State);
        Assert.Null((await aigul.Board())!.MyCall);
        Assert.Empty(host.Exchange.Journal.Errors);
    }
}
