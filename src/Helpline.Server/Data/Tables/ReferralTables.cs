using Helpline.Domain.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class ReferralTable : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> referral)
    {
        referral.Property(r => r.Id).ValueGeneratedNever();
        referral.Property(r => r.Number).HasMaxLength(16);
        referral.Property(r => r.Sender).HasMaxLength(60);
        referral.Property(r => r.Receiver).HasMaxLength(60);
        referral.Property(r => r.Team).HasMaxLength(40);
        referral.Property(r => r.ServiceKind).HasMaxLength(40);
        referral.Property(r => r.Urgency).HasMaxLength(40);
        foreach (var text in new[] { nameof(Referral.SealedReason), nameof(Referral.SealedForPartner), nameof(Referral.SealedReach), nameof(Referral.SealedRemark) })
            referral.Property(text).HasMaxLength(-1);
        referral.Property(r => r.Services).HasConversion(
            codes => string.Join(' ', codes),
            text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList(),
            new ValueComparer<List<string>>((a, b) => a!.SequenceEqual(b!), l => l.Aggregate(0, HashCode.Combine), l => l.ToList()));
        Index(referral);
    }

    /// <summary>One for each list, in the order the list has.</summary>
    private static void Index(EntityTypeBuilder<Referral> referral)
    {
        referral.HasIndex(r => r.Number).IsUnique();
        referral.HasIndex(r => new { r.CreatedAt, r.Id });
        referral.HasIndex(r => new { r.Team, r.CreatedAt, r.Id });
        referral.HasIndex(r => new { r.State, r.CreatedAt, r.Id });
        referral.HasIndex(r => new { r.Urgency, r.CreatedAt, r.Id });
        referral.HasIndex(r => new { r.Sender, r.CreatedAt, r.Id });
        // What she has to look at is counted each time her work is shown.
        referral.HasIndex(r => new { r.Sender, r.State, r.CreatedAt, r.Id });
        referral.HasIndex(r => new { r.Receiver, r.State, r.CreatedAt, r.Id });
        referral.HasIndex(r => new { r.OrganizationId, r.State, r.CreatedAt, r.Id });
        referral.HasIndex(r => new { r.SentAt, r.Id });
        referral.HasIndex(r => new { r.Team, r.SentAt, r.Id });
        referral.HasIndex(r => new { r.State, r.SentAt, r.Id });
        referral.HasIndex(r => new { r.Urgency, r.SentAt, r.Id });
        referral.HasIndex(r => r.DueAt);
        referral.HasIndex(r => r.CaseId);
        referral.HasIndex(r => r.PersonId);
        referral.HasIndex(r => r.ContactId);
    }
}

internal sealed class PartnerLinkTable : IEntityTypeConfiguration<PartnerLink>
{
    public void Configure(EntityTypeBuilder<PartnerLink> link)
    {
        link.Property(l => l.Id).ValueGeneratedNever();
        link.Property(l => l.TokenHash).HasMaxLength(64);
        link.Property(l => l.Language).HasMaxLength(8);
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => l.ReferralId);
    }
}
