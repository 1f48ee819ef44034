using Helpline.Contracts.Calls;

namespace Helpline.Dashboard.Calls;

public enum NoteField
{
    Kind, Topics, Risk, Outcome, Summary,
    Thoughts, Plan, Means, Time, Alone, SomeoneWith, RiskReason, SafetySteps, SafetyReason,
    CallerKind, CallerAge, CallerSex, NeedAge, NeedSex, Region, Language,
}

/// <summary>The written part of a note; a field not filled is an empty string, and several codes in one are words with a space between.</summary>
public sealed record NoteFields
{
    public static readonly NoteField[] All = Enum.GetValues<NoteField>();

    /// <summary>The questions of the risk screen, in the order they are asked.</summary>
    public static readonly NoteField[] Questions = [NoteField.Thoughts, NoteField.Plan, NoteField.Means, NoteField.Time, NoteField.Alone, NoteField.SomeoneWith];

    public static readonly NoteFields Empty = new([.. All.Select(_ => "")]);

    private readonly string[] values;

    private NoteFields(string[] values) => this.values = values;

    public string this[NoteField field] => values[(int)field];

    public string Kind => this[NoteField.Kind];

    public string Risk => this[NoteField.Risk];

    public string Summary
    {
        get => this[NoteField.Summary];
        init => values = Put(NoteField.Summary, value);
    }

    public bool Equals(NoteFields? other) => other is not null && values.SequenceEqual(other.values);

    public override int GetHashCode() => values.Aggregate(0, HashCode.Combine);

    public static NoteFields Of(NoteCard note) => new([.. All.Select(field => ValueOf(note, field) ?? "")]);

    public NoteFields With(NoteField field, string value) => new(Put(field, value));

    /// <summary>The codes of a field that holds several.</summary>
    public string[] Codes(NoteField field) => this[field].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Only what differs from what the server may hold travels.</summary>
    /// <param name="version">The stored note's; null to change it whatever it is meanwhile.</param>
    /// <param name="held">The stored note, and what is on its way there.</param>
    public NoteChange ChangeOf(long? version, params NoteFields[] held)
    {
        return new(
            version, Changed(NoteField.Kind), List(NoteField.Topics), Changed(NoteField.Risk), Changed(NoteField.Summary), Changed(NoteField.Outcome),
            Any(Questions) ? new(Changed(NoteField.Thoughts), Changed(NoteField.Plan), Changed(NoteField.Means), Changed(NoteField.Time), Changed(NoteField.Alone), Changed(NoteField.SomeoneWith)) : null,
            Changed(NoteField.RiskReason), List(NoteField.SafetySteps), Changed(NoteField.SafetyReason),
            Any(All[(int)NoteField.CallerKind..]) ? new(Changed(NoteField.CallerKind), Changed(NoteField.CallerAge), Changed(NoteField.CallerSex), Changed(NoteField.NeedAge), Changed(NoteField.NeedSex), Changed(NoteField.Region), Changed(NoteField.Language)) : null);

        string? Changed(NoteField field) => Differs(field) ? this[field] : null;

        string[]? List(NoteField field) => Differs(field) ? Codes(field) : null;

        bool Any(NoteField[] fields) => fields.Any(Differs);

        bool Differs(NoteField field) => held.Any(other => other[field] != this[field]);
    }

    /// <summary>Fields that both sides changed since <paramref name="stored"/>, to different values.</summary>
    public IEnumerable<NoteField> ClashesWith(NoteFields theirs, NoteFields stored) =>
        All.Where(field => this[field] != stored[field] && theirs[field] != stored[field] && this[field] != theirs[field]);

    /// <summary>Mine where I changed something since <paramref name="stored"/>, theirs elsewhere.</summary>
    public NoteFields Over(NoteFields theirs, NoteFields stored) =>
        All.Aggregate(theirs, (merged, field) => this[field] == stored[field] ? merged : merged.With(field, this[field]));

    private string[] Put(NoteField field, string value)
    {
        string[] changed = [.. values];
        changed[(int)field] = value;
        return changed;
    }

    private static string? ValueOf(NoteCard note, NoteField field) => field switch
    {
        NoteField.Kind => note.Kind,
        NoteField.Topics => string.Join(' ', note.Topics ?? []),
        NoteField.Risk => note.Risk,
        NoteField.Outcome => note.Outcome,
        NoteField.Summary => note.Summary,
        NoteField.Thoughts => note.Screen?.Thoughts,
        NoteField.Plan => note.Screen?.Plan,
        NoteField.Means => note.Screen?.Means,
        NoteField.Time => note.Screen?.Time,
        NoteField.Alone => note.Screen?.Alone,
        NoteField.SomeoneWith => note.Screen?.SomeoneWith,
        NoteField.RiskReason => note.RiskReason,
        NoteField.SafetySteps => string.Join(' ', note.SafetySteps ?? []),
        NoteField.SafetyReason => note.SafetyReason,
        NoteField.CallerKind => note.About?.CallerKind,
        NoteField.CallerAge => note.About?.CallerAge,
        NoteField.CallerSex => note.About?.CallerSex,
        NoteField.NeedAge => note.About?.NeedAge,
        NoteField.NeedSex => note.About?.NeedSex,
        NoteField.Region => note.About?.Region,
        NoteField.Language => note.About?.Language,
    };
}
