using Helpline.Domain.Referrals;

namespace Helpline.Tests.Data;

/// <summary>Referrals in the middle of their lives.</summary>
internal static partial class Made
{
    public static Referral Referral(DateTime now, ReferralState state = ReferralState.Draft, string sender = "counselor1", string? receiver = null, string number = "20261102-0001")
    {
        var referral = new Referral
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            Sender = sender,
            Receiver = receiver,
            CreatedAt = now,
            OrganizationName = "Үміт",
            ServiceKind = "social_legal",
            Urgency = "routine",
            SealedReason = "k1:sealed",
            SealedForPartner = "k1:sealed",
            SealedReach = "k1:sealed",
            Consent = true,
        };
        foreach (var move in new[] { ReferralEvent.Sent, ReferralEvent.Received, ReferralEvent.Accepted, ReferralEvent.Scheduled, ReferralEvent.Started, ReferralEvent.Completed })
            if (referral.State < state) referral.Move(new(move, receiver) { Deadlines = new(now.AddHours(1), now.AddHours(2)), From = now, Responsible = "Saule" }, now);
        return referral;
    }

    public static PartnerLink Link(Referral referral, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        ReferralId = referral.Id,
        TokenHash = "hash",
        Language = "ru",
        CreatedBy = referral.Sender,
        CreatedAt = now,
        ExpiresAt = now.AddDays(1),
    };
}
