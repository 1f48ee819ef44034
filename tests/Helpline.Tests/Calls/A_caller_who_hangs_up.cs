using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Calls;

public class A_caller_who_hangs_up
{
    [Fact]
    public async Task In_the_menu_is_counted_as_abandoned()
    {
        using var host = HelplineHost.Start();
        var caller = host.Caller();
        await caller.Ring();
        await caller.HangsUp();

        var call = await TheCall(host);
        Assert.Equal(("Abandoned", null), (call.State.ToString(), call.Language));
        Assert.NotNull(call.EndedAt);
    }

    [Fact]
    public async Task While_waiting_is_counted_as_abandoned_and_never_offered()
    {
        using var host = HelplineHost.Start();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("2");
        await caller.Waits();
        await caller.HangsUp();

        await using var marina = await host.Available("counselor3");
        await host.Passes(TimeSpan.FromSeconds(3));
        Assert.False(marina.HasOffer);
        Assert.Equal("Abandoned", (await TheCall(host)).State.ToString());
    }

    [Fact]
    public async Task While_it_rings_takes_the_card_off_the_board_and_leaves_the_counselor_free()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var offer = await aigul.IsOffered();
        await caller.HangsUp();

        await host.Until(() => Task.FromResult(aigul.Closed.Any(c => c.Id == offer.Id)), "the card to go");
        Assert.Equal(nameof(OfferState.Withdrawn), aigul.Closed.Single().Outcome);
        Assert.Equal(HttpStatusCode.Conflict, (await aigul.TriesToAccept(offer.Id)).StatusCode);

        var another = host.Caller("+77020000002");
        await another.Ring();
        await another.Presses("1");
        await aigul.IsOffered();
    }

    [Fact]
    public async Task Between_accepting_and_connecting_frees_the_counselor_without_a_wrap_up()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var offer = await aigul.IsOffered();
        var accepted = await aigul.TriesToAccept(offer.Id);
        var ticket = await accepted.Content.ReadFromJsonAsync<AcceptedOffer>(TestContext.Current.CancellationToken);
        await caller.HangsUp();
        await aigul.SeesState(offer.CallId, "Abandoned");
        await aigul.Connects(ticket!.Ticket);

        await aigul.Phone.IsHungUp();
        var board = await aigul.Board();
        Assert.Null(board!.MyCall);
        Assert.Null(board.Me.Busy);
    }

    [Fact]
    public async Task In_the_talk_leaves_the_counselor_with_the_note()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = await aigul.Accepts(await aigul.IsOffered());
        await caller.IsTalkingTo("counselor1");
        await aigul.SeesState(call.CallId, "Talking");
        await caller.HangsUp();

        await aigul.SeesState(call.CallId, "WrapUp");
        await aigul.Phone.IsHungUp();
        await aigul.Writes(call.CallId, new NoteChange(null, "silent", null, null, null, null));
        await aigul.Finishes(call.CallId);
        Assert.Equal("Done", (await aigul.Sees(call.CallId)).State);
    }

    private static Task<Call> TheCall(HelplineHost host) => host.Reads(db => db.Calls.AsNoTracking().SingleAsync());
}
