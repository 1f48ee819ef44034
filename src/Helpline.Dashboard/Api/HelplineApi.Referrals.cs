using Helpline.Contracts;
using Helpline.Contracts.Referrals;

namespace Helpline.Dashboard.Api;

/// <summary>Referrals.</summary>
internal sealed partial class HelplineApi
{
    /// <param name="query">The list and its filters, as name=value pairs.</param>
    public Task<Answer<ReferralList>> Referrals(string query) => Get<ReferralList>($"{Routes.Referrals}?{query}");
    public Task<Answer<ReceiverCard[]>> Receivers() => Get<ReceiverCard[]>(Routes.Receivers);
    public Task<Answer<ReferralDetails>> Referral(Guid referral, string? reason = null) => Get<ReferralDetails>(Routes.For(Routes.Referral(referral), reason));
    public Task<Answer<ReferralDetails>> Draft(ReferralForm form) => Send<ReferralDetails>(HttpMethod.Post, Routes.Referrals, form);
    public Task<Answer<ReferralDetails>> Redraft(Guid referral, ReferralForm form) => Send<ReferralDetails>(HttpMethod.Put, Routes.Referral(referral), form);
    public Task<Answer<ReferralDetails>> Move(Guid referral, ReferralMove move) => Send<ReferralDetails>(HttpMethod.Post, Routes.ReferralMoves(referral), move);
    public Task<Answer<Reach>> Reach(Guid referral, string reason) => Send<Reach>(HttpMethod.Post, Routes.ReferralReach(referral), new AccessReason(reason));
    public Task<Answer<PartnerLinkMade>> MakeLink(Guid referral, string language) => Send<PartnerLinkMade>(HttpMethod.Post, Routes.ReferralLink(referral), new NewPartnerLink(language));
    public Task<Answer<Nothing>> RevokeLink(Guid referral) => Send<Nothing>(HttpMethod.Delete, Routes.ReferralLink(referral));
}
