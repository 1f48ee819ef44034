namespace Helpline.Domain.FollowUps;

/// <summary>What became of one try.</summary>
public enum AttemptResult
{
    /// <summary>The person herself.</summary>
    Answered,
    NoAnswer,
    Busy,
    WrongNumber,
    OtherPerson,

    /// <summary>She does not want to be called again.</summary>
    Refused,
    NumberOff,
}

/// <summary>One try to reach somebody; appended, never altered. Times are UTC.</summary>
public sealed class FollowUpAttempt
{
    public required Guid Id { get; init; }
    public required Guid FollowUpId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>User name; null for a text message that the system sent.</summary>
    public string? By { get; init; }
    public required AttemptResult Result { get; init; }

    /// <summary>A vain one that counts; a second one in the same hours says nothing new.</summary>
    public required bool Counts { get; init; }

    /// <summary>A few words, encrypted.</summary>
    public string? SealedNote { get; init; }

    /// <summary>The call, when it went through our line.</summary>
    public Guid? CallId { get; init; }
}
