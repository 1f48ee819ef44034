using Helpline.Contracts.Referrals;
using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Helpline.Server.Casework;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Referrals;

/// <summary>A referral as its readers see it: each side what it may.</summary>
internal static class ReferralCards
{
    private const string Partner = "partner";

    public static ReferralCard Of(Referral r, DateTime now) => new(
        r.Id, r.Number, r.State.ToString(), r.OrganizationName, r.Receiver, r.ServiceKind, r.Urgency, r.Sender,
        r.CreatedAt, r.SentAt, r.DueAt, r.IsOverdue(now), r.VisitFrom, r.VisitUntil, r.Version);

    /// <param name="reads">Somebody whose work it is not has said why she reads it, and that was written down.</param>
    public static async Task<ReferralDetails> Details(this CaseworkDesk desk, Referral r, bool reads = false)
    {
        var side = await desk.SideOf(r);
        var (sends, shown) = (side.HasFlag(ReferralSide.Sender), reads || await desk.CaresFor(r));
        return new(
            Of(r, desk.Now), r.CaseId, r.ContactId, r.PersonId, r.OrganizationId, r.Area, shown && sends ? desk.Read(r.SealedReason, ReferralTexts.Reason(r.Id)) : null,
            shown ? desk.Read(r.SealedForPartner, ReferralTexts.ForPartner(r.Id)) : null, MayReach(r, side), r.Consent,
            r.OverrideReason, r.AnswerBy, r.VisitBy, r.Responsible, r.HoldUntil, r.ReasonCode, shown ? desk.Read(r.SealedRemark, ReferralTexts.Remark(r.Id)) : null,
            r.Outcome, r.Services, r.Reached, r.NeedMet, r.Replaces, r.ReplacedBy,
            [.. r.Open(side).Select(what => what.ToString())], sends ? await desk.Link(r) : null, await desk.Moments(r));
    }

    /// <summary>Name and telephone are for the sender, and for the receiver once it has accepted.</summary>
    public static bool MayReach(Referral r, ReferralSide side) =>
        r.SealedReach is not null && r.Consent && (side.HasFlag(ReferralSide.Sender) || side.HasFlag(ReferralSide.Receiver) && ReferralFlow.IsInHand(r.State));

    public static string? Read(this CaseworkDesk desk, string? sealedText, string place) => sealedText is null ? null : desk.Vault.Read(sealedText, place);

    private static async Task<PartnerLinkCard?> Link(this CaseworkDesk desk, Referral r) =>
        await desk.Db.PartnerLinks.AsNoTracking().Where(l => l.ReferralId == r.Id && l.RevokedAt == null && l.ExpiresAt > desk.Now).OrderByDescending(l => l.CreatedAt).FirstOrDefaultAsync() is { } link
            && link.Standing(r.State, desk.Now) == LinkStanding.Good
            ? new(link.CreatedAt, link.ExpiresAt, link.OpenedAt)
            : null;

    private static async Task<IReadOnlyList<ReferralMoment>> Moments(this CaseworkDesk desk, Referral r) =>
        [.. (await desk.Db.History.AsNoTracking().Where(h => h.Subject == Subject.Referral && h.SubjectId == r.Id).OrderBy(h => h.Id).ToListAsync())
            .Select(h => new ReferralMoment(h.At, h.What, h.By?.StartsWith(Partner + ":", StringComparison.Ordinal) == true ? Partner : h.By, h.Reason))];
}
