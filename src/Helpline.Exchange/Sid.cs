using System.Globalization;
using System.Security.Cryptography;

namespace Helpline.Exchange;

/// <summary>Names and times as Twilio writes them.</summary>
internal static class Sid
{
    /// <summary>Two letters for the kind and 32 hexadecimal digits.</summary>
    public static string New(string kind) => kind + RandomNumberGenerator.GetHexString(32, lowercase: true);
}

internal static class Rfc2822
{
    public static string Of(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
