namespace Helpline.Contracts;

/// <summary>Notes; one that is not the reader's own is read with <c>?reason=</c>, a code of <c>access_reasons</c>, and each reading is recorded.</summary>
public static partial class Routes
{
    /// <summary>GET the topics that the reader has chosen lately, as <c>list.code</c>, the most used first.</summary>
    public const string MyTopics = "api/me/topics";

    /// <summary>POST: the note is finished; 400 names what is missing. Its author only.</summary>
    public static string FinishNote(Guid contact) => $"{Note(contact)}/finish";

    /// <summary>GET <see cref="Calls.NoteRecord"/>: the note with its addenda and versions.</summary>
    public static string NoteRecord(Guid contact) => $"{Note(contact)}/record";

    /// <summary>POST <see cref="Calls.NewAddendum"/>, for whoever may read the note.</summary>
    public static string Addenda(Guid contact) => $"{Note(contact)}/addenda";

    /// <summary>GET <see cref="Calls.EarlierContacts"/>: of the same telephone.</summary>
    public static string EarlierContacts(Guid contact) => $"api/contacts/{contact}/earlier";

    /// <summary>An address with the reason for reading what it shows.</summary>
    public static string For(string address, string? reason) => reason is null ? address : $"{address}?reason={Uri.EscapeDataString(reason)}";
}
