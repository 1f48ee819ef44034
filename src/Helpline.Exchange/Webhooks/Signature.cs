using System.Security.Cryptography;
using System.Text;

namespace Helpline.Exchange;

using Form = IEnumerable<KeyValuePair<string, string>>;

/// <summary>X-Twilio-Signature: Base64(HMAC-SHA1(token, address + sorted fields)).</summary>
internal static class Signature
{
    /// <param name="url">The address exactly as requested, without a fragment.</param>
    /// <param name="form">The fields of a POST; none for a GET.</param>
    public static string Of(string token, string url, Form form)
    {
        var text = new StringBuilder(url);
        foreach (var field in form.GroupBy(p => p.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            foreach (var value in field.Select(p => p.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                text.Append(field.Key).Append(value);
#pragma warning disable CA5350 // The provider's protocol says SHA-1.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text.ToString())));
#pragma warning restore CA5350
    }

    /// <summary>The address as it is signed: no user, no fragment, and over HTTPS no port.</summary>
    public static string Address(Uri url) => url.GetComponents(
        (url.Scheme == Uri.UriSchemeHttps ? UriComponents.Scheme | UriComponents.Host : UriComponents.SchemeAndServer) | UriComponents.PathAndQuery,
        UriFormat.UriEscaped);
}
