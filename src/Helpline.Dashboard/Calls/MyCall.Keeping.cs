using Helpline.Contracts.Calls;
using Microsoft.JSInterop;

namespace Helpline.Dashboard.Calls;

/// <summary>No word is lost because its call was left: a note stays until it is stored, or until the counselor lets it go.</summary>
internal sealed partial class MyCall
{
    private readonly List<KeptNote> kept = [];
    private CallCard? opened;

    /// <summary>Notes that were left with words not stored yet.</summary>
    public IReadOnlyList<KeptNote> Kept => kept;

    /// <summary>What the counselor writes, of this call and of those before.</summary>
    private IEnumerable<NoteDraft> Drafts => kept.Select(note => note.Draft).Concat(Note is { } note ? [note] : []);

    /// <summary>Takes over a note that is left, stores it, and keeps it in sight while it cannot be stored.</summary>
    /// <param name="of">The call it was written on; null for another contact.</param>
    public async Task Keep(NoteDraft draft, CallCard? of = null)
    {
        if (draft.IsStored)
        {
            draft.Dispose();
            return;
        }
        kept.Add(new(draft, of));
        draft.Changed += LetGoOfStored;
        await draft.Save();
        LetGoOfStored();
    }

    /// <summary>The counselor gives up what is not stored of it.</summary>
    public void Dismiss(NoteDraft draft)
    {
        if (TakeBack(draft.Call) is null)
            return;
        draft.Dispose();
        Changed?.Invoke();
    }

    /// <summary>Stores everything that is typed; null when it is, else why it is not.</summary>
    public async Task<SaveState?> Store()
    {
        foreach (var draft in Drafts.ToList())
        {
            if (!await draft.Save())
                return draft.State;
        }
        return null;
    }

    /// <summary>What the page sends when it is left in mid-word.</summary>
    [JSInvokable]
    public LastWords[] Unsaved() => [.. Drafts.Select(draft => draft.Unsaved()).OfType<LastWords>()];

    /// <summary>Whether the browser asks before it leaves the page.</summary>
    [JSInvokable]
    public bool WouldLose() => Drafts.Any(draft => draft.IsStuck);

    /// <summary>The call came back to her, or its note is let go.</summary>
    private NoteDraft? TakeBack(Guid call)
    {
        if (kept.Find(note => note.Draft.Call == call) is not { } back)
            return null;
        back.Draft.Changed -= LetGoOfStored;
        kept.Remove(back);
        return back.Draft;
    }

    private void LetGoOfStored()
    {
        foreach (var note in kept.FindAll(note => note.Draft.IsStored))
            Dismiss(note.Draft);
        Changed?.Invoke();
    }
}

/// <param name="Call">As it was when the note was opened; null for a contact that is no call.</param>
internal sealed record KeptNote(NoteDraft Draft, CallCard? Call);
