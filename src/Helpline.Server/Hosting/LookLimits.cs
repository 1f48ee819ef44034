using System.Threading.RateLimiting;

namespace Helpline.Server.Hosting;

/// <summary>
/// How often what needs no account may be looked at, so that nobody tries secrets out. A service, since the limiters of the framework's
/// middleware tick on after their server has stopped and keep it in memory.
/// </summary>
internal sealed class LookLimits : IDisposable
{
    private const int LooksPerSecret = 30;
    private const int GuessesPerAddress = 60;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<HttpContext> secrets = Limiter(http => http.Request.Path.ToString(), LooksPerSecret);
    private readonly PartitionedRateLimiter<HttpContext> guesses = Limiter(Address, GuessesPerAddress);

    /// <summary>One link or calendar, from wherever: behind a proxy all who have a good one share its address.</summary>
    public bool MayLook(HttpContext http) => Passes(secrets, http);

    /// <summary>A secret that opens nothing was tried; from one address so many are somebody who guesses.</summary>
    public bool MayGuess(HttpContext http) => Passes(guesses, http);

    public void Dispose()
    {
        secrets.Dispose();
        guesses.Dispose();
    }

    private static bool Passes(PartitionedRateLimiter<HttpContext> limiter, HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http);
        return lease.IsAcquired;
    }

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static PartitionedRateLimiter<HttpContext> Limiter(Func<HttpContext, string> key, int permits) => PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetFixedWindowLimiter(key(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window }));
}
