using Helpline.Contracts;
using Helpline.Contracts.Metrics;

namespace Helpline.Dashboard.Api;

internal sealed partial class HelplineApi
{
    /// <param name="from">The first local day.</param>
    /// <param name="to">The last one.</param>
    public Task<Answer<LineMetrics>> Metrics(DateOnly from, DateOnly to) => Get<LineMetrics>($"{Routes.Metrics}?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");

    /// <param name="query">As from=2026-11-01&amp;to=2026-11-30&amp;hour=9.</param>
    public Task<Answer<CrewTime>> CrewTime(string query) => Get<CrewTime>($"{Routes.CrewTime}?{query}");
}
