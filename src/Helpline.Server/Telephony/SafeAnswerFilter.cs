using Helpline.Server.Telephony.Twilio;
using Microsoft.AspNetCore.Http.Features;

namespace Helpline.Server.Telephony;

/// <summary>
/// Answers TwiML whatever happens inside: when a handler fails or takes too long, the caller hears an apology and asks again.
/// The provider gives a webhook 15 s and by default repeats nothing, so an error would cost the call.
/// </summary>
internal sealed class SafeAnswerFilter(VoiceScript script, FallbackDocument fallback, TimeProvider clock, ILogger<SafeAnswerFilter> log) : IEndpointFilter
{
    /// <summary>Under the 5 s for which the provider is told to wait.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4);

    /// <summary>Who asks the fallback has waited for another address already.</summary>
    private static readonly TimeSpan FallbackBudget = TimeSpan.FromSeconds(2);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var isFallback = context.HttpContext.Request.Path == "/voice/fallback";
        var target = context.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        try
        {
            var answer = await next(context).AsTask().WaitAsync(isFallback ? FallbackBudget : Budget, clock);
            return answer is string document ? new TwiMlResult(document) : answer;
        }
        catch (Exception error)
        {
            log.LogError(error, "A webhook failed; the line is told to ask again");
            return IsReport(context.HttpContext) ? TypedResults.Ok() : new TwiMlResult(isFallback ? fallback.Text : script.Safe(target));
        }
    }

    private static bool IsReport(HttpContext http) => http.Request.Path.Value is "/voice/status" or "/voice/conference" or "/voice/recording";
}
