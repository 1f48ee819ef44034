using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Domain.Metrics;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;

namespace Helpline.Server.Line;

/// <summary><c>config/line.json</c> as it is written, and as <see cref="LineRules"/> once it was found right.</summary>
internal sealed record LineFile(
    string TimeZone, Dictionary<string, string> Hours, IReadOnlyList<string> Holidays, string QuietHours, int LongestWaitMinutes, int QueueLimit,
    string EmergencyNumber, string BackupNumber, string DangerDigit, string Country, bool RecordTalks = false)
{
    private const string Name = "line.json";
    private static readonly HoursText Text = new($"config/{Name}");

    public static LineRules Read(ConfigFolder config, Languages languages)
    {
        var file = config.Read<LineFile>(Name);
        return new(
            file.Zone(), Text.Week("hours", file.Hours), file.Days(), new([.. Enum.GetValues<DayOfWeek>().SelectMany(day => Text.Spans("quietHours", day, file.QuietHours))]),
            TimeSpan.FromMinutes(InRange("longestWaitMinutes", file.LongestWaitMinutes, 1, 240)), InRange("queueLimit", file.QueueLimit, 1, 5000),
            file.Emergency(), file.Backup(), file.Danger(languages), file.Region(), file.RecordTalks);
    }

    private TimeZoneInfo Zone() => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? "", out var zone) && zone.HasIanaId && LocalDay.HasWholeHours(zone)
        ? zone
        : throw Wrong("timeZone", TimeZone, "an IANA time zone of whole hours, such as Asia/Almaty");

    private HashSet<DateOnly> Days() => [.. (Holidays ?? []).Select(text => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? date : throw Wrong("holidays", text, "dates like 2027-01-01"))];

    private string Emergency() => EmergencyNumber is { Length: >= 2 and <= 15 } && EmergencyNumber.All(char.IsAsciiDigit)
        ? EmergencyNumber
        : throw Wrong("emergencyNumber", EmergencyNumber, "digits, such as 112");

    private string? Backup() => string.IsNullOrEmpty(BackupNumber) ? null
        : BackupNumber[0] == '+' && CallerNumber.From(BackupNumber) is { } number ? number.E164
        : throw Wrong("backupNumber", "given and no number", "a number like +77172000000, or an empty text for none");

    private string Danger(Languages languages) => DangerDigit is { Length: 1 } && char.IsAsciiDigit(DangerDigit[0]) && DangerDigit is not ("1" or "2") && languages.ByDigit(DangerDigit) is null
        ? DangerDigit
        : throw Wrong("dangerDigit", DangerDigit, "one digit that chooses no language, and neither 1 nor 2, which lead out of the queue");

    private string Region() => Country is { Length: 2 } && PhoneNumbers.PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(Country)
        ? Country
        : throw Wrong("country", Country, "two capital letters, such as KZ");

    private static int InRange(string key, int value, int least, int most) => value >= least && value <= most ? value : throw Wrong(key, $"{value}", $"between {least} and {most}");

    private static SettingsException Wrong(string key, string? value, string right) =>
        new($"config/{Name}, key {key},", value is null ? "is missing" : $"is '{value}'", right);
}
