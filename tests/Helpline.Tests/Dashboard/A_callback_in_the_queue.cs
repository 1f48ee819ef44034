using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Work;
using Helpline.Dashboard.Board;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_callback_in_the_queue : DashboardContext
{
    private readonly Guid owed = Guid.NewGuid();

    [Fact]
    public void Stands_where_the_person_would_wait()
    {
        var first = Call("Waiting", null) with { Id = Guid.NewGuid(), QueuedAt = Now.AddMinutes(-1) };
        Finds(null, [first.Id, owed, CallId], first, Call("Waiting", null));
        var late = Call("Waiting", null) with { Id = Guid.NewGuid(), QueuedAt = Now };
        Picture.Take(late);
        Assert.Equal([first.Id, owed, CallId, late.Id], Picture.Line.Select(place => place.Id));
        Assert.Equal(3, Picture.Waiting.Count);
    }

    [Fact]
    public void Which_is_next_is_made_only_after_the_second_press_and_is_taken_from_a_colleague_first()
    {
        Server.Answers("POST", Routes.Take(Routes.Callbacks, owed), Card());
        Server.Answers("POST", Routes.CallOwed(Routes.Callbacks, owed), new AcceptedOffer("ticket-9", CallId));
        SignedIn();
        Finds(owed, [owed]);
        Guid? chosen = null;
        var place = Render<NextInLine>(p => p.Add(n => n.ChosenChanged, id => chosen = id));
        place.Find("button.primary").Click();
        Assert.Equal(owed, chosen);
        Assert.Empty(Server.To("POST", Routes.CallOwed(Routes.Callbacks, owed)));

        place.Render(p => p.Add(n => n.Chosen, chosen));
        Assert.Contains("Call …01 now?", place.Markup, StringComparison.Ordinal);
        place.Find("button.primary").Click();
        place.WaitForAssertion(() => Assert.Single(Server.To("POST", Routes.CallOwed(Routes.Callbacks, owed))));
        Assert.Single(Server.To("POST", Routes.Take(Routes.Callbacks, owed)));
        Assert.Null(chosen);
    }

    [Fact]
    public void Is_asked_for_anew_when_a_promise_was_made()
    {
        var asked = 0;
        Picture.PlacesMoved += () => asked++;
        Picture.Take(Call("Waiting", null));
        Assert.Equal(0, asked);
        Picture.Take(Call("Callback", null));
        Assert.Equal(1, asked);
    }

    private void Finds(Guid? next, Guid[] order, params Helpline.Contracts.Calls.CallCard[] calls)
    {
        var snapshot = Sees(null, null, calls) with { Queue = new(order, [Card()], next) };
        Server.Answers("GET", Routes.Board, snapshot);
        Picture.Take(snapshot, Picture.Pushes);
    }

    private CallbackCard Card() => new(owed, Guid.NewGuid(), "Open", "ru", Now.AddMinutes(-9), Now.AddMinutes(-8), "counselor2", true, "AnyTime", false, true, "01", null, 3);
}
