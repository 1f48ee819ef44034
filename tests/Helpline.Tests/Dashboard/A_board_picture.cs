using Helpline.Contracts.Board;
using Helpline.Contracts.Supervision;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_board_picture : DashboardContext
{
    [Fact]
    public void Keeps_the_newer_card_when_an_older_one_comes_late()
    {
        Sees();
        var (older, newer) = (Call("Waiting", null), Call("Talking"));
        Picture.Take(newer);
        Picture.Take(older);
        Assert.Equal("Talking", Picture.MyCall?.State);
        Assert.Empty(Picture.Waiting);
    }

    [Fact]
    public void Asks_who_is_next_in_line_as_soon_as_its_counselor_becomes_free_and_not_before()
    {
        var (me, asked) = (Sees().Me, 0);
        Picture.PlacesMoved += () => asked++;
        Picture.Take(me with { State = "Break", Busy = null, Version = me.Version + 1 });
        Assert.Equal(0, asked);
        Picture.Take(me with { State = "Available", Busy = null, Version = me.Version + 2 });
        Assert.Equal(1, asked);
        Picture.Take(me with { State = "Available", Busy = "Offered", Version = me.Version + 3 });
        Picture.Take(me with { State = "Available", Busy = null, Version = me.Version + 4 });
        Assert.Equal(2, asked);
    }

    [Fact]
    public void Keeps_an_offer_that_was_pushed_while_the_snapshot_was_on_its_way()
    {
        var before = Sees();
        var asked = Picture.Pushes;
        Picture.Take(Offer());
        Picture.Take(before, asked);
        Assert.NotNull(Picture.Offer);
    }

    [Fact]
    public void Keeps_an_offer_closed_that_the_snapshot_still_had()
    {
        var before = Sees(Offer());
        var asked = Picture.Pushes;
        Picture.Take(new ClosedOffer(before.Offer!.Id, CallId, "Expired", null));
        Picture.Take(before, asked);
        Assert.Null(Picture.Offer);
    }

    [Fact]
    public void Lets_go_of_a_call_that_the_next_snapshot_no_longer_has()
    {
        Sees(mine: null, calls: Call("Waiting", null));
        Assert.Single(Picture.Waiting);
        Sees();
        Assert.Empty(Picture.Waiting);
    }

    [Fact]
    public void Keeps_a_call_that_was_pushed_after_the_snapshot_was_asked_for()
    {
        var before = Sees();
        var asked = Picture.Pushes;
        Picture.Take(Call("Waiting", null));
        Picture.Take(before, asked);
        Assert.Single(Picture.Waiting);
    }

    [Fact]
    public void Shows_a_cry_for_help_that_was_pushed_or_that_the_snapshot_tells_until_the_call_says_otherwise()
    {
        var talk = Call("Talking", "counselor2");
        Sees(null, null, talk);
        Picture.Take(new HelpWanted(CallId, "counselor2", Now));
        Assert.Equal(("counselor2", Now), Assert.Single(Picture.Helps) is var help ? (help.Counselor, help.At) : default);
        Picture.Take(talk with { HelpAskedAt = Now, Version = talk.Version + 1 });
        Assert.Single(Picture.Helps);
        Picture.Take(talk with { Version = talk.Version + 2 });
        Assert.Empty(Picture.Helps);
        Sees(null, null, talk with { HelpAskedAt = Now, Version = talk.Version + 3 });
        Assert.Single(Picture.Helps);
    }

    [Fact]
    public void Shows_the_longest_waiting_first()
    {
        var first = Call("Waiting", null) with { Id = Guid.NewGuid(), QueuedAt = Now.AddMinutes(-9) };
        Sees(null, null, Call("Offered", null), first);
        Assert.Equal(first.Id, Picture.Waiting[0].Id);
    }

    [Fact]
    public void Goes_by_the_clock_of_the_server()
    {
        Picture.Take(Sees() with { Now = Now.AddMinutes(10) }, Picture.Pushes);
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(Now.AddMinutes(10), Picture.Now);
    }

    [Fact]
    public void Does_not_make_a_colleagues_call_mine()
    {
        Sees(null, null, Call("Talking", "counselor2"));
        Assert.Null(Picture.MyCall);
    }
}
