using Helpline.Contracts.Calls;
using Helpline.Domain.Notes;
using Helpline.Server.Privacy;

namespace Helpline.Server.Notes;

/// <summary>A note as its readers see it, and as it is sealed.</summary>
internal sealed class NoteCards(Vault vault)
{
    public NoteCard Of(Note note) => new(note.CallId, note.Kind, note.Topic, note.Risk, Summary(note), note.Outcome, note.SavedAt, note.Version);

    /// <summary>Writes the fields that are not null; an empty one is cleared.</summary>
    public void Write(Note note, NoteChange change, DateTime now)
    {
        note.Kind = Field(note.Kind, change.Kind);
        note.Topic = Field(note.Topic, change.Topic);
        note.Risk = Field(note.Risk, change.Risk);
        note.Outcome = Field(note.Outcome, change.Outcome);
        if (change.Summary is { } summary) note.SealedSummary = summary.Length == 0 ? null : vault.Seal(summary, Place(note));
        note.SavedAt = now;
    }

    private string Summary(Note note) => note.SealedSummary is { } text ? vault.Open(text, Place(note)) : "";

    private static string? Field(string? old, string? changed) => changed is null ? old : changed.Length == 0 ? null : changed;

    private static string Place(Note note) => $"Notes|SealedSummary|{note.CallId:N}";
}
