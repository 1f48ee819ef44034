using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Dashboard.Accounts;
using Helpline.Dashboard.Board;
using Helpline.Dashboard.Calls;
using Helpline.Dashboard.Layout;
using Helpline.Tests.Dashboard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

/// <summary>A call leaves its counselor when her time is up, when her line is lost, or when another window ends it: her words stay hers.</summary>
public class A_note_whose_call_is_over : DashboardContext
{
    [Fact]
    public async Task Is_stored_when_the_time_ran_out_in_mid_word()
    {
        var place = await Writing("half a wo");
        Server.Answers("PUT", Routes.Note(CallId), Note(2, "half a wo"));

        await TheCallIsOver(place);

        Assert.Equal("half a wo", Changes().Single().Summary);
        Assert.Empty(Mine.Kept);
        Assert.Empty(place.FindAll(".kept-note"));
    }

    [Fact]
    public async Task Stays_in_sight_until_the_server_is_back()
    {
        var place = await Writing("kept");
        for (var attempt = 0; attempt < 3; attempt++)
            Server.IsAway("PUT", Routes.Note(CallId));
        Server.Answers("PUT", Routes.Note(CallId), Note(2, "kept"));

        await TheCallIsOver(place);
        await Pass(place, seconds: 2);
        Assert.Equal("kept", place.Find($"#kept-{CallId:N}-summary").GetAttribute("value"));
        Assert.Contains("cannot be reached", place.Find(".kept-note .note-state").TextContent);
        Assert.Contains("Call of", place.Find(".kept-note").TextContent);
        Assert.True(Mine.WouldLose());

        await Pass(place, seconds: 4);
        Assert.Empty(place.FindAll(".kept-note"));
        Assert.False(Mine.WouldLose());
    }

    [Fact]
    public async Task Of_a_call_that_a_colleague_has_taken_meanwhile_is_there_to_be_copied_until_it_is_let_go()
    {
        var place = await Writing("for her");
        Server.Refuses("PUT", Routes.Note(CallId), HttpStatusCode.Forbidden, new { });

        await TheCallIsOver(place);
        Assert.Contains("with a colleague now", place.Find(".kept-note .note-state").TextContent);
        await place.Find(".kept-note > p > button").ClickAsync(new());

        Assert.Empty(Mine.Kept);
        Assert.Empty(place.FindAll(".kept-note"));
    }

    [Fact]
    public async Task Comes_back_with_its_call()
    {
        var place = await Writing("still here");
        Server.Refuses("PUT", Routes.Note(CallId), HttpStatusCode.Unauthorized, new { });
        Server.Answers("PUT", Routes.Note(CallId), Note(2, "still here"));
        await TheCallIsOver(place);
        Assert.Single(Mine.Kept);

        await place.InvokeAsync(() => Sees(mine: Call("Talking")));

        Assert.Equal(("still here", SaveState.Saved), (Mine.Note!.Fields.Summary, Mine.Note.State));
        Assert.Empty(Mine.Kept);
    }

    [Fact]
    public async Task Keeps_its_counselor_signed_in_until_it_is_stored_and_says_why()
    {
        SignedIn();
        await Writing("mine");
        Server.Refuses("PUT", Routes.Note(CallId), HttpStatusCode.Conflict, new { current = Note(5, "theirs") });
        var menu = Render<UserMenu>();

        await menu.Find("button").ClickAsync(new());

        Assert.Empty(Server.To("DELETE", Routes.Session));
        Assert.Contains("changed in another window", Services.GetRequiredService<Toasts>().Text);
        Server.Forgets("PUT", Routes.Note(CallId));
        Server.Answers("PUT", Routes.Note(CallId), Note(6, "mine"));
        await menu.InvokeAsync(() => Mine.Note!.Settle(Mine.Note.Fields));
        await menu.Find("button").ClickAsync(new());
        Assert.Single(Server.To("DELETE", Routes.Session));
        Assert.Null(Services.GetRequiredService<CurrentSession>().Who);
    }

    [Theory, InlineData(true, 1), InlineData(false, 0)]
    public async Task Keeps_the_page_in_its_language_until_it_is_stored(bool stored, int loads)
    {
        var languages = Render<LanguageSwitch>(l => l.Add(p => p.Chosen, _ => Task.FromResult(stored)));
        await languages.Find("[lang=kk]").ClickAsync(new());
        Assert.Equal(loads, Page.Invocations.Count(call => call.Identifier == "speak"));
    }

    private IEnumerable<NoteChange> Changes() => Server.To("PUT", Routes.Note(CallId)).Select(request => request.Read<NoteChange>());

    private async Task<IRenderedComponent<MyPlace>> Writing(string words)
    {
        Server.Answers("GET", Routes.Note(CallId), Note(1));
        _ = Mine;
        Sees(mine: Call("WrapUp"));
        await Services.GetRequiredService<Catalog>().Load();
        var place = Render<MyPlace>();
        place.Find("#summary").Input(words);
        return place;
    }

    private Task TheCallIsOver(IRenderedComponent<MyPlace> place) => place.InvokeAsync(() => Sees(calls: Call("Done")));

    private async Task Pass(IRenderedComponent<MyPlace> place, int seconds)
    {
        for (var quarter = 0; quarter < 4 * seconds; quarter++)
        {
            await place.InvokeAsync(() => Clock.Advance(TimeSpan.FromMilliseconds(250)));
            await Task.Yield();
        }
    }
}
