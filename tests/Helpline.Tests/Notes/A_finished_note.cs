using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Domain.Notes;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Notes;

public class A_finished_note
{
    [Fact]
    public async Task Is_corrected_by_its_author_for_a_day_and_every_version_is_kept()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        await aigul.Writes(call, Text("as she finished it"));
        await aigul.Finishes(call, "counseling");
        await aigul.Writes(call, Text("corr"));
        await aigul.Writes(call, Text("corrected"));
        host.Leaps(NoteVersion.OneCorrection);
        await aigul.Writes(call, Text("corrected again"));

        var record = await aigul.Gets<NoteRecord>(Routes.NoteRecord(call));
        Assert.Equal((true, true, record.Note.FinishedAt + Note.EditTime), (record.Mine, record.Editable, record.EditableUntil));
        Assert.Equal(
            [(3, "Amended", "corrected again"), (2, "Amended", "corrected"), (1, "Finished", "as she finished it")],
            record.Versions.Select(v => (v.Number, v.What, v.Note.Summary)));
        Assert.DoesNotContain("corrected", string.Join(' ', await host.Reads(db => db.NoteVersions.Select(v => v.Sealed).ToListAsync())));
    }

    [Fact]
    public async Task Only_gets_addenda_after_a_day()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        await aigul.Writes(call, Text("as it was"));
        await aigul.Finishes(call, "counseling");
        host.Clock.Advance(Note.EditTime + TimeSpan.FromSeconds(1));
        await using var nextDay = await host.SignIn();

        Assert.Equal(HttpStatusCode.Conflict, (await nextDay.Puts(Routes.Note(call), Text("too late"))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await nextDay.Posts(Routes.Addenda(call), new NewAddendum("She called again."))).StatusCode);

        var record = await nextDay.Gets<NoteRecord>(Routes.NoteRecord(call));
        Assert.Equal(("as it was", false), (record.Note.Summary, record.Editable));
        Assert.Equal([("counselor1", "She called again.")], record.Addenda.Select(a => (a.Author, a.Text)));
    }

    [Fact]
    public async Task Is_added_to_by_whoever_may_read_it_and_by_nobody_else()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        await using var dana = await host.SignIn("counselor2");
        await using var erlan = await host.SignIn("supervisor1");
        var call = await aigul.TalksIn(host);
        Assert.Equal(HttpStatusCode.Conflict, (await erlan.Posts(Routes.Addenda(call), new NewAddendum("To a draft"))).StatusCode);
        await aigul.Finishes(call, "counseling");

        Assert.Equal(HttpStatusCode.NoContent, (await erlan.Posts(Routes.Addenda(call), new NewAddendum("Well done"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await dana.Posts(Routes.Addenda(call), new NewAddendum("Mine too"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await aigul.Posts(Routes.Addenda(call), new NewAddendum("  "))).StatusCode);
        Assert.Equal(["supervisor1"], (await aigul.Gets<NoteRecord>(Routes.NoteRecord(call))).Addenda.Select(a => a.Author));
    }

    [Fact]
    public async Task Of_a_call_whose_wrap_up_ended_by_itself_is_finished_later()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        await aigul.HangsUp(call);
        await aigul.SeesState(call, "WrapUp");
        host.Clock.Advance(TimeSpan.FromSeconds(590));
        await aigul.SeesState(call, "Done", TimeSpan.FromSeconds(60));
        Assert.Null((await aigul.Gets<NoteCard>(Routes.Note(call))).FinishedAt);

        Assert.Equal(HttpStatusCode.OK, (await aigul.Posts(Routes.FinishNote(call))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await aigul.Posts(Routes.FinishNote(call))).StatusCode);
        Assert.Single((await aigul.Gets<NoteRecord>(Routes.NoteRecord(call))).Versions);
    }

    [Fact]
    public void Moves_only_as_its_life_allows()
    {
        var moves = from state in Enum.GetValues<NoteState>() from what in Enum.GetValues<NoteEvent>() where NoteFlow.Next(state, what) is not null select (state, what, NoteFlow.Next(state, what));
        Assert.Equal(
            [
                (NoteState.Draft, NoteEvent.Saved, NoteState.Draft), (NoteState.Draft, NoteEvent.Finished, NoteState.Final),
                (NoteState.Final, NoteEvent.Amended, NoteState.Final), (NoteState.Final, NoteEvent.Added, NoteState.Final),
            ], moves);
    }

    private static NoteChange Text(string summary) => new(null, null, null, null, summary, null);
}
