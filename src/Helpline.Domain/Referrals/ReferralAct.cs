namespace Helpline.Domain.Referrals;

/// <summary>By when a referral is to be answered and the person to be seen. UTC.</summary>
public sealed record Deadlines(DateTime AnswerBy, DateTime VisitBy);

/// <summary>A move and what is said with it. Codes are of the catalog; times are UTC.</summary>
/// <param name="By">User name, or <c>partner:</c> and the link's id; null when the system does it.</param>
public sealed record ReferralAct(ReferralEvent What, string? By)
{
    /// <summary>Why: needed for every refusal, end without result and hold.</summary>
    public string? Reason { get; init; }

    /// <summary>Words to the other side, encrypted.</summary>
    public string? SealedRemark { get; init; }

    /// <summary>The person or team that answers for it.</summary>
    public string? Responsible { get; init; }

    /// <summary>When the visit begins.</summary>
    public DateTime? From { get; init; }

    /// <summary>When the visit ends at the latest; of a hold, when it is looked at again.</summary>
    public DateTime? Until { get; init; }
    public string? Outcome { get; init; }
    public IReadOnlyList<string> Services { get; init; } = [];
    public string? Reached { get; init; }
    public string? NeedMet { get; init; }

    /// <summary>Of sending.</summary>
    public Deadlines? Deadlines { get; init; }

    /// <summary>Of a report: by when the sender is to look at it.</summary>
    public DateTime? ReviewBy { get; init; }
}
