namespace Helpline.Domain.Referrals;

/// <summary>Whether a partner's link opens its referral.</summary>
public enum LinkStanding { Good, Unknown, Expired, Revoked, Answered }

/// <summary>Lets a partner without an account see and answer one referral. The token itself is nowhere kept. Times are UTC.</summary>
public sealed class PartnerLink : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid ReferralId { get; init; }

    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>kk, ru or en, until the reader chooses another.</summary>
    public required string Language { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? OpenedAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }
    public string? RevokedBy { get; private set; }
    public long Version { get; private set; }

    /// <param name="state">Of its referral: once the receiver has nothing to do, the link says no more.</param>
    public LinkStanding Standing(ReferralState state, DateTime now) =>
        RevokedAt is not null ? LinkStanding.Revoked
        : state >= ReferralState.Completed ? LinkStanding.Answered
        : ExpiresAt <= now ? LinkStanding.Expired
        : LinkStanding.Good;

    public void Open(DateTime now) => OpenedAt ??= now;

    /// <returns>False when it was revoked before.</returns>
    public bool Revoke(string? by, DateTime now)
    {
        if (RevokedAt is not null) return false;
        (RevokedAt, RevokedBy) = (now, by);
        return true;
    }
}
