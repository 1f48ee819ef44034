using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Server.Telephony.Twilio;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Telephony;

/// <summary>What a page needs to be a telephone.</summary>
internal static class PhoneEndpoints
{
    private const string TwilioScript = "phone/twilio-phone.js";

    public static void MapPhone(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/" + Routes.Phone, Settings).WithTags("Phone").RequireAuthorization();

    private static PhoneSettings Settings(
        HttpContext http, IOptions<TelephonyOptions> telephony, IOptions<TwilioOptions> twilio, TimeProvider clock, IWebHostEnvironment environment)
    {
        var me = http.User.Identity!.Name!;
        var token = twilio.Value.HasBrowserPhone ? AccessToken.Create(twilio.Value, me, clock.GetUtcNow()) : "";
        return telephony.Value.Provider == TelephonyProvider.Exchange
            ? new(nameof(TelephonyProvider.Exchange), "/exchange/phone.js", me, token, "/exchange")
            : new(nameof(TelephonyProvider.Twilio), token != "" && HasSoftphone(environment) ? "/" + TwilioScript : null, me, token, null);
    }

    // The script is bundled at build time, where Node is there to do it.
    private static bool HasSoftphone(IWebHostEnvironment environment) => environment.WebRootFileProvider.GetFileInfo(TwilioScript).Exists;
}
