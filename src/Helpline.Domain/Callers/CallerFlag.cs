namespace Helpline.Domain.Callers;

/// <summary>What a flag does.</summary>
public enum FlagLevel
{
    /// <summary>The caller is asked for respect, and the counselor sees the flag.</summary>
    Warn,

    /// <summary>And is never raised in the queue.</summary>
    NoPriority,

    /// <summary>And hears why no call is taken, the emergency number, and goodbye.</summary>
    MessageAndHangUp,
}

/// <summary>Why a counselor ended a talk. Silence is none: a silent caller may be in danger.</summary>
public enum AbuseReason { Insult, Sexual, Threat, Prank }

/// <summary>A flag on a caller's number, known by its hash; short, and ended by its time or by a supervisor. Times are UTC.</summary>
public sealed class CallerFlag : IVersioned
{
    /// <summary>How long a flag holds unless a supervisor makes it longer.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromHours(24);

    public required Guid Id { get; init; }
    public required string Hash { get; init; }

    /// <summary>The call that it was set for.</summary>
    public required Guid CallId { get; init; }
    public required AbuseReason Reason { get; init; }

    /// <summary>User name of the author.</summary>
    public required string By { get; init; }
    public required DateTime At { get; init; }
    public required FlagLevel Level { get; set; }
    public required DateTime Until { get; set; }

    /// <summary>User name of the supervisor who changed or lifted it.</summary>
    public string? ChangedBy { get; set; }
    public DateTime? LiftedAt { get; set; }
    public long Version { get; private set; }

    /// <summary>The next level for somebody who has this one: none begins with a warning.</summary>
    public static FlagLevel After(FlagLevel? known) => known switch
    {
        null => FlagLevel.Warn,
        FlagLevel.Warn => FlagLevel.NoPriority,
        _ => FlagLevel.MessageAndHangUp,
    };
}
