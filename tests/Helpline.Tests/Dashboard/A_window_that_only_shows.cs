using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Counselors;
using Helpline.Dashboard.Board;
using Helpline.Dashboard.Calls;
using Helpline.Tests.Dashboard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

public class A_window_that_only_shows : DashboardContext
{
    private ThisTab Tab => Services.GetRequiredService<ThisTab>();

    [Fact]
    public async Task Does_not_ring_and_acknowledges_nothing()
    {
        await Opens("here");
        SeesCallsRing("there", Offer());

        var place = Render<MyPlace>();

        Assert.Empty(place.FindAll(".ringing"));
        Assert.Contains("your other window", place.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Requests, r => r.Path.EndsWith("/acknowledge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Takes_the_calls_at_a_press()
    {
        await Opens("here");
        SeesCallsRing("there");
        Server.Answers("PUT", Routes.MyTab("here"), Her("here"));
        var notice = Render<MirrorNotice>();

        await notice.Find("button").ClickAsync();

        Assert.True(Server.To("PUT", Routes.MyTab("here")).Single().Read<TabChange>().Insists);
        Assert.Empty(notice.FindAll("aside"));
    }

    [Fact]
    public async Task Takes_them_by_itself_a_moment_after_the_other_was_closed()
    {
        await Opens("here");
        SeesCallsRing(null);
        Server.Answers("PUT", Routes.MyTab("here"), Her("here"));

        var following = Tab.Follow();
        Assert.Empty(Server.To("PUT", Routes.MyTab("here")));
        Clock.Advance(TimeSpan.FromSeconds(4));
        await following;

        Assert.False(Server.To("PUT", Routes.MyTab("here")).Single().Read<TabChange>().Insists);
        Assert.False(Tab.IsMirror);
    }

    [Fact]
    public async Task Takes_them_at_once_when_one_rings()
    {
        await Opens("here");
        SeesCallsRing(null, Offer());

        await Tab.Follow();

        Assert.Single(Server.To("PUT", Routes.MyTab("here")));
    }

    [Theory, InlineData(false, 1), InlineData(true, 0)]
    public async Task Takes_a_talk_along_but_leaves_one_on_her_own_telephone_where_it_is(bool byPhone, int rejoins)
    {
        await Opens("here");
        var mine = Services.GetRequiredService<MyCall>();
        var call = Call("Talking") with { ByPhone = byPhone };
        Picture.Take(new BoardSnapshot(1, Now, Her("there"), null, call, [call], [Her("there")]), Picture.Pushes);
        Server.Answers("PUT", Routes.MyTab("here"), Her("here"));

        await Tab.TakeCalls();

        Assert.Equal(call.Id, mine.Card?.Id);
        Assert.Equal(rejoins, Server.To("POST", Routes.Rejoin(call.Id)).Count());
    }

    private PresenceCard Her(string? tab) => new(Me, "Айгүл", "Available", null, Now, ["kk"], 99, Tab: tab);

    private async Task Opens(string name)
    {
        Page.Setup<string?>("openTab", _ => true).SetResult(name);
        await Tab.Open();
    }

    private void SeesCallsRing(string? tab, OfferCard? offer = null) =>
        Picture.Take(new BoardSnapshot(1, Now, Her(tab), offer, null, [], [Her(tab)]), Picture.Pushes);
}
