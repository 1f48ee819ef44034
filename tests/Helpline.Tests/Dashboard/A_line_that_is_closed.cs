using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Line;
using Helpline.Dashboard.Line;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_line_that_is_closed : DashboardContext
{
    private static LineCard Card(bool isOpen, string order) => new(isOpen, isOpen ? null : "Technical", order, "supervisor1", null, "the provider is down");

    [Fact]
    public void Is_said_above_the_live_board_with_its_reason_until_it_opens()
    {
        Server.Answers("GET", Routes.Line, Card(isOpen: false, "Technical"));
        var page = Render<ClosedLine>(p => p.Add(c => c.Opens, true));
        Assert.Contains("closed", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("· the provider is down · ", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Equal("live#line-title", page.Find("a").GetAttribute("href"));

        Server.Forgets("GET", Routes.Line);
        Server.Answers("GET", Routes.Line, Card(isOpen: true, "Open"));
        page.InvokeAsync(Picture.TakeLive);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".notice")));
    }

    [Fact]
    public void Is_said_on_the_wall_without_the_reason()
    {
        Server.Answers("GET", Routes.Line, Card(isOpen: false, "Technical"));
        var wall = Render<ClosedLine>();
        Assert.Contains("closed", wall.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("the provider is down", wall.Markup, StringComparison.Ordinal);
        Assert.Empty(wall.FindAll("a"));
    }
}
