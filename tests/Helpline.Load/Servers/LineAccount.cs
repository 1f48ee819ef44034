using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Helpline.Load.Servers;

/// <summary>A made-up account at the voice provider, which signs webhooks.</summary>
internal sealed record LineAccount(string Sid, string Token)
{
    /// <summary>The address that both servers are told the provider knows them by. With https, cookies would be for TLS only, which nothing here ends.</summary>
    public const string PublicUrl = "http://helpline.example.org";
    public const string Header = "X-Twilio-Signature";

    public static LineAccount New() => new(NewSid("AC"), RandomNumberGenerator.GetHexString(32, lowercase: true));

    public static string NewSid(string prefix) => prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <param name="target">Path and query.</param>
    /// <param name="form">No key twice.</param>
    public string Sign(string target, IEnumerable<KeyValuePair<string, string>> form)
    {
        var text = new StringBuilder(PublicUrl).Append(target);
        foreach (var (key, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal)) text.Append(key).Append(value);
        return Sign(text.ToString());
    }

    // Twilio signs with SHA-1.
    [SuppressMessage("Security", "CA5350")]
    private string Sign(string text) => Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes(text)));
}
