using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Dashboard.Calls;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_note_being_read : DashboardContext
{
    [Fact]
    public async Task Of_a_colleague_asks_for_the_reason_first()
    {
        Server.Refuses("GET", Routes.NoteRecord(CallId), HttpStatusCode.BadRequest, new { errors = new Dictionary<string, string[]> { ["reason"] = ["why?"] } });
        Server.Answers("GET", Routes.For(Routes.NoteRecord(CallId), "supervision"), Record(mine: false));
        var view = Render<NoteView>(v => v.Add(p => p.Contact, CallId));
        Assert.DoesNotContain("what was said", view.Markup);

        view.Find("select").Change("supervision");
        await view.Find("button").ClickAsync(new());

        Assert.Contains("what was said", view.Markup);
        Assert.Contains("2. Corrected", view.Find("details").TextContent);
        Assert.DoesNotContain("Edit", view.Markup);
    }

    [Fact]
    public void That_is_not_open_to_the_reader_says_so()
    {
        Server.Refuses("GET", Routes.NoteRecord(CallId), HttpStatusCode.Forbidden, new { });
        var view = Render<NoteView>(v => v.Add(p => p.Contact, CallId));
        Assert.Equal("There is no note, or it is not open to you.", view.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task Is_added_to()
    {
        Server.Answers("GET", Routes.NoteRecord(CallId), Record(mine: true));
        var view = Render<NoteView>(v => v.Add(p => p.Contact, CallId));
        view.Find("textarea").Input("She is well.");
        Server.Forgets("GET", Routes.NoteRecord(CallId));
        Server.Answers("GET", Routes.NoteRecord(CallId), Record(mine: true) with { Addenda = [new(Now, Me, "She is well.")] });

        await view.FindAll("button").Single(button => button.TextContent == "Add").ClickAsync(new());

        Assert.Equal("She is well.", Server.To("POST", Routes.Addenda(CallId)).Single().Read<NewAddendum>().Text);
        Assert.Contains("She is well.", view.Find(".note-added").TextContent);
        Assert.Equal("", view.Find("textarea").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Is_stored_when_its_page_is_left_in_mid_word()
    {
        Server.Answers("GET", Routes.NoteRecord(CallId), Record(mine: true));
        Server.Answers("GET", Routes.Note(CallId), Finished);
        Server.Answers("PUT", Routes.Note(CallId), Finished with { Summary = "half a wo", Version = 8 });
        var view = Render<NoteView>(v => v.Add(p => p.Contact, CallId));
        await view.FindAll("button").Single(button => button.TextContent == "Edit").ClickAsync(new());
        view.Find("#view-summary").Input("half a wo");

        await DisposeComponentsAsync();

        Assert.Equal("half a wo", Server.To("PUT", Routes.Note(CallId)).Single().Read<NoteChange>().Summary);
    }

    [Fact]
    public async Task Is_corrected_by_its_author_in_the_same_form()
    {
        Server.Answers("GET", Routes.NoteRecord(CallId), Record(mine: true));
        Server.Answers("GET", Routes.Note(CallId), Finished);
        var view = Render<NoteView>(v => v.Add(p => p.Contact, CallId));
        await view.FindAll("button").Single(button => button.TextContent == "Edit").ClickAsync(new());
        Server.Answers("PUT", Routes.Note(CallId), Finished with { Summary = "what was meant", Version = 8 });
        view.Find("#view-summary").Input("what was meant");

        await view.FindAll("button").Single(button => button.TextContent == "Close the form").ClickAsync(new());

        Assert.Equal("what was meant", Server.To("PUT", Routes.Note(CallId)).Single().Read<NoteChange>().Summary);
        Assert.Empty(view.FindAll("form"));
    }

    [Fact]
    public async Task That_nobody_wrote_yet_is_begun_by_whoever_answers_for_the_contact()
    {
        Server.Refuses("GET", Routes.NoteRecord(CallId), HttpStatusCode.NotFound, new { });
        Server.Refuses("GET", Routes.Note(CallId), HttpStatusCode.NotFound, new { });
        var view = Render<NoteView>(v => v.Add(p => p.Contact, CallId).Add(p => p.Mine, true));
        Server.Answers("PUT", Routes.Note(CallId), Note(1, "she came in person"));
        Server.Refuses("POST", Routes.FinishNote(CallId), HttpStatusCode.BadRequest, new { errors = new Dictionary<string, string[]> { ["safetySteps"] = ["what was done?"] } });
        view.Find("#view-summary").Input("she came in person");

        await view.FindAll("button").Single(button => button.TextContent == "Finish the note").ClickAsync(new());

        Assert.Equal(0, Server.To("PUT", Routes.Note(CallId)).Single().Read<NoteChange>().Version);
        Assert.Equal("she came in person", view.Find("#view-summary").GetAttribute("value"));
        Assert.Contains("Not saved: correct the marked field.", view.Markup);
    }

    private NoteCard Finished => Note(7, "what was said") with { Author = Me, FinishedAt = Now };

    private NoteRecord Record(bool mine) => new(
        Finished, mine, mine, Now.AddDays(1), [],
        [new(2, "Amended", Now, Me, Finished), new(1, "Finished", Now, Me, Note(5, "what was heard"))]);
}
