using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Calls;

namespace Helpline.Dashboard.Calls;

/// <summary>What becomes of the words when the page, or the call, is left.</summary>
public sealed partial class NoteDraft
{
    /// <summary>Every word is stored.</summary>
    public bool IsStored => !Dirty && sent is null && Theirs is null;

    /// <summary>Words here would be lost with the page: the server does not take them as they are.</summary>
    internal bool IsStuck => !IsStored && State is SaveState.Unreachable or SaveState.SignedOut or SaveState.Refused or SaveState.NotYours or SaveState.Conflict;

    /// <summary>What a page that is being left still has to send; null when nothing.</summary>
    internal LastWords? Unsaved() => State is SaveState.Conflict or SaveState.Loading || !Dirty && sent is null
        ? null
        : new(Routes.Note(call), JsonSerializer.Serialize(LastChange(), JsonSerializerOptions.Web));

    // A save that is on its way may come before this one, after it or never, and nobody is left to merge: so it says everything, of no version.
    private NoteChange LastChange() => sent is null ? Fields.ChangeOf(version, stored) : Fields.ChangeOf(null, stored, sent);
}

/// <param name="Path">Where to PUT.</param>
/// <param name="Body">A <see cref="NoteChange"/> as JSON.</param>
internal sealed record LastWords(string Path, string Body);
