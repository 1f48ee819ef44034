namespace Helpline.Contracts;

/// <summary>Referrals and what partners see of them.</summary>
public static partial class Routes
{
    /// <summary>
    /// GET <see cref="Contracts.Referrals.ReferralList"/>: <c>?tab=sent|answer|work|all</c>, <c>state</c>, <c>urgency</c>, <c>overdue=true</c>,
    /// and <c>before</c> with what the page before it says. POST <see cref="Contracts.Referrals.ReferralForm"/>, answers <see cref="Contracts.Referrals.ReferralDetails"/>.
    /// </summary>
    public const string Referrals = "api/referrals";

    /// <summary>GET <see cref="Contracts.Referrals.ReceiverCard"/>[]: the accounts that a referral may be sent to.</summary>
    public const string Receivers = "api/referrals/receivers";

    /// <summary>GET <see cref="Contracts.Referrals.ReferralDetails"/>, <c>?reason=</c> a code of <c>access_reasons</c>, needed by whoever neither sent nor receives it; PUT <see cref="Contracts.Referrals.ReferralForm"/> while it is a draft.</summary>
    public static string Referral(Guid referral) => $"{Referrals}/{referral}";

    /// <summary>POST <see cref="Contracts.Referrals.ReferralMove"/>, answers <see cref="Contracts.Referrals.ReferralDetails"/>.</summary>
    public static string ReferralMoves(Guid referral) => $"{Referrals}/{referral}/moves";

    /// <summary>POST <see cref="Contracts.Referrals.AccessReason"/>, answers <see cref="Contracts.Referrals.Reach"/>.</summary>
    public static string ReferralReach(Guid referral) => $"{Referrals}/{referral}/reach";

    /// <summary>POST <see cref="Contracts.Referrals.NewPartnerLink"/>, answers <see cref="Contracts.Referrals.PartnerLinkMade"/>; DELETE revokes it.</summary>
    public static string ReferralLink(Guid referral) => $"{Referrals}/{referral}/link";
}
