using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Transfers;
using Helpline.Dashboard.Board;
using Helpline.Dashboard.Transfers;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_counselor_who_hands_a_caller_on : DashboardContext
{
    [Fact]
    public async Task Asks_a_free_colleague_hands_over_or_goes_back_to_the_caller()
    {
        var panel = Talk();
        var transfer = Transfer("Asked", Me, "counselor2");
        Server.Answers("POST", Routes.AskColleague(CallId), transfer);
        await panel.Find("[aria-expanded]").ClickAsync(new());
        Assert.True(panel.Find(".primary").HasAttribute("disabled"));
        panel.Find("#transfer-to").Change("counselor2");
        await panel.Find(".primary").ClickAsync(new());
        Assert.Equal("counselor2", Server.To("POST", Routes.AskColleague(CallId)).Single().Read<AskColleague>().To);

        await panel.InvokeAsync(() => Picture.Take(transfer));
        Assert.Contains("is being asked", panel.Find("[role=status]").TextContent);
        Assert.True(panel.FindAll("button")[0].HasAttribute("disabled"));
        await panel.InvokeAsync(() => Picture.Take(transfer with { State = "Consulting", Deadline = null, Version = 3 }));
        await panel.FindAll("button")[0].ClickAsync(new());
        Assert.Single(Server.To("POST", Routes.CompleteTransfer(transfer.Id)));
        await panel.InvokeAsync(() => Picture.Take(transfer with { State = "Refused", Version = 4 }));
        Assert.Contains("does not take the call", panel.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task Gives_the_caller_back_to_the_queue_in_another_language()
    {
        var panel = Talk();
        await panel.Find("[aria-expanded]").ClickAsync(new());
        panel.Find("#transfer-language").Change("ru");
        await panel.FindAll("button")[^1].ClickAsync(new());
        Assert.Equal(new HandOnCall(Language: "ru"), Server.To("POST", Routes.HandOn(CallId)).Single().Read<HandOnCall>());
    }

    [Fact]
    public async Task Is_told_that_the_colleague_is_not_there()
    {
        var place = Render<MyPlace>();
        await place.InvokeAsync(() => Board());
        Server.Refuses("POST", Routes.AskColleague(CallId), HttpStatusCode.Conflict, new { status = 409, colleague = "NotThere" });
        await place.InvokeAsync(() => Mine.Consult("counselor2"));
        place.WaitForAssertion(() => Assert.Contains("not at the board", place.Find("[role=alert]").TextContent));
    }

    [Fact]
    public async Task Is_answered_by_the_colleague_with_the_key_who_dials_in_and_may_leave_again()
    {
        var transfer = Transfer("Asked", "counselor2", Me);
        Server.Answers("POST", Routes.AcceptTransfer(transfer.Id), new AcceptedOffer("ticket-9", CallId));
        var place = Render<MyPlace>();
        await place.InvokeAsync(() => Sees());
        await place.InvokeAsync(() => Picture.Take(transfer));
        Server.Answers("GET", Routes.Board, Sees() with { Transfer = transfer });
        await place.InvokeAsync(() => Picture.Take(transfer with { Version = 2 }));
        await place.InvokeAsync(() => Keys.OnKey("A"));
        Assert.Equal("ticket-9", JSInterop.Invocations.Single(call => call.Identifier == "connect").Arguments[1]);
        await place.InvokeAsync(() => Picture.Take(transfer with { State = "Consulting", Deadline = null, Version = 3 }));
        await place.Find(".ringing-actions button").ClickAsync(new());
        Assert.Single(Server.To("POST", Routes.DeclineTransfer(transfer.Id)));
    }

    private IRenderedComponent<TransferPanel> Talk() => Render<TransferPanel>(panel => panel.Add(p => p.Call, Board().MyCall!));

    /// <summary>In a talk, with Dana free.</summary>
    private BoardSnapshot Board()
    {
        var mine = Sees(null, Call("Talking"));
        var snapshot = mine with { Counselors = [mine.Me, new("counselor2", "Dana", "Available", null, Now, ["kk", "en"], 99)] };
        Server.Answers("GET", Routes.Board, snapshot);
        Picture.Take(snapshot, Picture.Pushes);
        return snapshot;
    }

    private TransferCard Transfer(string state, string from, string to) =>
        new(Guid.NewGuid(), CallId, from, to, state, "kk", Now, Now.AddSeconds(20), 1);
}
