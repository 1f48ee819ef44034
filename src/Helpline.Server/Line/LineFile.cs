using System.Globalization;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;

namespace Helpline.Server.Line;

/// <summary><c>config/line.json</c> as it is written, and as <see cref="LineRules"/> once it was found right.</summary>
internal sealed record LineFile(
    string TimeZone, Dictionary<string, string> Hours, IReadOnlyList<string> Holidays, string QuietHours, int LongestWaitMinutes, int QueueLimit,
    string EmergencyNumber, string BackupNumber, string DangerDigit, string Country)
{
    private const string Name = "line.json";
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static LineRules Read(ConfigFolder config, Languages languages)
    {
        var file = config.Read<LineFile>(Name);
        return new(
            file.Zone(), file.OpenSpans(), file.Days(), new([.. Enum.GetValues<DayOfWeek>().SelectMany(day => Spans("quietHours", day, file.QuietHours))]),
            TimeSpan.FromMinutes(InRange("longestWaitMinutes", file.LongestWaitMinutes, 1, 240)), InRange("queueLimit", file.QueueLimit, 1, 5000),
            file.Emergency(), file.Backup(), file.Danger(languages), file.Region());
    }

    private TimeZoneInfo Zone() => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? "", out var zone) && zone.HasIanaId
        ? zone
        : throw Wrong("timeZone", TimeZone, "an IANA time zone, such as Asia/Almaty");

    private OpeningHours OpenSpans()
    {
        var spans = new List<OpenSpan>();
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            var key = CultureInfo.InvariantCulture.TextInfo.ToLower(day.ToString());
            if (Hours is null || !Hours.TryGetValue(key, out var text)) throw Wrong($"hours.{key}", null, "a span like 09:00-18:00, or an empty text for closed");
            spans.AddRange(Spans($"hours.{key}", day, text));
        }
        if (Hours.Keys.FirstOrDefault(k => !Enum.TryParse<DayOfWeek>(k, ignoreCase: true, out _)) is { } odd) throw Wrong($"hours.{odd}", odd, "monday to sunday");
        return new(spans);
    }

    private static IEnumerable<OpenSpan> Spans(string key, DayOfWeek day, string? text) =>
        (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(span => Span(key, day, span));

    private static OpenSpan Span(string key, DayOfWeek day, string text)
    {
        if (text.Split('-') is not [var from, var until] || Time(from) is not { } start || Time(until) is not { } end || start == Day || start == end)
            throw Wrong(key, text, "spans like 09:00-18:00, in 24 hours, several after commas");
        return new(day, start, end < start ? end + Day : end);
    }

    private static TimeSpan? Time(string text) => text.Trim() switch
    {
        "24:00" => Day,
        var time when TimeSpan.TryParseExact(time, @"hh\:mm", CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

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
