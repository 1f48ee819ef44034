using Helpline.Server.Referrals;
using Helpline.Server.Telephony.Twilio;

namespace Helpline.Server.Hosting;

/// <summary>
/// Browsers say where a request comes from; unsafe ones and the hub's must come from our own pages. WebSockets know no
/// CORS, and a strict cookie alone does not tell one port of a host from another. Webhooks carry a signature instead.
/// </summary>
internal static class OriginCheck
{
    public static void UseOriginCheck(this WebApplication app) => app.Use((http, next) =>
    {
        if (IsExempt(http.Request) || IsOurs(http.Request, app.Services.GetRequiredService<PublicUrl>())) return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Refusals.Forbidden("The request comes from another site.").ExecuteAsync(http);
    });

    private static bool IsExempt(HttpRequest request) =>
        request.Path.StartsWithSegments("/voice")
        // A page that sends no referrer sends no origin either; its forms carry a token.
        || request.Path.StartsWithSegments(PartnerEndpoints.Path)
        || (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            && !request.Path.StartsWithSegments("/hubs");

    private static bool IsOurs(HttpRequest request, PublicUrl publicUrl)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || string.Equals(origin, publicUrl().GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
    }
}
