using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Domain.Calls;
using Helpline.Domain.Notes;
using Helpline.Server.Accounts;
using Helpline.Server.Notes;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task Notes()
    {
        var call = Made.Call(CallState.WrapUp, paper.Now);
        var (contact, grant) = (Made.ContactOf(call), Made.NotesOf(Made.ContactOf(call), "counselor2"));
        var me = await SignsIn("counselor1");
        paper.Holds(me, contact, grant);
        await Asks(HttpMethod.Put, Routes.Note(call.Id), new NoteChange(0, null, ["service_kinds.social_legal"], "high", "text", null, new("Yes"), null, ["emergency_called"], null, new("self")));
        foreach (var note in new[] { Made.Note(call, paper.Now), Made.FinishedNote(call, paper.Now) })
        {
            paper.Holds([me, call, contact, grant, note, .. Written(note)]);
            await Asks(HttpMethod.Put, Routes.Note(call.Id), new NoteChange(null, null, null, "imminent", "more", null, SafetySteps: ["emergency_called"]));
            await Asks(HttpMethod.Put, Routes.Note(call.Id), new NoteChange(null, null, null, "high", null, null, SafetySteps: []));
            await Asks(HttpMethod.Post, Routes.FinishNote(call.Id));
            await Asks(HttpMethod.Post, Routes.Addenda(call.Id), new NewAddendum("more"));
            await Asks(HttpMethod.Get, Routes.NoteRecord(call.Id));
            await Asks(HttpMethod.Get, Routes.MyTopics);
            await Asks(HttpMethod.Get, Routes.EarlierContacts(call.Id));
        }
        foreach (var reader in new[] { await SignsIn("counselor2"), await SignsIn("supervisor1", Roles.Supervisor), await SignsIn("supervisor2", Roles.Supervisor) })
        {
            await SignsIn(reader.UserName!, [.. reader.Roles]);
            if (reader.UserName == "supervisor2") reader.Team = "north";
            paper.Holds(reader, call, contact, grant, Made.FinishedNote(call, paper.Now));
            await Asks(HttpMethod.Get, Routes.For(Routes.Note(call.Id), "supervision"));
            await Asks(HttpMethod.Get, Routes.Call(call.Id));
            await Asks(HttpMethod.Get, Routes.EarlierContacts(call.Id));
        }
    }

    /// <summary>A correction of just now, and something added.</summary>
    private object[] Written(Note note)
    {
        var cards = paper.Services.GetRequiredService<NoteCards>();
        var id = Guid.CreateVersion7();
        return
        [
            new NoteVersion { CallId = note.CallId, Number = 2, What = NoteEvent.Amended, By = note.Author, At = paper.Now, Sealed = cards.Keep(note, 2) },
            new NoteAddendum { Id = id, CallId = note.CallId, Author = note.Author, At = paper.Now, SealedText = cards.Seal("more", id) },
        ];
    }
}
