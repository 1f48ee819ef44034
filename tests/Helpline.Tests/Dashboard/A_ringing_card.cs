using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Dashboard.Board;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_ringing_card : DashboardContext
{
    [Fact]
    public void Says_that_it_rings_once_it_is_painted()
    {
        var offer = Offer();
        var painted = Page.Setup<bool>("ring", _ => true);
        var card = Ring(offer);
        Assert.Empty(Server.To("POST", Routes.Acknowledge(offer.Id)));

        painted.SetResult(true);

        card.WaitForAssertion(() => Assert.Single(Server.To("POST", Routes.Acknowledge(offer.Id))));
    }

    [Fact]
    public void Says_nothing_when_the_browser_did_not_show_it()
    {
        var offer = Offer();
        Page.Setup<bool>("ring", _ => true).SetResult(false);

        Ring(offer);

        Assert.Empty(Server.To("POST", Routes.Acknowledge(offer.Id)));
    }

    [Fact]
    public void Announces_the_language_and_nothing_about_the_caller()
    {
        Page.Setup<bool>("ring", _ => true).SetResult(true);
        Ring(Offer());
        Assert.Equal("Call: kazakh", Page.Invocations.Single(call => call.Identifier == "ring").Arguments[1]);
    }

    [Fact]
    public async Task Is_accepted_with_the_key_and_dials_in_with_the_ticket()
    {
        var offer = Offer();
        Server.Answers("POST", Routes.Accept(offer.Id), new AcceptedOffer("ticket-7", CallId));
        Ring(offer);

        await Keys.OnKey("A");

        Assert.Single(Server.To("POST", Routes.Accept(offer.Id)));
        var dialed = JSInterop.Invocations.Single(call => call.Identifier == "connect");
        Assert.Equal("ticket-7", dialed.Arguments[1]);
    }

    [Fact]
    public async Task Is_declined_with_the_button()
    {
        var offer = Offer();
        var card = Ring(offer);

        await card.FindAll("button")[1].ClickAsync(new());

        Assert.Single(Server.To("POST", Routes.Decline(offer.Id)));
    }

    [Fact]
    public async Task Names_the_colleague_who_was_faster()
    {
        var offer = Offer();
        Server.Refuses("POST", Routes.Accept(offer.Id), HttpStatusCode.Conflict, new { status = 409, takenBy = "counselor2" });
        var place = Render<MyPlace>();
        await place.InvokeAsync(() => Sees(offer));
        Server.Answers("GET", Routes.Board, Sees(offer) with { Offer = null });

        await place.Find("[data-accept]").ClickAsync(new());

        place.WaitForAssertion(() => Assert.Contains("counselor2", place.Find("[role=alert]").TextContent));
    }

    [Fact]
    public async Task Falls_silent_when_the_caller_leaves()
    {
        var offer = Offer();
        var place = Render<MyPlace>();
        await place.InvokeAsync(() => Sees(offer));

        await place.InvokeAsync(() => Picture.Take(new ClosedOffer(offer.Id, CallId, "Withdrawn", null)));

        Assert.Empty(place.FindAll(".ringing"));
        Assert.Contains("The caller has hung up.", place.Markup);
        Assert.Contains(Page.Invocations, call => call.Identifier == "quiet");
    }

    private IRenderedComponent<RingingCard> Ring(OfferCard offer)
    {
        Sees(offer);
        return Render<RingingCard>(card => card.Add(c => c.Offer, offer));
    }
}
