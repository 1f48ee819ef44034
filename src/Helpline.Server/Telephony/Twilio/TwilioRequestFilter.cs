using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Helpline.Server.Telephony.Twilio;

/// <summary>The address by which the world, and so Twilio, knows this server.</summary>
internal delegate Uri PublicUrl();

/// <summary>
/// Lets only Twilio's own requests for our account pass; all else gets 403 and nothing happens.
/// It reads the body, so handlers take the form from <see cref="HttpRequest.Form"/> and bind no part of it themselves.
/// </summary>
internal sealed class TwilioRequestFilter(IOptions<TwilioOptions> options, PublicUrl publicUrl, ILogger<TwilioRequestFilter> log)
    : IEndpointFilter
{
    private const int LongestBody = 128 * 1024;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var refusal = await Check(http);
        if (refusal is null) return await next(context);

        // The route, not the address: an address is the sender's words and may hold anything.
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        log.LogWarning("Refused a request to {Route}: {Refusal}", route, refusal);
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>What is wrong with the request; null when it is Twilio's and ours.</summary>
    private async Task<string?> Check(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var form = await ReadForm(http);
        if (form is null || !target.StartsWith('/')) return "it cannot be read";

        var url = publicUrl().GetLeftPart(UriPartial.Path).TrimEnd('/') + target;
        if (!TwilioSignature.IsValid(http.Request.Headers[TwilioSignature.Header], url, form, options.Value.SigningTokens))
            return "its signature is missing or wrong";

        var fields = new Dictionary<string, StringValues>(form.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in form) fields[key] = StringValues.Concat(fields.GetValueOrDefault(key), value);
        http.Request.Form = new FormCollection(fields);
        return http.Request.Form["AccountSid"] == options.Value.AccountSid ? null : "it is for another account";
    }

    // ASP.NET Core's own form merges keys that differ in case only, and the signature does not.
    private static async Task<List<KeyValuePair<string, string>>?> ReadForm(HttpContext http)
    {
        if (!http.Request.HasFormContentType) return null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LongestBody;
        try
        {
            using var reader = new FormReader(http.Request.Body) { ValueLengthLimit = LongestBody };
            var form = new List<KeyValuePair<string, string>>();
            while (await reader.ReadNextPairAsync(http.RequestAborted) is { } field) form.Add(field);
            return form;
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
