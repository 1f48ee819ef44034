using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Helpline.Server.Telephony.Twilio;

/// <summary>
/// Which REST calls may be repeated. A POST only when Twilio surely did nothing: told to slow down, or never reached.
/// A POST that timed out or ended in a 5xx may have moved a call already.
/// </summary>
internal static class TwilioResilience
{
    private const int Retries = 3;
    private static readonly TimeSpan Total = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan PerTry = TimeSpan.FromSeconds(5);

    // Shorter than a try, so that a POST which found no connection is told from one that got no answer.
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(2);

    // Somebody waits on the line: what Twilio wants to be put off for longer is not worth a try now.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    public static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeProvider clock)
    {
        pipeline.TimeProvider = clock;
        pipeline
            .AddTimeout(Total)
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                ShouldRetryAfterHeader = false,
                ShouldHandle = attempt => ValueTask.FromResult(MayRepeat(attempt.Context.GetRequestMessage(), attempt.Outcome)),
                DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(Pause(attempt)),
            })
            .AddTimeout(PerTry);
    }

    /// <summary>No connection was made, so Twilio knows nothing of the request.</summary>
    public static bool NeverSent(Exception? fault) => fault switch
    {
        HttpRequestException { HttpRequestError: var error } => error is HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        // The way SocketsHttpHandler says that connecting took too long.
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    /// <summary>How long the answer asks to wait; null when it does not say.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } length } => length,
        { Date: { } date } when date - response.Headers.Date is { } length => length,
        _ => null,
    };

    private static bool MayRepeat(HttpRequestMessage? request, Outcome<HttpResponseMessage> outcome)
    {
        if (outcome.Result is { StatusCode: HttpStatusCode.TooManyRequests } busy) return !(RetryAfter(busy) > LongestPause);
        if (NeverSent(outcome.Exception)) return true;

        var changesNothingTwice = request?.Method == HttpMethod.Get || request?.Method == HttpMethod.Delete;
        return changesNothingTwice && (outcome.Exception is TimeoutRejectedException or HttpRequestException
            || outcome.Result?.StatusCode is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError);
    }

    // Full jitter, as in Twilio's own libraries: callers that were turned away together do not come back together.
    private static TimeSpan Pause(RetryDelayGeneratorArguments<HttpResponseMessage> attempt) =>
        (attempt.Outcome.Result is { } response ? RetryAfter(response) : null)
        ?? TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * Math.Min(3000, 100 * Math.Pow(2, attempt.AttemptNumber + 1)));
}
