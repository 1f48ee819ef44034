using Helpline.Contracts;
using Helpline.Contracts.Calls;

namespace Helpline.Dashboard.Api;

internal sealed partial class HelplineApi
{
    /// <summary>The reader's own note, to write in it.</summary>
    public Task<Answer<NoteCard>> Note(Guid contact) => Get<NoteCard>(Routes.Note(contact));
    public Task<Answer<NoteCard>> Save(Guid contact, NoteChange change) => Send<NoteCard>(HttpMethod.Put, Routes.Note(contact), change);
    public Task<Answer<NoteCard>> FinishNote(Guid contact) => Send<NoteCard>(HttpMethod.Post, Routes.FinishNote(contact));

    /// <param name="reason">Why the reader opens a note that is not hers.</param>
    public Task<Answer<NoteRecord>> NoteRecord(Guid contact, string? reason) => Get<NoteRecord>(Routes.For(Routes.NoteRecord(contact), reason));
    public Task<Answer<Nothing>> AddToNote(Guid contact, string text) => Send<Nothing>(HttpMethod.Post, Routes.Addenda(contact), new NewAddendum(text));
    public Task<Answer<EarlierContacts>> EarlierContacts(Guid contact) => Get<EarlierContacts>(Routes.EarlierContacts(contact));
    public Task<Answer<string[]>> MyTopics() => Get<string[]>(Routes.MyTopics);
}
