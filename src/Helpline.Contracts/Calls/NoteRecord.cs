namespace Helpline.Contracts.Calls;

/// <summary>A note with all that was ever written in it.</summary>
/// <param name="Mine">The reader wrote it.</param>
/// <param name="EditableUntil">UTC, until when its author may correct it; null for a draft.</param>
/// <param name="Editable">The reader may change it now.</param>
/// <param name="Addenda">The oldest first.</param>
/// <param name="Versions">The newest first; none for a draft.</param>
public sealed record NoteRecord(
    NoteCard Note, bool Mine, bool Editable, DateTime? EditableUntil, IReadOnlyList<AddendumCard> Addenda, IReadOnlyList<NoteVersionCard> Versions);

/// <param name="At">UTC.</param>
/// <param name="Author">User name.</param>
public sealed record AddendumCard(DateTime At, string Author, string Text);

/// <param name="Number">From 1.</param>
/// <param name="What">Finished or Amended.</param>
/// <param name="At">UTC.</param>
/// <param name="By">User name.</param>
public sealed record NoteVersionCard(int Number, string What, DateTime At, string By, NoteCard Note);

/// <param name="Text">At most <see cref="NoteCard.SummaryLength"/> characters.</param>
public sealed record NewAddendum(string Text);
