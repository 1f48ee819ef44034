using Helpline.Contracts.Calls;

namespace Helpline.Dashboard.Calls;

public enum NoteField { Kind, Topic, Risk, Outcome, Summary }

/// <summary>The written part of a note; a field not filled is an empty string.</summary>
public sealed record NoteFields(string Kind, string Topic, string Risk, string Outcome, string Summary)
{
    public static readonly NoteField[] All = Enum.GetValues<NoteField>();

    public static readonly NoteFields Empty = new("", "", "", "", "");

    public string this[NoteField field] => field switch
    {
        NoteField.Kind => Kind,
        NoteField.Topic => Topic,
        NoteField.Risk => Risk,
        NoteField.Outcome => Outcome,
        NoteField.Summary => Summary,
    };

    public static NoteFields Of(NoteCard note) => new(note.Kind ?? "", note.Topic ?? "", note.Risk ?? "", note.Outcome ?? "", note.Summary);

    public NoteFields With(NoteField field, string value) => field switch
    {
        NoteField.Kind => this with { Kind = value },
        NoteField.Topic => this with { Topic = value },
        NoteField.Risk => this with { Risk = value },
        NoteField.Outcome => this with { Outcome = value },
        NoteField.Summary => this with { Summary = value },
    };

    /// <summary>Only what differs from the stored note travels.</summary>
    public NoteChange ChangeOf(NoteFields stored, long version)
    {
        return new(version, Changed(NoteField.Kind), Changed(NoteField.Topic), Changed(NoteField.Risk), Changed(NoteField.Summary), Changed(NoteField.Outcome));

        string? Changed(NoteField field) => this[field] == stored[field] ? null : this[field];
    }

    /// <summary>Fields that both sides changed since <paramref name="stored"/>, to different values.</summary>
    public IEnumerable<NoteField> ClashesWith(NoteFields theirs, NoteFields stored) =>
        All.Where(field => this[field] != stored[field] && theirs[field] != stored[field] && this[field] != theirs[field]);

    /// <summary>Mine where I changed something since <paramref name="stored"/>, theirs elsewhere.</summary>
    public NoteFields Over(NoteFields theirs, NoteFields stored) =>
        All.Aggregate(theirs, (merged, field) => this[field] == stored[field] ? merged : merged.With(field, this[field]));
}
