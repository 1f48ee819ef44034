using System.Net;
using Helpline.Contracts.Board;
using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Calls;

public class An_offer_that_comes_to_nothing
{
    [Fact]
    public async Task Because_she_declines_goes_to_the_next_and_the_caller_keeps_the_place()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available("counselor1");
        await host.Passes(TimeSpan.FromSeconds(1));
        await using var dana = await host.Available("counselor2");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var first = await aigul.IsOffered();
        var queuedAt = (await TheCall(host)).QueuedAt;
        await aigul.Declines(first);

        var second = await dana.IsOffered(TimeSpan.FromSeconds(2));
        Assert.Equal(first.CallId, second.CallId);
        Assert.Equal(queuedAt, second.WaitingSince);
        Assert.False(aigul.HasOffer);
    }

    [Theory]
    [InlineData("Break")]
    [InlineData("Offline")]
    public async Task Because_she_goes_is_let_go_at_once(string state)
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available("counselor1");
        await host.Passes(TimeSpan.FromSeconds(1));
        await using var dana = await host.Available("counselor2");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var first = await aigul.IsOffered();
        await aigul.Says(state);

        Assert.Equal(first.CallId, (await dana.IsOffered(TimeSpan.FromSeconds(2))).CallId);
        Assert.Equal(OfferState.Declined, await host.Reads(db => db.Offers.Where(o => o.Id == first.Id).Select(o => o.State).SingleAsync()));
        Assert.Equal((state, null), (await aigul.Board())!.Me is var me ? (me.State, me.Busy) : default);
        Assert.True(caller.IsOnTheLine);
    }

    [Fact]
    public async Task Because_no_board_shows_it_moves_on_within_three_seconds()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available("counselor1");
        aigul.IsDeaf = true;
        await host.Passes(TimeSpan.FromSeconds(1));
        await using var dana = await host.Available("counselor2");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");

        await dana.IsOffered(TimeSpan.FromSeconds(6));
        var missed = await host.Reads(db => db.Offers.SingleAsync(o => o.Counselor == "counselor1"));
        Assert.Equal(OfferState.Unacknowledged, missed.State);
        Assert.InRange((missed.ClosedAt!.Value - missed.MadeAt).TotalSeconds, 3, 5);
    }

    [Fact]
    public async Task Because_she_does_not_answer_expires_after_twenty_seconds()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available("counselor1");
        await host.Passes(TimeSpan.FromSeconds(1));
        await using var dana = await host.Available("counselor2");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var offer = await aigul.IsOffered();

        await dana.IsOffered(TimeSpan.FromSeconds(30));
        var expired = await host.Reads(db => db.Offers.SingleAsync(o => o.Id == offer.Id));
        Assert.Equal(OfferState.Expired, expired.State);
        Assert.InRange((expired.ClosedAt!.Value - expired.MadeAt).TotalSeconds, 20, 22);
        Assert.Equal(HttpStatusCode.Conflict, (await aigul.TriesToAccept(offer.Id)).StatusCode);
    }

    [Fact]
    public async Task Names_the_winner_to_whoever_was_slower()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available("counselor1");
        await host.Passes(TimeSpan.FromSeconds(1));
        await using var dana = await host.Available("counselor2");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var lost = await aigul.IsOffered();
        await aigul.Declines(lost);
        await dana.Accepts(await dana.IsOffered());

        var answer = await aigul.TriesToAccept(lost.Id);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("counselor2", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task When_the_winner_is_not_on_the_line_in_twelve_seconds_goes_back_to_the_head()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available("counselor1");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var offer = await aigul.IsOffered();
        Assert.Equal(HttpStatusCode.OK, (await aigul.TriesToAccept(offer.Id)).StatusCode);
        await using var dana = await host.Available("counselor2");

        var again = await dana.IsOffered(TimeSpan.FromSeconds(20));
        Assert.Equal(offer.CallId, again.CallId);
        var call = await TheCall(host);
        Assert.Equal((1, null), (call.Priority, call.Counselor));
        Assert.True(caller.IsOnTheLine);
        Assert.Null((await aigul.Board())!.Me.Busy);
    }

    [Fact]
    public async Task Is_not_made_to_somebody_who_does_not_speak_the_language_or_is_on_a_break()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.Available("counselor3");
        await using var aigul = await host.Available("counselor1");
        await aigul.Says("Break");
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        await host.Passes(TimeSpan.FromSeconds(5));
        Assert.False(marina.HasOffer || aigul.HasOffer);

        await aigul.Says("Available");
        await aigul.IsOffered(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Three_callers_and_three_free_counselors_meet_one_to_one()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available("counselor1");
        await using var dana = await host.Available("counselor2");
        await using var marina = await host.Available("counselor3");
        var callers = new[] { "+77010000001", "+77010000002", "+77010000003" }.Select(host.Caller).ToList();
        foreach (var caller in callers) await caller.Ring();

        // One after the other: of two who come in the same moment the first might take the only counselor the second can talk to.
        var offers = new List<OfferCard>();
        foreach (var (caller, key, counselor) in new[] { (callers[0], "1", aigul), (callers[1], "1", dana), (callers[2], "2", marina) })
        {
            await caller.Presses(key);
            offers.Add(await counselor.IsOffered());
        }
        Assert.Equal(3, offers.Select(o => o.CallId).Distinct().Count());
    }

    private static Task<Call> TheCall(HelplineHost host) => host.Reads(db => db.Calls.AsNoTracking().SingleAsync());
}
