using Microsoft.AspNetCore.SignalR.Client;

namespace Helpline.Dashboard.Board;

/// <summary>Never gives up: a board that stays open must come back by itself.</summary>
internal sealed class EndlessRetry : IRetryPolicy
{
    public TimeSpan? NextRetryDelay(RetryContext retryContext) => After(retryContext.PreviousRetryCount);

    /// <summary>0.5 s, then doubling to 8 s, each between half and whole, so that boards do not return all at once.</summary>
    public static TimeSpan After(long failures) =>
        TimeSpan.FromSeconds(Math.Min(8, 0.5 * Math.Pow(2, Math.Min(failures, 10))) * (0.5 + Random.Shared.NextDouble() / 2));
}
