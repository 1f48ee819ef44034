namespace Helpline.Domain.Notes;

/// <summary>
/// What is written about one contact, by whoever talked. It begins with an accepted call, or with the first word on another
/// contact. Codes are of the catalog; times are UTC.
/// </summary>
public sealed class Note : IVersioned
{
    public const int MostTopics = 3;

    /// <summary>How long its author may correct a finished note.</summary>
    public static readonly TimeSpan EditTime = TimeSpan.FromHours(24);

    /// <summary>Of the contact, which for a call is the call's.</summary>
    public required Guid CallId { get; init; }

    /// <summary>User name of the author.</summary>
    public required string Author { get; set; }
    public required DateTime CreatedAt { get; init; }
    public string? Kind { get; set; }

    /// <summary>A code of <c>service_kinds</c>: the one topic of notes before there were three.</summary>
    public string? Topic { get; set; }

    /// <summary>At most <see cref="MostTopics"/>, each as <c>list.code</c>.</summary>
    public List<string> Topics { get; set; } = [];
    public string? Risk { get; set; }
    public RiskScreen Screen { get; set; } = new();

    /// <summary>Why the level is lower than the screen proposes, encrypted.</summary>
    public string? SealedRiskReason { get; set; }

    /// <summary>Codes of <c>safety_steps</c>: what was done for somebody in danger.</summary>
    public List<string> SafetySteps { get; set; } = [];

    /// <summary>Why nothing was done, encrypted.</summary>
    public string? SealedSafetyReason { get; set; }
    public Particulars About { get; set; } = new();

    /// <summary>The free text, encrypted.</summary>
    public string? SealedSummary { get; set; }
    public string? Outcome { get; set; }
    public DateTime SavedAt { get; set; }
    public DateTime? FinishedAt { get; private set; }
    public long Version { get; private set; }

    public NoteState State => FinishedAt is null ? NoteState.Draft : NoteState.Final;

    /// <summary>UTC, until when its author may correct the finished note; null for a draft.</summary>
    public DateTime? EditableUntil => FinishedAt + EditTime;

    /// <returns>False when it is too late to change anything: an addendum can say more.</returns>
    public bool Save(DateTime now)
    {
        if (now > EditableUntil || NoteFlow.Next(State, State == NoteState.Draft ? NoteEvent.Saved : NoteEvent.Amended) is null) return false;
        SavedAt = now;
        return true;
    }

    /// <returns>False when it is finished already, or <see cref="Lacks"/> something.</returns>
    public bool Finish(DateTime now)
    {
        if (NoteFlow.Next(State, NoteEvent.Finished) is null || Lacks().Any()) return false;
        FinishedAt = now;
        return true;
    }

    /// <returns>False for a draft: whoever has more to say writes it there.</returns>
    public bool TakesAddenda() => NoteFlow.Next(State, NoteEvent.Added) is not null;

    /// <summary>What must be filled before it can be finished.</summary>
    public IEnumerable<NoteLack> Lacks()
    {
        var level = RiskLevels.Of(Risk);
        if (Screen.Propose() is { } proposed && (level is null || level < proposed) && SealedRiskReason is null) yield return NoteLack.RiskReason;
        if (level >= RiskLevel.High && SafetySteps.Count == 0 && SealedSafetyReason is null) yield return NoteLack.SafetySteps;
    }
}

/// <summary>A field without which a note cannot be finished.</summary>
public enum NoteLack
{
    /// <summary>The level is lower than the screen proposes: why?</summary>
    RiskReason,

    /// <summary>Somebody is in danger: what was done, or why was nothing?</summary>
    SafetySteps,
}
