using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helpline.Exchange;

/// <summary>The Voice access token of a browser leg: an HS256 JWT over the API key's secret.</summary>
internal static class AccessToken
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(1);

    public static string Issue(ExchangeOptions options, string identity, DateTimeOffset now, TimeSpan lifetime)
    {
        var issued = now.ToUnixTimeSeconds();
        var payload = new JsonObject
        {
            ["jti"] = $"{options.ApiKeySid}-{issued}",
            ["iss"] = options.ApiKeySid,
            ["sub"] = options.AccountSid,
            ["iat"] = issued,
            ["exp"] = issued + (long)lifetime.TotalSeconds,
            ["grants"] = new JsonObject
            {
                ["identity"] = identity,
                ["voice"] = new JsonObject { ["outgoing"] = new JsonObject { ["application_sid"] = options.TwimlAppSid } },
            },
        };
        var text = $"{Encode("""{"alg":"HS256","typ":"JWT","cty":"twilio-fpa;v=1"}""")}.{Encode(payload.ToJsonString())}";
        return $"{text}.{Base64Url.EncodeToString(Mac(options, text))}";
    }

    /// <summary>Whose token it is, or the provider's number and word for what is wrong with it.</summary>
    public static (string? Identity, int Code, string Why) Read(ExchangeOptions options, string? token, DateTimeOffset now)
    {
        try
        {
            if (token?.Split('.') is not [var head, var body, var mac]) return Wrong("it is not a token");
            if (!CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(mac), Mac(options, $"{head}.{body}")))
                return Wrong("the signature does not match");
            var header = JsonNode.Parse(Base64Url.DecodeFromChars(head))!;
            return (string?)header["alg"] == "HS256" && (string?)header["cty"] == "twilio-fpa;v=1"
                ? Claims(options, JsonNode.Parse(Base64Url.DecodeFromChars(body))!, now)
                : Wrong("the header must say HS256 and twilio-fpa;v=1");
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return Wrong("it cannot be read");
        }
    }

    private static (string? Identity, int Code, string Why) Claims(ExchangeOptions options, JsonNode claims, DateTimeOffset now)
    {
        if ((string?)claims["iss"] != options.ApiKeySid || (string?)claims["sub"] != options.AccountSid)
            return Wrong("it is of another account or key");
        var (issued, expires) = ((long?)claims["iat"] ?? 0, (long?)claims["exp"] ?? 0);
        if (expires - issued > LongestLife.TotalSeconds) return Wrong("it lives longer than a day");
        if (expires <= now.ToUnixTimeSeconds()) return (null, 20104, "the access token has expired");
        if (((long?)claims["nbf"] ?? 0) > now.ToUnixTimeSeconds()) return Wrong("it is not valid yet");
        if ((string?)claims["grants"]?["voice"]?["outgoing"]?["application_sid"] != options.TwimlAppSid)
            return Wrong("it does not allow calls to this TwiML app");
        var identity = (string?)claims["grants"]?["identity"] ?? "";
        return identity.Length is > 0 and <= 121 && identity.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? (identity, 0, "")
            : Wrong("the identity must be 1 to 121 letters, digits and underscores");
    }

    private static (string? Identity, int Code, string Why) Wrong(string why) => (null, 20101, $"invalid access token: {why}");

    private static byte[] Mac(ExchangeOptions options, string text) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.ApiKeySecret), Encoding.UTF8.GetBytes(text));

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
