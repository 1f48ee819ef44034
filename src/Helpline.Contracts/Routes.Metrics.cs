namespace Helpline.Contracts;

public static partial class Routes
{
    /// <summary>GET <see cref="Helpline.Contracts.Metrics.LineMetrics"/> of the local days <c>?from=2026-11-01&amp;to=2026-11-25</c>, both included; today without them. At most five years. Supervisors only.</summary>
    public const string Metrics = "api/metrics";

    /// <summary>GET <see cref="Helpline.Contracts.Metrics.CrewTime"/> of the same days; <c>&amp;hour=9</c> for one local hour of each.</summary>
    public const string CrewTime = "api/metrics/time";
}
