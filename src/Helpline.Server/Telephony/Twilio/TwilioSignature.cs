using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Helpline.Server.Telephony.Twilio;

/// <summary>The header <c>X-Twilio-Signature</c>: HMAC-SHA1 over the address and the sorted form.</summary>
internal static class TwilioSignature
{
    public const string Header = "X-Twilio-Signature";

    /// <summary>The signature of a request for <paramref name="url"/>, which is taken exactly as spelled.</summary>
    public static string Sign(string token, string url, IEnumerable<KeyValuePair<string, string>> form) =>
        Hash(token, url + Flatten(form));

    /// <summary>Whether one of <paramref name="tokens"/> signed this form.</summary>
    /// <param name="url">The public address of the request; a fragment, a user name and a password do not count.</param>
    public static bool IsValid(
        string? header, string url, IEnumerable<KeyValuePair<string, string>> form, IEnumerable<string> tokens)
    {
        if (string.IsNullOrEmpty(header)) return false;

        var given = Encoding.UTF8.GetBytes(header);
        var tail = Flatten(form);
        var expected =
            from token in tokens
            where !string.IsNullOrWhiteSpace(token)
            from spelling in Spellings(url)
            select Encoding.UTF8.GetBytes(Hash(token, spelling + tail));
        return expected.Any(signature => CryptographicOperations.FixedTimeEquals(signature, given));
    }

    /// <summary>Whether one of <paramref name="tokens"/> signed this JSON body, whose hash is in the query as <c>bodySHA256</c>.</summary>
    public static bool IsValidBody(string? header, string url, ReadOnlySpan<byte> body, IEnumerable<string> tokens)
    {
        var claimed = QueryHelpers.ParseQuery(new Uri(url).Query).GetValueOrDefault("bodySHA256").ToString();
        var actual = Convert.ToHexStringLower(SHA256.HashData(body));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(actual), Encoding.UTF8.GetBytes(claimed))
            && IsValid(header, url, [], tokens);
    }

    // HMACSHA1 objects are not safe to share between requests, the static method is.
    [SuppressMessage("Security", "CA5350", Justification = "Twilio signs with SHA-1.")]
    private static string Hash(string token, string text) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text)));

    private static string Flatten(IEnumerable<KeyValuePair<string, string>> form)
    {
        var (text, last) = (new StringBuilder(), default(KeyValuePair<string, string>));
        foreach (var field in form.OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal))
        {
            // A field that is there twice is signed once.
            if (field.Key == last.Key && field.Value == last.Value) continue;
            text.Append(field.Key).Append(field.Value);
            last = field;
        }
        return text.ToString();
    }

    // Twilio signs with or without the port, depending on the product that asks.
    private static IEnumerable<string> Spellings(string url)
    {
        url = url.Split('#')[0];
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?') is >= 0 and var length ? start + length : url.Length;
        var (scheme, host, rest) = (url[..start], url[start..end], url[end..]);
        host = host[(host.LastIndexOf('@') + 1)..];
        // A colon inside [::1] is no port.
        var port = host.IndexOf(':', host.LastIndexOf(']') + 1);

        yield return scheme + host + rest;
        if (port >= 0) yield return scheme + host[..port] + rest;
        else yield return scheme + host + (scheme.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80") + rest;
    }
}
