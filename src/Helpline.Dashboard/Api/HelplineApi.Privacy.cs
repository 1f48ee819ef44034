using Helpline.Contracts;
using Helpline.Contracts.Audit;
using Helpline.Contracts.Privacy;

namespace Helpline.Dashboard.Api;

internal sealed partial class HelplineApi
{
    /// <param name="before">Only proofs that are older (UTC); null for the newest.</param>
    public Task<Answer<ErasureCard[]>> Erasures(DateTime? before = null) =>
        Get<ErasureCard[]>(before is { } moment ? $"{Routes.Erasures}?before={Uri.EscapeDataString(moment.ToString("O"))}" : Routes.Erasures);

    public Task<Answer<ErasureCard>> Erase(EraseRequest request) => Send<ErasureCard>(HttpMethod.Post, Routes.Erasures, request);

    /// <param name="query">As of the route, without the question mark.</param>
    public Task<Answer<AuditPage>> Audit(string query) => Get<AuditPage>($"{Routes.Audit}?{query}");
}
