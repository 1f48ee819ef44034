namespace Helpline.Domain.Notes;

public enum NoteState
{
    /// <summary>Saved as it is typed; a finished call may leave its note so.</summary>
    Draft,

    /// <summary>Part of the record. Its author may correct it for a day, and then it only gets addenda.</summary>
    Final,
}

public enum NoteEvent { Saved, Finished, Amended, Added }

/// <summary>The life of a note: the only list of legal moves. How long it may be amended is told by <see cref="Note"/>.</summary>
public static class NoteFlow
{
    public static NoteState? Next(NoteState state, NoteEvent what) => (state, what) switch
    {
        (NoteState.Draft, NoteEvent.Saved) => NoteState.Draft,
        (NoteState.Draft, NoteEvent.Finished) => NoteState.Final,
        (NoteState.Final, NoteEvent.Amended or NoteEvent.Added) => NoteState.Final,
        _ => null,
    };
}
