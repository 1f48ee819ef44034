using System.Globalization;

namespace Helpline.Server.Telephony.Twilio;

/// <summary>Twilio's times, RFC 2822 such as <c>Tue, 31 Aug 2010 20:36:28 +0000</c>.</summary>
internal static class Timestamps
{
    private static readonly string[] Formats =
        ["ddd, d MMM yyyy HH:mm:ss zzz", "ddd, d MMM yyyy HH:mm zzz", "d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "r"];

    /// <returns>UTC; null when <paramref name="text"/> is no time, for a field may be missing.</returns>
    public static DateTime? Parse(string? text) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time)
            ? time.UtcDateTime
            : null;
}
