using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Live;
using Helpline.Contracts.Metrics;
using Helpline.Dashboard.Live;
using Helpline.Tests.Dashboard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

public class A_live_picture : DashboardContext
{
    private LivePicture Live => Services.GetRequiredService<LivePicture>();

    [Fact]
    public async Task Is_asked_for_again_after_an_answer_that_failed()
    {
        Measured(answered: 1);
        await Live.Watch();
        Assert.Equal(1, Live.Figures!.Today.Calls.Answered);

        Server.Forgets("GET", Routes.LiveFigures);
        Server.Breaks("GET", Routes.LiveFigures);
        await Ticks();
        var asked = Server.To("GET", Routes.LiveFigures).Count();
        Server.Forgets("GET", Routes.LiveFigures);
        Measured(answered: 2);
        await Ticks();

        Assert.True(Server.To("GET", Routes.LiveFigures).Count() > asked);
        Assert.Equal((2, false), (Live.Figures.Today.Calls.Answered, Live.Unreachable));
    }

    [Fact]
    public async Task Keeps_the_last_figures_and_says_so_while_the_server_is_away()
    {
        Measured(answered: 1);
        await Live.Watch();
        Server.Forgets("GET", Routes.LiveFigures);
        Server.Answers("GET", Routes.LiveFigures, null, HttpStatusCode.BadRequest);
        await Ticks();

        Assert.Equal((1, true), (Live.Figures!.Today.Calls.Answered, Live.Unreachable));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Leads_from_each_figure_to_what_it_counts_but_not_on_the_wall(bool opens)
    {
        Measured(answered: 1);
        var tiles = Render<LiveTiles>(p => p.Add(t => t.Opens, opens));
        tiles.WaitForState(() => tiles.FindAll(".tile").Count == 5);
        string[] rows = ["live#live-waiting", "live#counselors-title", "live#live-talks", "calls?", "calls?", "calls?", "calls?", "missed"];
        Assert.Equal(opens ? rows : [], tiles.FindAll("a").Select(a => a.GetAttribute("href")!.Split('?') is [var page, _] ? page + "?" : a.GetAttribute("href")!));
        if (opens) Assert.Contains($"from={Uri.EscapeDataString(Now.Date.ToString("O"))}", tiles.FindAll("a")[^2].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_whoever_pressed_9_at_the_top_as_soon_as_the_order_was_asked_for()
    {
        Measured(answered: 1);
        SignedIn();
        var early = Call("Waiting", null) with { Id = Guid.NewGuid() };
        Picture.Take(Sees(null, null, early, Call("Waiting", null)) with { Queue = new([early.Id, CallId], [], null) }, Picture.Pushes);
        await Live.Watch();
        Assert.Equal([early.Id, CallId], Live.Line.Select(place => place.Id));

        Server.Forgets("GET", Routes.LiveCalls);
        Server.Answers("GET", Routes.LiveCalls, new LiveCalls([new(CallId, 1), new(early.Id, 0)], []));
        await Ticks();

        var page = Render<LivePage>();
        Assert.Equal(["1", "2"], page.FindAll(".waiting .place").Select(place => place.TextContent));
        Assert.Equal([CallId, early.Id], Live.Line.Select(place => place.Id));
        Assert.Contains("tag-bad", page.FindAll(".waiting li")[0].InnerHtml, StringComparison.Ordinal);
    }

    /// <summary>Ten seconds go by, after which everything is asked for without a push.</summary>
    private async Task Ticks()
    {
        for (var second = 0; second < 11; second++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private void Measured(int answered)
    {
        var (counts, level) = (new CallCounts(answered, answered, 0, 0, 0, 0, 0, 0), new FigureCard("service_level", 1, answered, answered, "share") { Rows = "answered&most=20" });
        var period = new LivePeriod(counts, level, level with { Code = "speed_of_answer" }, Now.Date, Now.Date.AddDays(1));
        Server.Answers("GET", Routes.LiveFigures, new LiveFigures(Now, new(20, 0.95, 5, 15, 0.9), period, period, new(0, 0, null, 0, 0, 0, 0, 14, [], [])));
        Server.Answers("GET", Routes.LiveCalls, new LiveCalls([], []));
    }
}
