using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>The links by which partners without an account see and answer a referral; one holds at a time.</summary>
internal sealed partial class CaseworkDesk
{
    private const int TokenBytes = 32;

    /// <returns>The token, which is nowhere kept; null while there is nothing for a receiver to do.</returns>
    public async Task<(string Token, PartnerLink Link)?> MakePartnerLink(Referral referral, string language, int days)
    {
        if (!ReferralFlow.IsToAnswer(referral.State) && !ReferralFlow.IsInHand(referral.State)) return null;
        await RevokePartnerLinks(referral);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var link = new PartnerLink
        {
            Id = Guid.CreateVersion7(),
            ReferralId = referral.Id,
            TokenHash = HashOf(token),
            Language = language,
            CreatedBy = who.UserName!,
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        };
        db.PartnerLinks.Add(link);
        Record(Subject.Referral, referral.Id, referral.CaseId, "LinkMade");
        Audit(AuditAction.Shared, Subject.Referral, referral.Id, "link");
        return (token, link);
    }

    /// <returns>How many held until now.</returns>
    public async Task<int> RevokePartnerLinks(Referral referral)
    {
        var holding = await db.PartnerLinks.Where(l => l.ReferralId == referral.Id && l.RevokedAt == null && l.ExpiresAt > now).ToListAsync();
        foreach (var link in holding) link.Revoke(who.UserName, now);
        if (holding.Count > 0) Record(Subject.Referral, referral.Id, referral.CaseId, "LinkRevoked");
        return holding.Count;
    }

    /// <summary>The referral that a link opens now, and what to tell when it does not. Every look at one is written down.</summary>
    public async Task<(LinkStanding Standing, PartnerLink? Link, Referral? Referral)> OpenPartnerLink(string token)
    {
        var hash = HashOf(token);
        var link = await db.PartnerLinks.FirstOrDefaultAsync(l => l.TokenHash == hash);
        var referral = link is null ? null : await db.Referrals.FindAsync(link.ReferralId);
        if (link is null || referral is null) return (LinkStanding.Unknown, null, null);
        var standing = link.Standing(referral.State, now);
        if (standing == LinkStanding.Good) link.Open(now);
        Audit(standing == LinkStanding.Good ? AuditAction.LinkOpened : AuditAction.Refused, Subject.Referral, referral.Id, "link", by: Partner(link));
        return (standing, link, referral);
    }

    /// <summary>How histories name whoever holds a link.</summary>
    public static string Partner(PartnerLink link) => $"partner:{link.Id:N}";

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
