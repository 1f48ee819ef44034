using AngleSharp.Dom;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Work;
using Helpline.Dashboard.Work;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_call_to_be_confirmed : DashboardContext
{
    private readonly Guid owed = Guid.NewGuid();

    [Fact]
    public void Is_placed_only_after_the_second_press_and_leads_to_the_board()
    {
        Server.Answers("POST", Routes.CallOwed(Routes.Callbacks, owed), new AcceptedOffer("ticket-9", CallId));
        var page = Tasks(mayCallNow: true);
        Press(page, "Call");
        Assert.Contains("Call …01 now?", page.Markup, StringComparison.Ordinal);
        Assert.Empty(Server.To("POST", Routes.CallOwed(Routes.Callbacks, owed)));
        Press(page, "Call");
        page.WaitForAssertion(() => Assert.Equal("ticket-9", JSInterop.Invocations.Single(call => call.Identifier == "connect").Arguments[1]));
    }

    [Fact]
    public void Is_taken_back_with_cancel()
    {
        var page = Tasks(mayCallNow: true);
        Press(page, "Call");
        Press(page, "Cancel");
        Assert.DoesNotContain("Call …01 now?", page.Markup, StringComparison.Ordinal);
        Assert.Empty(Server.To("POST", Routes.CallOwed(Routes.Callbacks, owed)));
    }

    [Fact]
    public void Outside_the_hours_waits_for_a_reason()
    {
        Server.Answers("POST", Routes.CallOwed(Routes.Callbacks, owed), new AcceptedOffer("ticket-9", CallId));
        var page = Tasks(mayCallNow: false);
        Press(page, "Call");
        Assert.True(Button(page, "Call").HasAttribute("disabled"));
        page.Find("input").Input("She asked for the night");
        Press(page, "Call");
        page.WaitForAssertion(() => Assert.Single(Server.To("POST", Routes.CallOwed(Routes.Callbacks, owed))));
    }

    private IRenderedComponent<OwedCalls> Tasks(bool mayCallNow)
    {
        SignedIn();
        Sees();
        Server.Answers("GET", Routes.Voicemails, Array.Empty<VoicemailCard>());
        Server.Answers("GET", Routes.Callbacks, new[] { new CallbackCard(owed, CallId, "Assigned", "ru", Now, Now, Me, true, "Evening", false, mayCallNow, "01", null, 3) });
        return Render<OwedCalls>();
    }

    private static IElement Button(IRenderedComponent<OwedCalls> page, string words) => page.FindAll("button").Single(b => b.TextContent.Trim() == words);

    private static void Press(IRenderedComponent<OwedCalls> page, string words) => Button(page, words).Click();
}
