using System.Threading.RateLimiting;

namespace Helpline.Server.Hosting;

/// <summary>
/// How often what needs no account may be looked at, so that nobody tries secrets out. A service, since the limiters of the framework's
/// middleware tick on after their server has stopped and keep it in memory.
/// </summary>
internal sealed class LookLimits : IDisposable
{
    private const int LooksPerLink = 30;
    private const int LooksPerAddress = 120;

    /// <summary>Calendars fetch every few minutes; more than this from one address is somebody who guesses.</summary>
    private const int CalendarsPerAddress = 30;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<HttpContext> links = Limiter(http => http.Request.Path.ToString(), LooksPerLink);
    private readonly PartitionedRateLimiter<HttpContext> addresses = Limiter(Address, LooksPerAddress);
    private readonly PartitionedRateLimiter<HttpContext> calendars = Limiter(Address, CalendarsPerAddress);

    public bool MayOpenLink(HttpContext http) => Passes(links, http) && Passes(addresses, http);

    public bool MayReadCalendar(HttpContext http) => Passes(calendars, http);

    public void Dispose()
    {
        links.Dispose();
        addresses.Dispose();
        calendars.Dispose();
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
