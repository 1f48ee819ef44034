using Helpline.Contracts.Metrics;

namespace Helpline.Dashboard.Live;

/// <summary>How a wait looks beside the promise of the service level.</summary>
internal static class WaitTone
{
    /// <returns>Empty within the sooner promise, <c>near</c> before the later one is broken, <c>bad</c> after it.</returns>
    public static string Of(double seconds, PromiseCard? promise) =>
        promise is null ? "" : seconds > promise.WithinSeconds ? "bad" : seconds > promise.SoonerSeconds ? "near" : "";
}
