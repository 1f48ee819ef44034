using AngleSharp.Dom;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Missed;
using Helpline.Dashboard.Calls;
using Helpline.Dashboard.Missed;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_missed_call_on_the_screen : DashboardContext
{
    [Fact]
    public void Is_called_back_by_its_owner_after_the_second_press()
    {
        Server.Answers("POST", Routes.CallOwed(Routes.MissedCalls, CallId), new AcceptedOffer("ticket-9", CallId));
        var page = Ledger(Missed(Me, "01"));
        Button(page, "Call").Click();
        Assert.Contains("Call …01 now?", page.Markup, StringComparison.Ordinal);
        Assert.Empty(Server.To("POST", Routes.CallOwed(Routes.MissedCalls, CallId)));
        Button(page, "Call").Click();
        page.WaitForAssertion(() => Assert.Equal("ticket-9", JSInterop.Invocations.Single(call => call.Identifier == "connect").Arguments[1]));
    }

    [Theory]
    [InlineData("counselor2", "01", "…01")]
    [InlineData(Me, "", "number withheld")]
    public void Has_no_button_that_would_refuse(string owner, string ending, string told)
    {
        var page = Ledger(Missed(owner, ending));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Trim() == "Call");
        Assert.Contains(told, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_one_of_more_when_the_page_is_full()
    {
        Server.Answers("GET", Routes.MissedCalls + "?most=200", new[] { Missed(Me, "01") });
        var page = Ledger([.. Enumerable.Range(0, 100).Select(_ => Missed(Me, "01") with { CallId = Guid.NewGuid() })]);
        Button(page, "Show more").Click();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("ul.tasks > li")));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Trim() == "Show more");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Leads_to_a_follow_up_only_when_somebody_talked(bool talked)
    {
        SignedIn();
        Server.Answers("GET", Routes.Call(CallId), new CallDetails(Call("Abandoned", null), HasContact: talked));
        var view = Render<CallView>(p => p.Add(v => v.Call, CallId));
        Assert.Equal(talked, view.Markup.Contains("referrals/new", StringComparison.Ordinal));
        Assert.Equal(talked, view.FindAll("button").Any(b => b.TextContent.Trim() == "Plan a follow-up"));
    }

    private MissedCallCard Missed(string owner, string ending) => new(CallId, "AllBusy", Now, 40, "kk", false, owner, null, null, ending, true, 0);

    private IRenderedComponent<MissedPage> Ledger(params MissedCallCard[] missed)
    {
        SignedIn();
        Sees();
        Server.Answers("GET", Routes.MissedCalls + "?most=100", missed);
        return Render<MissedPage>();
    }

    private static IElement Button(IRenderedComponent<MissedPage> page, string words) => page.FindAll("button").Single(b => b.TextContent.Trim() == words);
}
