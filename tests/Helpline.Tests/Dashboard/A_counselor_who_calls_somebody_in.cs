using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.ThirdParties;
using Helpline.Dashboard.ThirdParties;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_counselor_who_calls_somebody_in : DashboardContext
{
    [Fact]
    public async Task Types_a_number_sees_how_it_goes_and_takes_the_line_off_again()
    {
        var panel = Talk();
        var third = new ThirdPartyCard(Guid.NewGuid(), CallId, "Calling", null, Now, 1);
        Server.Answers("POST", Routes.AddThirdParty(CallId), third);
        await panel.Find("[aria-expanded]").ClickAsync(new());
        Assert.True(panel.Find(".primary").HasAttribute("disabled"));
        panel.Find("input[type=tel]").Input("+7 701 765 43 21");
        await panel.Find(".primary").ClickAsync(new());
        Assert.Equal(new AddThirdParty(null, "+7 701 765 43 21"), Server.To("POST", Routes.AddThirdParty(CallId)).Single().Read<AddThirdParty>());

        await panel.InvokeAsync(() => Picture.Take(third with { Version = 2 }));
        Assert.Contains("Calling", panel.Find("[role=status]").TextContent);
        await panel.InvokeAsync(() => Picture.Take(third with { State = "Talking", Version = 3 }));
        await panel.InvokeAsync(() => Picture.Take(third with { Version = 2 }));
        Assert.Contains("In the talk", panel.Find("[role=status]").TextContent);
        await panel.Find("button").ClickAsync(new());
        Assert.Single(Server.To("POST", Routes.TakeOff(third.Id)));
        await panel.InvokeAsync(() => Picture.Take(third with { State = "Left", Version = 4 }));
        Assert.Contains("Has left", panel.Find("[role=status]").TextContent);
        Assert.NotEmpty(panel.FindAll("[aria-expanded]"));
    }

    [Fact]
    public async Task Is_told_when_the_number_is_wrong_or_nobody_can_be_added_now()
    {
        var panel = Talk();
        Server.Refuses("POST", Routes.AddThirdParty(CallId), HttpStatusCode.BadRequest, new { title = "no" });
        Server.Refuses("POST", Routes.AddThirdParty(CallId), HttpStatusCode.Conflict, new { title = "no" });
        await panel.Find("[aria-expanded]").ClickAsync(new());
        panel.Find("input[type=tel]").Input("12");
        await panel.Find(".primary").ClickAsync(new());
        Assert.Contains("no number that can be called", panel.Find(".problem").TextContent);
        await panel.Find(".primary").ClickAsync(new());
        Assert.Contains("at this moment", panel.Find(".problem").TextContent);
    }

    private IRenderedComponent<ThirdPartyPanel> Talk()
    {
        var call = Call("Talking");
        Sees(mine: call);
        return Render<ThirdPartyPanel>(panel => panel.Add(p => p.Call, call));
    }
}
