using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Helpline.Server.Telephony.Twilio;

/// <summary>What a browser shows Twilio to be let phone: a JWT that allows calls to our application and none from outside.</summary>
internal static class AccessToken
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <param name="identity">The leg's name, seen as <c>client:identity</c>: at most 121 letters, digits and underscores.</param>
    public static string Create(TwilioOptions twilio, string identity, DateTimeOffset now)
    {
        if (!twilio.HasBrowserPhone) throw new InvalidOperationException("Without an API key and an application no browser can phone.");

        var issued = now.ToUnixTimeSeconds();
        var header = new Dictionary<string, string> { ["alg"] = "HS256", ["typ"] = "JWT", ["cty"] = "twilio-fpa;v=1" };
        if (!string.IsNullOrEmpty(twilio.Region)) header["twr"] = twilio.Region;
        var claims = new
        {
            jti = $"{twilio.ApiKeySid}-{issued}",
            iss = twilio.ApiKeySid,
            sub = twilio.AccountSid,
            iat = issued,
            exp = issued + (long)Lifetime.TotalSeconds,
            grants = new { identity, voice = new { outgoing = new { application_sid = twilio.TwimlAppSid } } },
        };
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Sign(signed, twilio.ApiKeySecret!)}";
    }

    public static string Sign(string text, string secret) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    private static string Encode<T>(T part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
