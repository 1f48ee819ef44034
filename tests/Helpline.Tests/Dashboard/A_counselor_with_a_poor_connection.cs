using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Counselors;
using Helpline.Dashboard.Board;
using Helpline.Dashboard.Calls;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_counselor_with_a_poor_connection : DashboardContext
{
    [Fact]
    public void Gives_her_number_before_her_telephone_can_be_rung()
    {
        Server.Answers("GET", Routes.MyPhone, new OwnPhoneCard(null));
        Server.Answers("PUT", Routes.MyPhone, new OwnPhoneCard("21"));
        var panel = Panel("Off");
        Assert.True(panel.Find("input[type=checkbox]").HasAttribute("disabled"));

        panel.Find("input[type=tel]").Input("+7 701 765 43 21");
        panel.Find("form").Submit();

        panel.WaitForAssertion(() => Assert.Contains("… 21", panel.Markup));
        Assert.Equal(new OwnPhoneChange("+7 701 765 43 21"), Server.To("PUT", Routes.MyPhone).Single().Read<OwnPhoneChange>());
        panel.Find("input[type=checkbox]").Change(true);
        Assert.Equal(new OwnPhoneChange(ByPhone: true), Server.To("PUT", Routes.MyPhone).Last().Read<OwnPhoneChange>());
    }

    [Fact]
    public void Is_told_that_her_number_is_wrong_or_could_not_be_called()
    {
        Server.Answers("GET", Routes.MyPhone, new OwnPhoneCard("01"));
        Server.Refuses("PUT", Routes.MyPhone, HttpStatusCode.BadRequest, new { title = "no", errors = new Dictionary<string, string[]> { ["number"] = ["no"] } });
        var panel = Panel("Failed");
        Assert.Contains("could not be called", panel.Find(".problem").TextContent);

        panel.Find("input[type=tel]").Input("12");
        panel.Find("form").Submit();
        panel.WaitForAssertion(() => Assert.Equal(2, panel.FindAll(".problem").Count));
    }

    [Fact]
    public void Is_told_that_her_telephone_rings_and_that_she_talks_on_it()
    {
        Assert.Contains("press 1", Render<RingingCard>(card => card.Add(c => c.Offer, Offer() with { ByPhone = true })).Markup);
        var line = Render<LineNotice>(notice => notice.Add(n => n.Call, Call("Talking") with { ByPhone = true }));
        Assert.Contains("own telephone", line.Markup);
        Assert.Empty(line.FindAll("button"));
    }

    private IRenderedComponent<OwnPhonePanel> Panel(string phone) =>
        Render<OwnPhonePanel>(panel => panel.Add(p => p.Me, new(Me, "Айгүл", "Available", null, Now, ["kk"], 1, Phone: phone)));
}
