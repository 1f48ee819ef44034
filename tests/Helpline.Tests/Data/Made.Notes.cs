using Helpline.Domain.Calls;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Notes;

namespace Helpline.Tests.Data;

internal static partial class Made
{
    public static Contact ContactOf(Call call, string counselor = "counselor1") =>
        new() { Id = call.Id, Number = "20261102-0001", Channel = Channel.Call, StartedAt = call.ArrivedAt, Counselor = counselor, CallerHash = call.NumberHash, Alias = "K7Q2M" };

    public static Grant NotesOf(Contact contact, string userName) =>
        new() { UserName = userName, Subject = Subject.Contact, SubjectId = contact.Id, Ground = GrantGround.Shared, Notes = true, SortAt = contact.StartedAt };

    public static Note FinishedNote(Call call, DateTime now, string author = "counselor1")
    {
        var note = Note(call, now, author);
        (note.Risk, note.SafetySteps) = ("high", ["emergency_called"]);
        Assert.True(note.Finish(now));
        return note;
    }
}
