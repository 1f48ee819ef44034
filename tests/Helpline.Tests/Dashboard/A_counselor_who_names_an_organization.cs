using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Organizations;
using Helpline.Dashboard.Layout;
using Helpline.Dashboard.Organizations;
using Helpline.Tests.Dashboard.Support;
using Microsoft.AspNetCore.Components.Web;

namespace Helpline.Tests.Dashboard;

public class A_counselor_who_names_an_organization : DashboardContext
{
    private static readonly OrganizationCard Shelter = Card("Shelter", new ServiceCard(Guid.NewGuid(), "A bed", "Active", [], [], null, null, null, "Free", null));
    private static readonly OrganizationCard Lawyers = Card("Lawyers");

    [Theory, InlineData("O"), InlineData(Keys.Directory)]
    public async Task Presses_one_key_to_open_it_and_Enter_to_name_it(string key)
    {
        var panel = Panel();
        Assert.Empty(panel.FindAll("[role=combobox]"));
        await panel.InvokeAsync(() => Keys.OnKey(key));
        Assert.Equal(2, panel.WaitForElements("[role=option]").Count);
        panel.Find("[role=combobox]").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        panel.WaitForAssertion(() => Assert.Contains("Shelter", panel.Find(".tasks").TextContent));
        Assert.Equal(new GiveInformation(Shelter.Id, Shelter.Services[0].Id), Server.To("POST", Routes.Information(CallId)).Single().Read<GiveInformation>());
        Assert.Empty(panel.FindAll("[role=combobox]"));
        Assert.Equal($"referrals/new?contact={CallId}&organization={Shelter.Id}", panel.Find(".tasks a").GetAttribute("href"));
    }

    [Fact]
    public async Task Means_what_she_typed_and_not_what_was_found_before()
    {
        var panel = Panel();
        Server.Answers("GET", $"{Routes.Directory}?q=law", new FoundOrganizations([Lawyers], null));
        await panel.InvokeAsync(() => Keys.OnKey("O"));
        panel.Find("[role=combobox]").Input("law");
        panel.Find("[role=combobox]").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        panel.WaitForAssertion(() => Assert.Single(Server.To("POST", Routes.Information(CallId))));
        Assert.Equal(Lawyers.Id, Server.To("POST", Routes.Information(CallId)).Single().Read<GiveInformation>().OrganizationId);
    }

    [Fact]
    public async Task Moves_with_the_arrows_and_keeps_the_panel_when_it_was_refused()
    {
        var panel = Panel();
        Server.Forgets("POST", Routes.Information(CallId));
        Server.Refuses("POST", Routes.Information(CallId), HttpStatusCode.BadRequest, new { title = "no" });
        await panel.InvokeAsync(() => Keys.OnKey("O"));
        panel.WaitForElements("[role=option]");
        panel.Find("[role=combobox]").KeyDown(new KeyboardEventArgs { Key = "ArrowDown" });
        var box = panel.Find("[role=combobox]");
        Assert.Equal(panel.Find("[aria-selected=true]").Id, box.GetAttribute("aria-activedescendant"));
        Assert.Contains("Lawyers", panel.Find("[aria-selected=true]").TextContent);
        box.KeyDown(new KeyboardEventArgs { Key = "Enter" });
        panel.WaitForAssertion(() => Assert.NotEmpty(Server.To("POST", Routes.Information(CallId))));
        Assert.NotEmpty(panel.FindAll("[role=combobox]"));
    }

    private IRenderedComponent<InformationPanel> Panel()
    {
        Server.Answers("GET", Routes.Information(CallId), Array.Empty<GivenInformation>());
        Server.Answers("GET", $"{Routes.Directory}?", new FoundOrganizations([Shelter, Lawyers], null));
        Server.Answers("POST", Routes.Information(CallId), new[] { new GivenInformation(Guid.NewGuid(), Shelter.Id, Shelter.Name, null, null, Now, Me) });
        return Render<InformationPanel>(panel => panel.Add(p => p.Contact, CallId));
    }

    private static OrganizationCard Card(string name, params ServiceCard[] services) =>
        new(Guid.NewGuid(), name, null, null, null, null, services, [], false, true, null, null, false, 1);
}
